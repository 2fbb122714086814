import { Link } from '@remix-run/react';

import { Panel } from '../components/panel';
import { useMessages } from '../locale';
import { reviewMessages } from '../locales/reviews';
import classes from './home-cards.module.css';
import { DueDay } from './due-day';
import { StepBadge } from './step-badge';

interface ToWriteCardProps {
  data: {
    count: number;
    reviews: readonly {
      reviewId: string;
      employeeName: string;
      step: string;
      dueOn: string | null;
    }[];
  };
}

export default function ToWriteCard({ data: { count, reviews } }: ToWriteCardProps) {
  const t = useMessages(reviewMessages);
  return (
    <Panel title={t.cardToWrite} description={t.cardToWriteCount({ count })}>
      <ul className={classes.list}>
        {reviews.map(({ reviewId, employeeName, step, dueOn }) => (
          <li key={reviewId}>
            <Link to={`/reviews/${reviewId}`}>{employeeName}</Link>
            <span className={classes.facts}>
              <StepBadge step={step} />
              <span className="quiet small">
                <DueDay day={dueOn} />
              </span>
            </span>
          </li>
        ))}
      </ul>
      {count > reviews.length && (
        <p className={classes.more}>
          <Link to="/reviews">{t.cardToWriteAll}</Link>
        </p>
      )}
    </Panel>
  );
}
