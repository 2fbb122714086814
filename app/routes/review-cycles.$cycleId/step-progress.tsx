import { formatCount, formatDate } from '../../../universal/format';
import { stepKey } from '../../appraisal/step-badge';
import { useLocale, useMessages } from '../../locale';
import { reviewCycleMessages } from '../../locales/review-cycles';
import { reviewMessages } from '../../locales/reviews';
import type { Cycle } from './cycle-actions';
import classes from './cycle.module.css';

/** How many reviews stand at each step, and by when the step should be done. */
export function StepProgress({ cycle }: { cycle: Cycle }) {
  const t = useMessages(reviewCycleMessages);
  const words = useMessages(reviewMessages);
  const locale = useLocale();
  return (
    <>
      <ol className={classes.steps}>
        {cycle.steps.map(({ step, dueOn, count }) => (
          <li key={step} data-empty={count === 0 || undefined}>
            <span className={classes.stepName}>{words[`step_${stepKey(step)}`]}</span>
            <strong className={classes.stepCount}>{formatCount(locale, count)}</strong>
            <span className={classes.stepBar} aria-hidden>
              <span style={{ inlineSize: `${(count / Math.max(cycle.reviewCount, 1)) * 100}%` }} />
            </span>
            <span className="quiet small">
              {dueOn ? t.stepDue({ day: formatDate(locale, dueOn) }) : '\u00a0'}
            </span>
          </li>
        ))}
      </ol>
      <p className="quiet">
        {t.acknowledgedCount({
          acknowledged: formatCount(locale, cycle.acknowledgedCount),
          shared: formatCount(locale, cycle.sharedCount),
        })}
      </p>
    </>
  );
}
