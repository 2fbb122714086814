import { formatCount, formatPercent } from '../../universal/format';
import { useLocale, useMessages } from '../locale';
import { chartMessages } from './chart-messages';
import { distributionParts, type Distribution } from './distribution';
import classes from './distribution-bar.module.css';

/** Who is behind an NPS: promoters, passives and detractors as parts of one bar, each named with its number. */
export function DistributionBar({ counts }: { counts: Distribution }) {
  const t = useMessages(chartMessages);
  const locale = useLocale();
  const parts = distributionParts(counts);
  return (
    <div>
      <div className={classes.bar} aria-hidden>
        {parts.map(({ part, percent }) => (
          <div
            key={part}
            className={`${classes.part} ${classes[part]}`}
            style={{ flexGrow: percent, flexBasis: 0 }}
          />
        ))}
      </div>
      <ul className={classes.legend}>
        {parts.map(({ part, count, percent }) => (
          <li key={part}>
            <span className={`${classes.swatch} ${classes[part]}`} aria-hidden />
            {t.share({
              name: t[part],
              count: formatCount(locale, count),
              percent: formatPercent(locale, percent, 0),
            })}
          </li>
        ))}
      </ul>
    </div>
  );
}
