import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';

import { formatCount } from '../../../universal/format';
import { choosePeriod } from '../../../universal/period';
import { nodesOf } from '../../appraisal/nodes-of';
import { ReviewList } from '../../appraisal/review-list';
import { chosenStep } from '../../appraisal/step-filter';
import { EmptyState } from '../../components/empty-state';
import { Notice } from '../../components/notice';
import { PageHeader } from '../../components/page-header';
import { connectionArguments } from '../../components/pagination';
import { Panel } from '../../components/panel';
import { useLocale, useMessages } from '../../locale';
import { reviewCycleMessages } from '../../locales/review-cycles';
import { pageTitle } from '../../page-title';
import { closeReviewCycle, getReviewCycle, startManagerReviews } from './cycle.document';
import { CycleActions } from './cycle-actions';
import classes from './cycle.module.css';
import { StepProgress } from './step-progress';

export const meta = pageTitle(reviewCycleMessages, (t) => t.cycles);

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const address = new URL(request.url).searchParams;
  const search = (address.get('q') ?? '').trim();
  const step = chosenStep(address);
  const { reviewCycle, reviews } = await context.query(getReviewCycle, {
    ...connectionArguments(address),
    cycleId: params['cycleId'] ?? '',
    search,
    steps: step ? [step] : null,
  });
  return {
    cycle: reviewCycle,
    reviews: { ...reviews, rows: nodesOf(reviews) },
    search,
    step,
    // What the evidence would look at if the manager reviews started today.
    period: choosePeriod(new URLSearchParams(), context.today).period,
  };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const form = await request.formData();
  const variables = { input: { cycleId: params['cycleId'] ?? '' } };
  const outcome =
    form.get('do') === 'close'
      ? await context.mutate(closeReviewCycle, variables)
      : await context.mutate(startManagerReviews, variables);
  return outcome.ok ? null : { error: outcome.error };
}

/** How far everybody of a cycle is, and what HR does next. */
export default function ReviewCycle() {
  const t = useMessages(reviewCycleMessages);
  const locale = useLocale();
  const { cycle, reviews, search, step, period } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <PageHeader
        title={cycle.name}
        trail={[{ to: '/review-cycles', label: t.cycles }]}
        description={
          <>
            {cycle.department.name} ·{' '}
            <Link to={`/review-templates/${cycle.templateId}`}>
              {cycle.templateName}, {t.version({ version: cycle.templateVersion })}
            </Link>
          </>
        }
      />
      <div className={classes.page}>
        {answer?.error && <Notice kind="bad" title={answer.error.message} />}
        <CycleActions cycle={cycle} period={period} />
        <Panel title={t.steps}>
          <StepProgress cycle={cycle} />
          {cycle.withoutManager > 0 && (
            <p className="quiet">
              {t.withoutManager({ count: formatCount(locale, cycle.withoutManager) })}
            </p>
          )}
        </Panel>
        <Panel title={t.cycleReviews} flush>
          <ReviewList
            caption={t.cycleReviews}
            {...reviews}
            search={search}
            step={step}
            showsManager
            empty={<EmptyState title={t.cycleReviewsNone} />}
          />
        </Panel>
      </div>
    </>
  );
}
