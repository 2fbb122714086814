import type { ReactNode } from 'react';

import { formatCount, formatNumber } from '../../universal/format';
import { shellMessages } from '../locales/shell';
import { useLocale, useMessages } from '../locale';
import { Delta } from './delta';
import classes from './stat-tile.module.css';
import { StatusBadge } from './status-badge';

export type TargetStatus = 'met' | 'near' | 'missed' | 'none';

interface StatTileProps {
  name: ReactNode;
  /** Null when nobody answered. */
  value: number | null;
  unit?: string;
  decimals?: number;
  n: number;
  interval?: { low: number; high: number } | null;
  isTooFew?: boolean;
  /** Given only where the page compares. */
  change?: { value: number | null; isSignificant: boolean; lowerIsBetter?: boolean };
  target?: number | null;
  status?: TargetStatus;
  /** A small chart, drawn under the numbers. */
  trend?: ReactNode;
}

const tones = { met: 'good', near: 'near', missed: 'bad', none: 'neutral' } as const;

/** One number with everything that says how sure it is: interval, n, change beyond noise or not, target in shape and words. */
export function StatTile(props: StatTileProps) {
  const {
    name,
    value,
    unit,
    decimals = 1,
    n,
    interval,
    isTooFew = false,
    change,
    target,
    status,
    trend,
  } = props;
  const t = useMessages(shellMessages);
  const locale = useLocale();
  const write = (number: number) => formatNumber(locale, number, decimals);
  const statusWords = {
    met: t.statusMet,
    near: t.statusNear,
    missed: t.statusMissed,
    none: t.statusNone,
  };
  return (
    <div className={classes.tile}>
      <div className={classes.name}>{name}</div>
      {value === null || isTooFew ? (
        <>
          <div className={classes.value}>–</div>
          <div className="quiet small">{t.tooFew({ n: formatCount(locale, n) })}</div>
        </>
      ) : (
        <>
          <div className={classes.value}>
            {write(value)}
            {unit && <span className={classes.unit}>{unit}</span>}
          </div>
          <div className="quiet small">
            {t.sample({ n: formatCount(locale, n) })}
            {interval &&
              ` · ${t.interval({ low: write(interval.low), high: write(interval.high) })}`}
          </div>
          {change && (
            <div className="small">
              <Delta
                change={change.value}
                isSignificant={change.isSignificant}
                lowerIsBetter={change.lowerIsBetter ?? false}
                decimals={decimals}
              />
            </div>
          )}
          {status && (
            <div className={classes.target}>
              <StatusBadge tone={tones[status]}>{statusWords[status]}</StatusBadge>
              {typeof target === 'number' && (
                <span className="quiet small">{t.target({ target: write(target) })}</span>
              )}
            </div>
          )}
        </>
      )}
      {trend}
    </div>
  );
}
