import { formatDate, formatNumber, formatPercent } from '../../../universal/format';
import { Panel } from '../../components/panel';
import { useLocale, useMessages, useTimeZone } from '../../locale';
import { reviewMessages } from '../../locales/reviews';
import type { Review } from './review-form';
import classes from './review.module.css';

/** The review to read: goals, competencies, summary, and what the employee noted. */
export function ReviewReading({ review }: { review: Review }) {
  const t = useMessages(reviewMessages);
  const locale = useLocale();
  const timeZone = useTimeZone();
  const { content } = review;
  return (
    <>
      <Panel
        title={t.goals}
        description={content.highestAchievement > 100 ? t.goalsScale : undefined}
      >
        {content.goals.length === 0 && <p className="quiet">{t.goalsNone}</p>}
        <ul className={classes.readList}>
          {content.goals.map((goal) => (
            <li key={goal.goalId}>
              <div className={classes.itemHead}>
                <h3 dir="auto">{goal.title}</h3>
                <span className="figures">
                  {goal.achievement === null
                    ? t.notRated
                    : t.achieved({ percent: formatPercent(locale, goal.achievement, 0) })}
                </span>
              </div>
              {goal.measure && (
                <p className={classes.prose} dir="auto">
                  {goal.measure}
                </p>
              )}
              <p className="quiet small">
                {t.weight}{' '}
                {formatNumber(locale, goal.weight, Number.isInteger(goal.weight) ? 0 : 2)}%
              </p>
            </li>
          ))}
        </ul>
      </Panel>
      {content.competencies.length > 0 && (
        <Panel title={t.competencies}>
          <ul className={classes.readList}>
            {content.competencies.map(({ competencyId, label, rating, remark }) => (
              <li key={competencyId}>
                <div className={classes.itemHead}>
                  <h3 dir="auto">{label}</h3>
                  <span>
                    {rating === null
                      ? t.notRated
                      : `${rating} · ${content.ratingLabels[rating - 1] ?? ''}`}
                  </span>
                </div>
                {remark && (
                  <p className={classes.prose} dir="auto">
                    {remark}
                  </p>
                )}
              </li>
            ))}
          </ul>
        </Panel>
      )}
      {content.hasComments && (
        <Panel title={t.summary}>
          {review.summary ? (
            <p className={classes.prose} dir="auto">
              {review.summary}
            </p>
          ) : (
            <p className="quiet">{t.noSummary}</p>
          )}
          {review.managerName && (
            <p className="quiet small">{t.writtenBy({ manager: review.managerName })}</p>
          )}
        </Panel>
      )}
      {review.acknowledgedAt && (
        <Panel
          title={t.acknowledgedOn({ day: formatDate(locale, review.acknowledgedAt, timeZone) })}
          description={t.acknowledgedText}
        >
          {review.acknowledgementNote && (
            <>
              <h3>{t.noteOf({ name: review.employeeName })}</h3>
              <p className={classes.prose} dir="auto">
                {review.acknowledgementNote}
              </p>
            </>
          )}
        </Panel>
      )}
    </>
  );
}
