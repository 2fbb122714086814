export type Direction = 'higher' | 'lower';

/** Where an indicator earns 0 (threshold), 50 (target) and 100 (stretch); linear between them. */
export interface IndicatorBands {
  direction: Direction;
  threshold: number;
  target: number;
  stretch: number;
}

/** With few answers the score counts but says so; from this many on it stands plain. */
export const PLAIN_N = 30;
/** No indicator may count on fewer answers than this, whatever a template says. */
export const LOWEST_MINIMUM_N = 10;

export type IndicatorStatus = 'counted' | 'counted_with_warning' | 'too_few' | 'no_answers';

export interface IndicatorOutcome {
  status: IndicatorStatus;
  /** 0–100; null when the indicator does not count. */
  score: number | null;
}

/** Bands rise for an indicator where higher is better and fall where lower is better; equal ones leave no slope. */
export function areBandsOrdered({
  direction,
  threshold,
  target,
  stretch,
}: IndicatorBands): boolean {
  return direction === 'higher'
    ? threshold < target && target < stretch
    : threshold > target && target > stretch;
}

/** 0 at the threshold or worse, 50 at the target, 100 at the stretch or better. */
export function scoreOfValue(value: number, bands: IndicatorBands): number {
  const sign = bands.direction === 'higher' ? 1 : -1;
  const [threshold, target, stretch, actual] = [
    bands.threshold,
    bands.target,
    bands.stretch,
    value,
  ].map((number) => number * sign) as [number, number, number, number];
  if (actual <= threshold) return 0;
  if (actual >= stretch) return 100;
  return actual <= target
    ? ((actual - threshold) / (target - threshold)) * 50
    : 50 + ((actual - target) / (stretch - target)) * 50;
}

/** What an indicator gives: a score, a score with a warning, or nothing at all, which is never a zero. */
export function judgeIndicator(
  measured: { value: number | null; n: number },
  rule: { bands: IndicatorBands; minimumN: number },
): IndicatorOutcome {
  if (measured.n === 0) return { status: 'no_answers', score: null };
  const isTooFew = measured.n < Math.max(rule.minimumN, LOWEST_MINIMUM_N);
  if (isTooFew || measured.value === null) return { status: 'too_few', score: null };
  return {
    status: measured.n < PLAIN_N ? 'counted_with_warning' : 'counted',
    score: scoreOfValue(measured.value, rule.bands),
  };
}
