import { Button } from '@mantine/core';
import type { LoaderFunctionArgs } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';

import { askedPeriod, lastDays } from '../../../universal/period';
import { EmptyState } from '../../components/empty-state';
import { FilterChips } from '../../components/filter-chips';
import { PageHeader } from '../../components/page-header';
import { Pagination } from '../../components/pagination';
import { Panel } from '../../components/panel';
import { PeriodControl } from '../../components/period-control';
import { SearchField } from '../../components/search-field';
import { feedbackMessages } from '../../locales/feedback';
import { feedbackLinkMessages } from '../../locales/feedback-links';
import { useMessages } from '../../locale';
import { pageTitle } from '../../page-title';
import { CommentCard } from './comment-card';
import { CommentFilters } from './comment-filters';
import { activeFilters } from './active-filters';
import { feedbackFilters, feedbackList } from './feedback.document';
import classes from './feedback.module.css';

export const meta = pageTitle(feedbackMessages, (t) => t.title);

/** What customers said lately is what people come for; a whole quarter may have ended weeks ago. */
const daysWithoutAWord = 90;

const bands = { low: 'LOW', middle: 'MIDDLE', high: 'HIGH' } as const;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const search = new URL(request.url).searchParams;
  const period = askedPeriod(search) ?? lastDays(daysWithoutAWord, context.today);
  const band = search.get('score');
  const [{ departments, touchpoints }, { comments }] = await Promise.all([
    context.query(feedbackFilters),
    context.query(feedbackList, {
      departmentId: search.get('department'),
      period: { key: period.key },
      touchpointId: search.get('touchpoint'),
      band: band === 'low' || band === 'middle' || band === 'high' ? bands[band] : null,
      search: search.get('q'),
      order: search.get('order') === 'critical' ? 'CRITICAL' : 'NEWEST',
      after: search.get('after'),
    }),
  ]);
  return {
    departments,
    touchpoints,
    period,
    chosen: {
      department: search.get('department') ?? '',
      touchpoint: search.get('touchpoint') ?? '',
      score: band ?? '',
      order: search.get('order') ?? '',
      q: search.get('q') ?? '',
    },
    comments: comments.edges.flatMap((edge) => edge?.node ?? []),
    pageInfo: comments.pageInfo,
    isAnalyst: context.viewer?.roles.includes('analyst') ?? false,
  };
}

export default function Feedback() {
  const t = useMessages(feedbackMessages);
  const links = useMessages(feedbackLinkMessages);
  const { departments, touchpoints, period, chosen, comments, pageInfo, isAnalyst } =
    useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title={t.title}
        description={t.intro}
        period={<PeriodControl shown={period} isCompared={false} />}
        actions={
          isAnalyst && (
            <>
              <Button component={Link} to="/feedback/held" variant="default">
                {t.heldTitle}
              </Button>
              <Button component={Link} to="/touchpoints" variant="default">
                {t.touchpoints}
              </Button>
              <Button component={Link} to="/feedback/links">
                {links.title}
              </Button>
            </>
          )
        }
      />
      <div className={classes.stack}>
        <SearchField label={t.searchComments} />
        <CommentFilters departments={departments} touchpoints={touchpoints} chosen={chosen} />
        <FilterChips filters={activeFilters(t, { departments, touchpoints, chosen })} />
        <Panel title={t.comments} flush>
          {comments.length === 0 ? (
            <EmptyState title={t.empty}>{t.emptyHelp}</EmptyState>
          ) : (
            <ul className={classes.comments}>
              {comments.map((comment) => (
                <CommentCard key={comment.feedbackId} comment={comment} mayHold={isAnalyst} />
              ))}
            </ul>
          )}
        </Panel>
        <Pagination pageInfo={{ ...pageInfo, hasPreviousPage: false }} />
      </div>
    </>
  );
}
