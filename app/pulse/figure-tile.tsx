import { formatCount, formatNumber } from '../../universal/format';
import { Delta } from '../components/delta';
import { useLocale, useMessages } from '../locale';
import { pulseMessages } from '../locales/pulse';
import classes from './pulse.module.css';

/** Near an end of its scale a number is at least, or at most, what is shown. */
export type Bound = 'AT_LEAST' | 'AT_MOST' | null;

export interface Figure {
  n: number | null;
  value: number | null;
  bound: Bound;
  interval: { low: number; high: number } | null;
  change: number | null;
  changeInterval: { low: number; high: number } | null;
  isChangeBeyondNoise: boolean;
}

interface FigureTileProps {
  name: string;
  explanation: string;
  figure: Figure;
}

/** A released number with n, interval and change. No data and too few answers look the same. */
export function FigureTile({ name, explanation, figure }: FigureTileProps) {
  const t = useMessages(pulseMessages);
  const locale = useLocale();
  const write = (value: number) => formatNumber(locale, value);
  return (
    <div className={classes.tile}>
      <div className={classes.tileName}>{name}</div>
      <div className={classes.tileValue}>
        {figure.value === null ? (
          <Withheld />
        ) : (
          <Bounded bound={figure.bound}>{write(figure.value)}</Bounded>
        )}
      </div>
      {figure.n !== null && (
        <p className="quiet small">
          {t.sample({ n: formatCount(locale, figure.n) })}
          {figure.interval &&
            ` · ${t.interval} ${t.range({ low: write(figure.interval.low), high: write(figure.interval.high) })}`}
          {figure.value !== null && !figure.interval && ` · ${t.everybodyAnswered}`}
        </p>
      )}
      {figure.change !== null && (
        <p className="small">
          <Delta
            change={figure.change}
            isSignificant={figure.isChangeBeyondNoise}
            interval={figure.changeInterval}
          />
        </p>
      )}
      <p className="quiet small">{explanation}</p>
    </div>
  );
}

/** A number, or in words that it is at least or at most so much. */
export function Bounded({ bound, children: value }: { bound: Bound; children: string }) {
  const t = useMessages(pulseMessages);
  if (bound === null) return value;
  return bound === 'AT_LEAST' ? t.atLeast({ value }) : t.atMost({ value });
}

/** One and the same dash for no data and for too few answers. */
export function Withheld() {
  const t = useMessages(pulseMessages);
  return (
    <span className={classes.withheld}>
      <span aria-hidden>–</span>
      <span className="visually-hidden">{t.withheld}</span>
    </span>
  );
}
