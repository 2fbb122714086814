import { Button } from '@mantine/core';
import { Form, Link } from '@remix-run/react';

import { formatCount, formatPercent } from '../../../universal/format';
import { Notice } from '../../components/notice';
import { Panel } from '../../components/panel';
import { SubmitButton } from '../../forms/submit-button';
import { importMessages } from '../../locales/imports';
import { useLocale, useMessages } from '../../locale';
import classes from './import-page.module.css';
import { ScrollTable } from './scroll-table';
import { RejectedRows, type RejectedRow } from './rejected-rows';
import type { ReportRow } from './report-tree';

interface ReportStepProps {
  importId: string;
  isDone: boolean;
  counts: { read: number; stored: number; unchanged: number; skipped: number; rejected: number };
  rows: readonly ReportRow[];
  hasScore: boolean;
  rejectedRows: readonly RejectedRow[];
  /** Departments that storing creates first. */
  created: number;
  /** The days of the rows, for the links to the scorecards. */
  periodKey: string | null;
}

/** What a dry run says, or what was stored: counts, numbers by department, and every refused row. */
export function ReportStep(props: ReportStepProps) {
  const { importId, isDone, counts, rows, hasScore, rejectedRows, created, periodKey } = props;
  const t = useMessages(importMessages);
  const locale = useLocale();
  const count = (value: number) => formatCount(locale, value);
  const tiles = [
    [t.rowsRead, counts.read],
    [isDone ? t.stored : t.wouldStore, counts.stored],
    [t.unchanged, counts.unchanged],
    [t.skipped, counts.skipped],
    [t.refused, counts.rejected],
  ] as const;
  return (
    <div className={classes.stack}>
      {isDone ? (
        <Notice
          kind="good"
          title={counts.stored > 0 ? t.doneGood({ rows: count(counts.stored) }) : t.doneSame}
        />
      ) : (
        counts.stored === 0 && counts.unchanged > 0 && <Notice>{t.nothingNew}</Notice>
      )}
      <dl className={classes.tiles}>
        {tiles.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{count(value)}</dd>
          </div>
        ))}
      </dl>
      {isDone ? (
        <div className={classes.actions}>
          <Button component={Link} to={scorecardAddress(null, periodKey)}>
            {t.seeScorecards}
          </Button>
          <Link to="/imports/new">{t.another}</Link>
        </div>
      ) : (
        <Form method="post" className={classes.actions}>
          <input type="hidden" name="intent" value="commit" />
          {counts.stored + counts.unchanged > 0 && (
            <SubmitButton>{t.commit({ rows: count(counts.stored) })}</SubmitButton>
          )}
          {created > 0 && <span className="quiet">{t.willCreate({ count: count(created) })}</span>}
          <Link to="?step=departments">{t.backToDepartments}</Link>
        </Form>
      )}
      {rows.length > 0 && (
        <Panel
          title={t.perDepartment}
          description={hasScore ? `${t.perDepartmentHelp} ${t.satisfiedHelp}` : t.perDepartmentHelp}
          actions={<a href={`/downloads/imports/${importId}/summary.csv`}>{t.downloadSummary}</a>}
          flush
        >
          <ScrollTable caption={t.perDepartment}>
            <thead>
              <tr>
                <th scope="col">{t.department}</th>
                <th scope="col" data-align="end">
                  {t.rows}
                </th>
                {hasScore && (
                  <>
                    <th scope="col" data-align="end">
                      {t.answered}
                    </th>
                    <th scope="col" data-align="end">
                      {t.satisfied}
                    </th>
                  </>
                )}
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={JSON.stringify(row.path)}>
                  <th
                    scope="row"
                    className={[undefined, classes.indent1, classes.indent2][row.depth]}
                  >
                    {isDone && row.departmentId ? (
                      <Link to={scorecardAddress(row.departmentId, periodKey)}>{row.name}</Link>
                    ) : (
                      row.name || t.noDepartment
                    )}
                  </th>
                  <td data-align="end">{count(row.rows)}</td>
                  {hasScore && (
                    <>
                      <td data-align="end">{count(row.scored)}</td>
                      <td data-align="end">
                        {row.scored === 0
                          ? '–'
                          : formatPercent(locale, (100 * row.satisfied) / row.scored)}
                      </td>
                    </>
                  )}
                </tr>
              ))}
            </tbody>
          </ScrollTable>
        </Panel>
      )}
      {counts.rejected > 0 ? (
        <RejectedRows importId={importId} rows={rejectedRows} total={counts.rejected} />
      ) : (
        !isDone && <p className="quiet">{t.noProblems}</p>
      )}
    </div>
  );
}

function scorecardAddress(departmentId: string | null, periodKey: string | null): string {
  const page = departmentId ? `/scorecards/${departmentId}` : '/scorecards';
  return periodKey ? `${page}?period=${periodKey}` : page;
}
