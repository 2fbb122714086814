import { formatDelta } from '../../universal/format';
import { roundTo } from '../../universal/round';
import { shellMessages } from '../locales/shell';
import { useLocale, useMessages } from '../locale';
import classes from './delta.module.css';

interface DeltaProps {
  /** Null when there is nothing to compare with. */
  change: number | null;
  /** Whether the change is beyond what chance alone would do. */
  isSignificant: boolean;
  /** A metric where less is better turns the colours, not the arrow. */
  lowerIsBetter?: boolean;
  decimals?: number;
  /** How the change is written, where it has a unit. */
  write?: (change: number) => string;
  /** A count is not an estimate: its change is neither beyond noise nor within. */
  isCount?: boolean;
  /** Where the true change lies at 95 %; null for what is no estimate. */
  interval?: { low: number; high: number } | null;
}

/** A change with arrow and words: "▲ +4.2, within noise". Only a change beyond noise is coloured. */
export function Delta({
  change,
  isSignificant,
  lowerIsBetter = false,
  decimals = 1,
  write,
  isCount = false,
  interval = null,
}: DeltaProps) {
  const t = useMessages(shellMessages);
  const locale = useLocale();
  if (change === null) return <span className="quiet">{t.changeUnknown}</span>;
  const written = write ? write(change) : formatDelta(locale, change, decimals);
  const withInterval = (words: string) =>
    interval
      ? t.changeInterval({
          change: words,
          low: formatDelta(locale, interval.low, decimals),
          high: formatDelta(locale, interval.high, decimals),
        })
      : words;
  if (roundTo(change, decimals) === 0) {
    return <span className="quiet">{withInterval(t.changeSame)}</span>;
  }
  const rises = change > 0;
  const tone = isSignificant ? (rises !== lowerIsBetter ? 'good' : 'bad') : 'noise';
  const words = isCount
    ? written
    : isSignificant
      ? t.changeBeyond({ change: withInterval(written) })
      : t.changeNoise({ change: withInterval(written) });
  return (
    <span className={classes.delta} data-tone={tone}>
      <svg
        width="9"
        height="9"
        viewBox="0 0 10 10"
        fill={isSignificant ? 'currentColor' : 'none'}
        stroke="currentColor"
        aria-hidden
      >
        <path d={rises ? 'M5 1 9.5 9H0.5Z' : 'M5 9 0.5 1H9.5Z'} />
      </svg>
      {words}
    </span>
  );
}
