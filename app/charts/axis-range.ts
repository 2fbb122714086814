interface AxisInput {
  /** All that is drawn against the axis. */
  seen: readonly number[];
  /** Where the scale ends: nothing is drawn beyond it. */
  scale: { min: number; max: number };
  /** Zero says something: for counts, and for a score that can be negative. */
  hasZero: boolean;
  /** There is no half of a thing that is counted. */
  isCount: boolean;
}

export interface AxisRange {
  min: number;
  max: number;
  interval: number;
  /** As many as its steps have, so that no two labels read the same. */
  decimals: number;
}

/** 1, 2 or 5 times a power of ten: what people count in. */
function niceStep(rough: number): number {
  const power = 10 ** Math.floor(Math.log10(rough));
  const factor = [1, 2, 5].find((candidate) => candidate * power >= rough) ?? 10;
  return factor * power;
}

/** Room for all that is drawn, in about four steps that people count in. */
export function axisRange({ seen, scale, hasZero, isCount }: AxisInput): AxisRange {
  const drawn = hasZero ? [...seen, 0] : [...seen];
  if (drawn.length === 0) drawn.push(scale.min, scale.min + 1);
  const [low, high] = [Math.min(...drawn), Math.max(...drawn)];
  // Values that hardly differ must not fill the whole height.
  const least = Number.isFinite(scale.max) ? (scale.max - scale.min) / 100 : 1;
  const step = niceStep(Math.max(high - low, least) / 4);
  const interval = isCount ? Math.max(1, step) : step;
  const whole = (value: number) => Number((value * interval).toPrecision(12));
  const min = Math.max(scale.min, whole(Math.floor(low / interval)));
  const max = Math.min(scale.max, whole(Math.ceil(high / interval)));
  // One value on a round number has no room of its own.
  const isFlat = max <= min;
  const goesDown = isFlat && min + interval > scale.max;
  return {
    min: goesDown ? whole(min / interval - 1) : min,
    max: isFlat && !goesDown ? whole(min / interval + 1) : max,
    interval,
    decimals: Math.max(0, -Math.floor(Math.log10(interval) + 1e-9)),
  };
}
