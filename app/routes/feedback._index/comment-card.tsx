import { Link } from '@remix-run/react';

import { formatDate } from '../../../universal/format';
import { StatusBadge } from '../../components/status-badge';
import { feedbackMessages } from '../../locales/feedback';
import { useLocale, useMessages, useTimeZone } from '../../locale';
import { entryAddress } from '../feedback.entries.$entryKey/entry-address';
import classes from './feedback.module.css';
import { scoreWords } from './score-words';

interface CommentCardProps {
  comment: {
    feedbackId: string;
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
  /** Whether the reader may hold it. */
  mayHold: boolean;
}

/** One comment with its scores, and where and when it was said. */
export function CommentCard({ comment, mayHold }: CommentCardProps) {
  const t = useMessages(feedbackMessages);
  const locale = useLocale();
  const zone = useTimeZone();
  const { scorePercent } = comment;
  const scores = scoreWords(t, comment);
  const place = [comment.department?.name, comment.touchpoint?.name, comment.channelName].filter(
    Boolean,
  );
  return (
    <li className={classes.comment}>
      <p className={classes.text} dir="auto">
        {comment.text}
      </p>
      <p className={classes.facts}>
        {scorePercent === null ? (
          <StatusBadge tone="neutral">{t.noScore}</StatusBadge>
        ) : (
          <>
            <StatusBadge tone={scorePercent < 40 ? 'bad' : scorePercent < 70 ? 'caution' : 'good'}>
              {scorePercent < 40 ? t.toneLow : scorePercent < 70 ? t.toneMiddle : t.toneHigh}
            </StatusBadge>
            <span className="figures">{scores.join(' · ')}</span>
          </>
        )}
        <span>{place.join(' · ')}</span>
        <time dateTime={comment.occurredAt}>{formatDate(locale, comment.occurredAt, zone)}</time>
        {mayHold && (
          <Link
            to={entryAddress(comment)}
            aria-label={t.openEntry({ text: comment.text.slice(0, 80) })}
          >
            {t.open}
          </Link>
        )}
      </p>
    </li>
  );
}
