import { EmptyState } from '../components/empty-state';
import { formatDate } from '../../universal/format';
import { useLocale, useMessages, useTimeZone } from '../locale';
import { scorecardMessages } from '../locales/scorecards';
import classes from './comment-list.module.css';
import type { CustomerComment } from './load-department';

/** What customers wrote, each with its scores, where and when. */
export function CommentList({ comments }: { comments: readonly CustomerComment[] }) {
  const t = useMessages(scorecardMessages);
  const locale = useLocale();
  const timeZone = useTimeZone();
  if (comments.length === 0) return <EmptyState title={t.noComments}>{t.noGroupsText}</EmptyState>;
  return (
    <ul className={classes.list}>
      {comments.map((comment) => (
        <li key={comment.feedbackId}>
          <blockquote dir="auto" className={classes.words} style={{ margin: 0 }}>
            {comment.text}
          </blockquote>
          <div className={classes.facts}>
            {comment.npsScore !== null && (
              <strong>{t.scoreNps({ score: String(comment.npsScore) })}</strong>
            )}
            {comment.csatScore !== null && (
              <span>{t.scoreCsat({ score: String(comment.csatScore) })}</span>
            )}
            {comment.cesScore !== null && (
              <span>{t.scoreCes({ score: String(comment.cesScore) })}</span>
            )}
            <span>{comment.department?.name}</span>
            <span>{comment.touchpoint?.name ?? t.noTouchpoint}</span>
            <time dateTime={comment.occurredAt}>
              {formatDate(locale, comment.occurredAt, timeZone)}
            </time>
          </div>
        </li>
      ))}
    </ul>
  );
}
