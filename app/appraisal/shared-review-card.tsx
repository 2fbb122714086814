import { Button } from '@mantine/core';
import { Link } from '@remix-run/react';

import { Panel } from '../components/panel';
import { useMessages } from '../locale';
import { reviewMessages } from '../locales/reviews';
import classes from './home-cards.module.css';
import { DueDay } from './due-day';

interface SharedReviewCardProps {
  data: { reviewId: string; cycleName: string; managerName: string | null; dueOn: string | null };
}

export default function SharedReviewCard({ data }: SharedReviewCardProps) {
  const t = useMessages(reviewMessages);
  return (
    <Panel title={t.cardShared}>
      <p>{t.cardSharedText({ manager: data.managerName ?? '', cycle: data.cycleName })}</p>
      {data.dueOn && (
        <p className="quiet">
          {t.due}: <DueDay day={data.dueOn} />
        </p>
      )}
      <p className={classes.more}>
        <Button component={Link} to={`/reviews/${data.reviewId}`}>
          {t.cardSharedAction}
        </Button>
      </p>
    </Panel>
  );
}
