import { Link } from '@remix-run/react';

import { formatCount } from '../../universal/format';
import { Panel } from '../components/panel';
import { useLocale, useMessages } from '../locale';
import { reviewMessages } from '../locales/reviews';
import classes from './home-cards.module.css';

interface CycleCardProps {
  data: readonly { cycleId: string; name: string; reviewCount: number; sharedCount: number }[];
}

export default function CycleCard({ data }: CycleCardProps) {
  const t = useMessages(reviewMessages);
  const locale = useLocale();
  return (
    <Panel title={t.cardCycle}>
      <ul className={classes.list}>
        {data.map(({ cycleId, name, reviewCount, sharedCount }) => {
          const said = t.cardCycleText({
            shared: formatCount(locale, sharedCount),
            total: formatCount(locale, reviewCount),
          });
          return (
            <li key={cycleId}>
              <Link to={`/review-cycles/${cycleId}`}>{name}</Link>
              <progress
                className={classes.progress}
                aria-label={said}
                max={Math.max(reviewCount, 1)}
                value={sharedCount}
              />
              <span className="quiet small">{said}</span>
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}
