import {
  bandsAround,
  type IndicatorBands,
  type IndicatorStatus,
  judgeIndicator,
  scoreRange,
  type TargetSource,
} from './indicator-score';
import type { IndicatorReading, IndicatorReadings } from './indicator-source';
import type { IndicatorRule } from './template';

/** What a reading gives under a rule: everything that evidence freezes about its score. */
export interface JudgedReading {
  status: IndicatorStatus;
  score: number | null;
  scoreLow: number | null;
  scoreHigh: number | null;
  bands: IndicatorBands;
  targetSource: TargetSource;
  countedValue: number | null;
  countedLow: number | null;
  countedHigh: number | null;
  populationMean: number | null;
  populationSize: number | null;
  priorWeight: number | null;
}

/**
 * Scores a department's reading: the counted value against the bands around its scorecard's target. The interval of
 * the counted value gives the range of the score.
 */
export function judgeReading(
  rule: Pick<IndicatorRule, 'bands' | 'minimumN'>,
  reading: IndicatorReading,
  { scale }: Pick<IndicatorReadings, 'scale'>,
): JudgedReading {
  const { bands, targetSource } = bandsAround(rule.bands, reading.scorecardTarget, scale);
  const { counted } = reading;
  const outcome = judgeIndicator(
    { value: counted?.value ?? reading.value, n: reading.n },
    { bands, minimumN: rule.minimumN },
  );
  const interval = counted?.interval ?? reading.interval;
  const range = outcome.score === null || !interval ? null : scoreRange(interval, bands);
  return {
    ...outcome,
    scoreLow: range?.low ?? null,
    scoreHigh: range?.high ?? null,
    bands,
    targetSource,
    countedValue: counted?.value ?? null,
    countedLow: counted?.interval?.low ?? null,
    countedHigh: counted?.interval?.high ?? null,
    populationMean: counted?.population.mean ?? null,
    populationSize: counted?.population.size ?? null,
    priorWeight: counted?.population.priorWeight ?? null,
  };
}
