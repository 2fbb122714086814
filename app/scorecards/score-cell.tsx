import { Sparkline } from '../charts/sparkline';
import { Delta } from '../components/delta';
import { StatusBadge } from '../components/status-badge';
import { decimalsOf } from '../../universal/analytics/metric-decimals';
import { formatCount } from '../../universal/format';
import { useLocale, useMessages } from '../locale';
import { scorecardMessages } from '../locales/scorecards';
import { formatMetric, formatMetricChange } from './metric-format';
import type { PageLine } from './page-grid';
import { sampleWords } from './sample-words';
import type { GridMetric, Score, ScoreChange, TargetStatus } from './scorecard';
import classes from './score-cell.module.css';
import { statusTones, statusWords } from './status-words';

interface ScoreCellProps {
  metric: GridMetric;
  current: Score;
  change: ScoreChange | null;
  target?: number | null;
  status?: TargetStatus;
  spark?: PageLine['spark'];
  isSparkPartial?: boolean;
  isCompared: boolean;
}

/** A number in a table with what makes it trustworthy: interval, n, change in words, and how it stands against its target. */
export function ScoreCell({
  metric,
  current,
  change,
  target = null,
  status = 'NO_TARGET',
  spark = [],
  isSparkPartial = false,
  isCompared,
}: ScoreCellProps) {
  const t = useMessages(scorecardMessages);
  const locale = useLocale();
  const write = (value: number) => formatMetric(locale, metric.unit, value);
  const { value, n, low, high } = current;
  if (value === null) {
    return (
      <span className={classes.few}>
        {n === 0 ? t.none : t.tooFew({ n: formatCount(locale, n) })}
      </span>
    );
  }
  const isCount = metric.unit === 'COUNT';
  const isJudged = status !== 'NO_TARGET' && status !== 'UNKNOWN';
  return (
    <div className={classes.cell}>
      <div className={classes.top}>
        <span className={classes.value} data-value>
          {write(value)}
        </span>
        {isJudged && (
          <StatusBadge
            tone={statusTones[status]}
            title={
              status === 'UNDECIDED' && target !== null && low !== null && high !== null
                ? t.undecidedBetween({ target: write(target), low: write(low), high: write(high) })
                : undefined
            }
          >
            {statusWords(t, status, target === null ? null : write(target))}
          </StatusBadge>
        )}
      </div>
      <div className={classes.below}>
        {low !== null && high !== null && (
          <span data-interval>{t.intervalShort({ low: write(low), high: write(high) })}</span>
        )}
        {!isCount && <span>{sampleWords(locale, current)}</span>}
      </div>
      <div className={classes.last}>
        {isCompared && (
          <span>
            <Delta
              change={change?.difference ?? null}
              isSignificant={change?.isSignificant ?? false}
              lowerIsBetter={metric.direction === 'LOWER'}
              decimals={decimalsOf(metric.unit)}
              write={(difference) => formatMetricChange(locale, metric.unit, difference)}
              isCount={isCount}
              interval={
                change?.low == null || change.high === null
                  ? null
                  : { low: change.low, high: change.high }
              }
            />
          </span>
        )}
        {spark.length > 0 && (
          <span className={classes.spark}>
            <Sparkline
              points={spark.map(([at, below, above]) => ({ value: at, low: below, high: above }))}
              format={write}
              isPartial={isSparkPartial}
            />
          </span>
        )}
      </div>
    </div>
  );
}
