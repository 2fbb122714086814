import { ReviewList, type ListedReview } from '../../appraisal/review-list';
import { EmptyState } from '../../components/empty-state';
import { Panel } from '../../components/panel';
import { useMessages } from '../../locale';
import { reviewMessages } from '../../locales/reviews';

interface ReviewsToWriteProps {
  list: {
    totalCount: number;
    pageInfo: {
      hasNextPage: boolean;
      hasPreviousPage: boolean;
      startCursor: string | null;
      endCursor: string | null;
    };
    rows: readonly ListedReview[];
  };
  search: string;
  step: string | undefined;
}

/** What a manager has to write, and how far each is. */
export function ReviewsToWrite({ list, search, step }: ReviewsToWriteProps) {
  const t = useMessages(reviewMessages);
  const isNarrowed = search !== '' || step !== undefined;
  const nothing = isNarrowed ? (
    <EmptyState title={t.toWriteNoMatch} />
  ) : (
    <EmptyState title={t.toWriteNone}>{t.toWriteNoneText}</EmptyState>
  );
  return (
    <Panel title={t.toWrite} description={t.toWriteText} flush>
      <ReviewList
        caption={t.toWrite}
        {...list}
        search={search}
        step={step}
        showsCycle
        empty={nothing}
      />
    </Panel>
  );
}
