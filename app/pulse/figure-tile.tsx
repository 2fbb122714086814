import { formatCount, formatNumber } from '../../universal/format';
import { Delta } from '../components/delta';
import { useLocale, useMessages } from '../locale';
import { pulseMessages } from '../locales/pulse';
import classes from './pulse.module.css';

export interface Figure {
  n: number | null;
  value: number | null;
  interval: { low: number; high: number } | null;
  change: number | null;
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
        {figure.value === null ? <Withheld /> : write(figure.value)}
      </div>
      {figure.n !== null && (
        <p className="quiet small">
          {t.sample({ n: formatCount(locale, figure.n) })}
          {figure.interval &&
            ` · ${t.interval} ${t.range({ low: write(figure.interval.low), high: write(figure.interval.high) })}`}
        </p>
      )}
      {figure.change !== null && (
        <p className="small">
          <Delta change={figure.change} isSignificant={figure.isChangeBeyondNoise} />
        </p>
      )}
      <p className="quiet small">{explanation}</p>
    </div>
  );
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
