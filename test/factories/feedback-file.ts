import { stringify } from 'csv-stringify/sync';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** What a file says of one service, worked out while it was written. */
export interface ServiceTruth {
  trust: string;
  service: string;
  rows: number;
  scored: number;
  satisfied: number;
}

export interface FeedbackFile {
  content: string;
  rows: number;
  services: ServiceTruth[];
}

const trusts: readonly {
  trust: string;
  services: readonly { service: string; parts: readonly string[] }[];
}[] = [
  {
    trust: 'Northern Ambulance',
    services: [
      { service: 'Patient transport', parts: [''] },
      { service: 'Emergency', parts: ['', 'Night crew'] },
    ],
  },
  {
    trust: 'Riverside Health',
    services: [
      { service: 'Mental health', parts: ['Adults', 'Older people'] },
      { service: 'Community', parts: ['', 'Children, and families'] },
    ],
  },
];

const words = [
  'The staff were "kind" and quick.',
  'Waited, too long',
  'Did not answer',
  'Clean\nand friendly',
  '很好，谢谢',
  '',
];

/**
 * Writes a file of the shape of a hospital survey export: trust, service, sub-service, day, a score from 1 (best) to 5,
 * empty for "don't know", question and comment, with quoted line breaks. The same seed writes the same file; `group`
 * stands before the names of the trusts, so that files can be kept apart.
 */
export function aFeedbackFile({
  rows = 200,
  seed = 1,
  group = '',
}: { rows?: number; seed?: number; group?: string } = {}): FeedbackFile {
  const random = xoroshiro128plus(seed);
  const draw = (below: number) => uniformInt(random, 0, below - 1);
  const pick = <T>(from: readonly T[]): T => from[draw(from.length)]!;
  const truths = new Map<string, ServiceTruth>();
  const lines: string[][] = [];
  for (let index = 0; index < rows; index++) {
    const { trust: name, services } = pick(trusts);
    const trust = `${group}${name}`;
    const { service, parts } = pick(services);
    const drawn = draw(24);
    const score = drawn === 0 ? '' : String(1 + Math.min(4, Math.floor(drawn / 6)));
    const day = new Date(Date.UTC(2026, 6, 1 + draw(110))).toISOString().slice(0, 10);
    lines.push([
      `C-${seed}-${index + 1}`,
      trust,
      service,
      pick(parts),
      day,
      score,
      'Why did you give this score?',
      pick(words),
    ]);
    const key = `${trust}/${service}`;
    const truth = truths.get(key) ?? { trust, service, rows: 0, scored: 0, satisfied: 0 };
    truth.rows++;
    if (score !== '') truth.scored++;
    if (score === '1' || score === '2') truth.satisfied++;
    truths.set(key, truth);
  }
  const header = [
    'comment_id',
    'trust',
    'service',
    'sub_service',
    'date',
    'fft_score',
    'question',
    'comment',
  ];
  return { content: stringify([header, ...lines]), rows, services: [...truths.values()] };
}
