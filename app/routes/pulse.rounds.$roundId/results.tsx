import { Button, NativeSelect } from '@mantine/core';
import { Form, Link } from '@remix-run/react';

import { Panel } from '../../components/panel';
import type { ResultOf } from '../../graphql';
import { useMessages } from '../../locale';
import { pulseMessages } from '../../locales/pulse';
import { driverName } from '../../pulse/driver-name';
import { FigureTile } from '../../pulse/figure-tile';
import { SmallGroupNotice } from '../../pulse/small-group-notice';
import type { DepartmentRow } from '../../pulse/load-pulse';
import type { PulseCommentsDocument, PulseResultsDocument } from '../../pulse/pulse.document';
import classes from '../../pulse/pulse.module.css';
import { DepartmentHeatMap } from './department-heat-map';
import { DriverTable } from './driver-table';
import { TenureTable } from './tenure-table';
import { TrendTable } from './trend-table';

interface ResultsProps {
  round: { roundId: string; minimumGroup: number; minimumCommentGroup: number };
  departments: readonly DepartmentRow[];
  departmentId: string;
  page: number;
  results: ResultOf<typeof PulseResultsDocument>['pulseResults'];
  comments: ResultOf<typeof PulseCommentsDocument>['pulseComments'] | null;
}

/** What a department said in a released round. */
export function Results(props: ResultsProps) {
  const { round, departments, departmentId, page, results, comments } = props;
  const t = useMessages(pulseMessages);
  const { figures } = results;
  return (
    <>
      <SmallGroupNotice round={round} />
      {departments.length > 1 && (
        <Form method="get" className={classes.choose}>
          <NativeSelect
            label={t.department}
            name="department"
            key={departmentId}
            defaultValue={departmentId}
            data={departments.flatMap(({ department }) =>
              department ? [{ value: department.departmentId, label: indented(department) }] : [],
            )}
          />
          <Button type="submit" variant="default">
            {t.show}
          </Button>
        </Form>
      )}
      <Panel
        title={results.department?.name}
        description={
          <>
            {t.withheldText({ group: round.minimumGroup })} {t.boundText}
          </>
        }
      >
        <div className={classes.pair}>
          <FigureTile name={t.enps} explanation={t.enpsExplained} figure={figures.enps} />
          <FigureTile
            name={t.engagement}
            explanation={t.engagementExplained}
            figure={figures.engagement}
          />
        </div>
        <p className="quiet small">{t.certaintyText}</p>
      </Panel>
      <Panel flush title={t.statements} description={t.scoreExplained}>
        <DriverTable drivers={figures.drivers} statements={results.statements} />
      </Panel>
      {departments.length > 1 && (
        <Panel title={t.heatMap} description={t.heatMapText}>
          <DepartmentHeatMap
            roundId={round.roundId}
            departments={departments}
            columns={results.statements.map(({ key }) => ({ key, name: driverName(t, key) }))}
          />
        </Panel>
      )}
      <Panel flush title={t.byTenure}>
        <TenureTable tenure={results.tenure} />
      </Panel>
      <Panel flush title={t.trend}>
        <TrendTable trend={results.trend} />
      </Panel>
      {comments && (
        <Panel
          title={t.comments}
          description={t.commentsText({ group: round.minimumCommentGroup })}
        >
          {comments.comments.length === 0 ? (
            <p className="quiet">{t.noComments}</p>
          ) : (
            <ul className={classes.comments}>
              {comments.comments.map(({ commentId, body }) => (
                <li key={commentId} dir="auto">
                  {body}
                </li>
              ))}
            </ul>
          )}
          {comments.hasMore && (
            <p>
              <Link to={`?department=${departmentId}&page=${page + 1}`}>{t.moreComments}</Link>
            </p>
          )}
        </Panel>
      )}
    </>
  );
}

/** A native list has no tree: depth is shown with spaces of the width of a character. */
function indented({ name, level }: { name: string; level: number }): string {
  return `${'\u3000'.repeat(level)}${name}`;
}
