import { formatDate } from '../../../universal/format';
import { StatusBadge } from '../../components/status-badge';
import { feedbackMessages } from '../../locales/feedback';
import { useLocale, useMessages, useTimeZone } from '../../locale';
import classes from './feedback.module.css';

interface CommentCardProps {
  comment: {
    occurredAt: string;
    text: string;
    npsScore: number | null;
    csatScore: number | null;
    cesScore: number | null;
    scorePercent: number | null;
    channelName: string;
    department: { name: string } | null;
    touchpoint: { name: string } | null;
  };
}

/** One comment with its scores, and where and when it was said. */
export function CommentCard({ comment }: CommentCardProps) {
  const t = useMessages(feedbackMessages);
  const locale = useLocale();
  const zone = useTimeZone();
  const { npsScore, csatScore, cesScore, scorePercent } = comment;
  const scores = [
    npsScore === null ? null : t.nps({ score: npsScore }),
    csatScore === null ? null : t.csat({ score: csatScore }),
    cesScore === null ? null : t.ces({ score: cesScore }),
  ].filter((words) => words !== null);
  const place = [comment.department?.name, comment.touchpoint?.name, comment.channelName].filter(
    Boolean,
  );
  return (
    <li className={classes.comment}>
      <p className={classes.text}>{comment.text}</p>
      <p className={classes.facts}>
        {scorePercent === null ? (
          <StatusBadge tone="neutral">{t.noScore}</StatusBadge>
        ) : (
          <>
            <StatusBadge tone={scorePercent < 40 ? 'bad' : scorePercent < 70 ? 'near' : 'good'}>
              {scorePercent < 40 ? t.toneLow : scorePercent < 70 ? t.toneMiddle : t.toneHigh}
            </StatusBadge>
            <span className="figures">{scores.join(' · ')}</span>
          </>
        )}
        <span>{place.join(' · ')}</span>
        <time dateTime={comment.occurredAt}>{formatDate(locale, comment.occurredAt, zone)}</time>
      </p>
    </li>
  );
}
