import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** A named, independent stream of reproducible random values. */
export interface SeedRandom {
  /** A number from 0 (included) to 1 (excluded). */
  float(): number;
  /** A whole number from min to max, both included. */
  integer(min: number, max: number): number;
  chance(probability: number): boolean;
  pick<T>(items: readonly T[]): T;
  /** One of the items, each as likely as its weight says. */
  weighted<T>(items: readonly (readonly [T, number])[]): T;
  /** A normally distributed number. */
  normal(mean: number, deviation: number): number;
  shuffle<T>(items: readonly T[]): T[];
  /** A random (version 4) identifier. */
  uuid(): string;
  /** A time-ordered (version 7) identifier for something made at that time. */
  uuidAt(time: Date): string;
}

/** Opens the stream of that name: the same name always gives the same values, whatever other streams do. */
export function seedRandom(stream: string): SeedRandom {
  const generator = xoroshiro128plus(hashOf(stream));
  const float = () => uniformFloat64(generator);
  const integer = (min: number, max: number) => uniformInt(generator, min, max);
  const hex = (digits: number) => {
    let text = '';
    while (text.length < digits) text += (generator.next() >>> 0).toString(16).padStart(8, '0');
    return text.slice(0, digits);
  };
  const variant = () => '89ab'.charAt(integer(0, 3));

  return {
    float,
    integer,
    chance: (probability) => float() < probability,
    pick<T>(items: readonly T[]): T {
      return items[integer(0, items.length - 1)] as T;
    },
    weighted<T>(items: readonly (readonly [T, number])[]): T {
      let left = float() * items.reduce((sum, [, weight]) => sum + weight, 0);
      for (const [item, weight] of items) {
        left -= weight;
        if (left < 0) return item;
      }
      return (items.at(-1) as readonly [T, number])[0];
    },
    normal(mean, deviation) {
      const radius = Math.sqrt(-2 * Math.log(1 - float()));
      return mean + deviation * radius * Math.cos(2 * Math.PI * float());
    },
    shuffle<T>(items: readonly T[]): T[] {
      const shuffled = [...items];
      for (let last = shuffled.length - 1; last > 0; last--) {
        const other = integer(0, last);
        [shuffled[last], shuffled[other]] = [shuffled[other] as T, shuffled[last] as T];
      }
      return shuffled;
    },
    uuid() {
      return `${hex(8)}-${hex(4)}-4${hex(3)}-${variant()}${hex(3)}-${hex(12)}`;
    },
    uuidAt(time) {
      const stamp = Math.max(0, time.getTime()).toString(16).padStart(12, '0');
      return `${stamp.slice(0, 8)}-${stamp.slice(8)}-7${hex(3)}-${variant()}${hex(3)}-${hex(12)}`;
    },
  };
}

/** FNV-1a over the characters. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (const character of text) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  }
  return hash;
}
