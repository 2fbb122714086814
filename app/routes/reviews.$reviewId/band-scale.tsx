import { useMessages } from '../../locale';
import { reviewMessages } from '../../locales/reviews';
import type { ReviewContent } from './review-form';
import classes from './review.module.css';

type Indicator = ReviewContent['indicators'][number];

interface BandScaleProps {
  indicator: Indicator;
  evidence: NonNullable<Indicator['evidence']>;
  format: (value: number) => string;
}

/** Where the value that counts and its interval lie between threshold, target and stretch. The sentence beside it says the same. */
export function BandScale({ indicator, evidence, format }: BandScaleProps) {
  const t = useMessages(reviewMessages);
  const { threshold, target, stretch } = indicator;
  const { counted } = evidence;
  const value = counted?.value ?? evidence.value;
  const intervalLow = counted ? (counted.interval?.low ?? null) : evidence.intervalLow;
  const intervalHigh = counted ? (counted.interval?.high ?? null) : evidence.intervalHigh;
  const shown = [threshold, stretch, value, intervalLow, intervalHigh].filter(
    (number) => number !== null,
  );
  const low = Math.min(...shown);
  const high = Math.max(...shown);
  const margin = (high - low) * 0.12;
  // Where lower is better the bands fall, and the scale is turned round so that better stays on the right.
  const isTurned = threshold > stretch;
  const at = (number: number): number => {
    const share = ((number - low + margin) / (high - low + 2 * margin)) * 100;
    return isTurned ? 100 - share : share;
  };
  const marks = [
    [t.threshold, threshold],
    [t.target, target],
    [t.stretch, stretch],
  ] as const;
  const interval =
    intervalLow === null || intervalHigh === null
      ? null
      : [at(intervalLow), at(intervalHigh)].sort((a, b) => a - b);
  return (
    <div className={classes.scale} aria-hidden>
      <div className={classes.track}>
        <span
          className={classes.band}
          style={{
            insetInlineStart: `${at(threshold)}%`,
            inlineSize: `${at(stretch) - at(threshold)}%`,
          }}
        />
        {interval && (
          <span
            className={classes.interval}
            style={{
              insetInlineStart: `${interval[0]}%`,
              inlineSize: `${(interval[1] ?? 0) - (interval[0] ?? 0)}%`,
            }}
          />
        )}
        {marks.map(([name, number]) => (
          <span key={name} className={classes.mark} style={{ insetInlineStart: `${at(number)}%` }}>
            <span className={classes.markLabel}>
              {name} {format(number)}
            </span>
          </span>
        ))}
        {value !== null && (
          <span className={classes.value} style={{ insetInlineStart: `${at(value)}%` }}>
            <span className={classes.valueLabel}>{format(value)}</span>
          </span>
        )}
      </div>
    </div>
  );
}
