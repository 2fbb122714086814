import { Button } from '@mantine/core';
import { Form, Link } from '@remix-run/react';
import { Fragment } from 'react';

import { formatCount, formatPercent } from '../../../universal/format';
import { Notice } from '../../components/notice';
import { Panel } from '../../components/panel';
import { SubmitButton } from '../../forms/submit-button';
import { importMessages } from '../../locales/imports';
import { useLocale, useMessages } from '../../locale';
import { ChangedRows, type Changes } from './changed-rows';
import { type EarlierImport, EarlierNotice } from './earlier-notice';
import classes from './import-page.module.css';
import { ScrollTable } from './scroll-table';
import { RejectedRows, type RejectedRow } from './rejected-rows';
import type { ReportRow } from './report-tree';
import { TakeBackPanel, type TakeBackPlan } from './take-back-panel';

interface ReportStepProps {
  /** Of the choices that this report was made with. */
  revision: string;
  importId: string;
  fileName: string;
  status: string;
  counts: {
    read: number;
    stored: number;
    changed: number;
    unchanged: number;
    skipped: number;
    rejected: number;
  };
  rows: readonly ReportRow[];
  metrics: readonly string[];
  changes: Changes;
  source: string;
  earlier: EarlierImport | null;
  takeBack: TakeBackPlan | null;
  rejectedRows: readonly RejectedRow[];
  /** Departments that storing creates first. */
  created: number;
  /** The days of the rows, for the links to the scorecards. */
  periodKey: string | null;
}

/** What a dry run says, or what was stored: counts, numbers by department, and every refused row. */
export function ReportStep(props: ReportStepProps) {
  const { importId, status, counts, rows, metrics, changes, rejectedRows, created, periodKey } =
    props;
  const isTakenBack = status === 'TAKEN_BACK';
  const isDone = status === 'DONE' || isTakenBack;
  const hasScore = metrics.length > 0;
  const t = useMessages(importMessages);
  const locale = useLocale();
  const count = (value: number) => formatCount(locale, value);
  const tiles = [
    [t.rowsRead, counts.read],
    [isDone ? t.stored : t.wouldStore, counts.stored],
    [isDone ? t.changed : t.wouldChange, counts.changed],
    [t.unchanged, counts.unchanged],
    [t.skipped, counts.skipped],
    [t.refused, counts.rejected],
  ] as const;
  return (
    <div className={classes.stack}>
      <Outcome counts={counts} isDone={isDone} isTakenBack={isTakenBack} />
      {!isDone && props.earlier && <EarlierNotice earlier={props.earlier} source={props.source} />}
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
          {isTakenBack ? (
            <Button component={Link} to="?step=columns">
              {t.importAgain}
            </Button>
          ) : (
            <Button component={Link} to={scorecardAddress(null, periodKey)}>
              {t.seeScorecards}
            </Button>
          )}
          <Link to="/imports/new">{t.another}</Link>
        </div>
      ) : (
        <Form method="post" className={classes.actions}>
          <input type="hidden" name="intent" value="commit" />
          <input type="hidden" name="revision" value={props.revision} />
          {counts.stored + counts.changed + counts.unchanged > 0 && (
            <SubmitButton>
              {counts.changed > 0
                ? t.commitChanges({ rows: count(counts.stored), changed: count(counts.changed) })
                : t.commit({ rows: count(counts.stored) })}
            </SubmitButton>
          )}
          {created > 0 && <span className="quiet">{t.willCreate({ count: count(created) })}</span>}
          <Link to="?step=departments">{t.backToDepartments}</Link>
        </Form>
      )}
      {counts.changed > 0 && (
        <ChangedRows {...changes} known={counts.changed + counts.unchanged} isDone={isDone} />
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
                {metrics.map((metric) => (
                  <Fragment key={metric}>
                    <th scope="col" data-align="end">
                      {t.answered({ metric })}
                    </th>
                    <th scope="col" data-align="end">
                      {t.satisfied({ metric })}
                    </th>
                  </Fragment>
                ))}
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
                  {metrics.map((metric) => {
                    const tally = row.scores.find((score) => score.metric === metric);
                    return (
                      <Fragment key={metric}>
                        <td data-align="end">{count(tally?.scored ?? 0)}</td>
                        <td data-align="end">
                          {tally && tally.scored > 0
                            ? formatPercent(locale, (100 * tally.satisfied) / tally.scored)
                            : '–'}
                        </td>
                      </Fragment>
                    );
                  })}
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
      {props.takeBack && <TakeBackPanel plan={props.takeBack} fileName={props.fileName} />}
    </div>
  );
}

/** What has come of it, or would: in one sentence. */
function Outcome({
  counts,
  isDone,
  isTakenBack,
}: {
  counts: ReportStepProps['counts'];
  isDone: boolean;
  isTakenBack: boolean;
}) {
  const t = useMessages(importMessages);
  const locale = useLocale();
  const told = {
    rows: formatCount(locale, counts.stored),
    changed: formatCount(locale, counts.changed),
  };
  if (isTakenBack) return <Notice kind="good" title={t.takenBack(told)} />;
  if (!isDone) {
    const isSame = counts.stored + counts.changed === 0 && counts.unchanged > 0;
    return isSame ? <Notice>{t.nothingNew}</Notice> : null;
  }
  const title =
    counts.changed > 0 ? t.doneChanged(told) : counts.stored > 0 ? t.doneGood(told) : t.doneSame;
  return <Notice kind="good" title={title} />;
}

function scorecardAddress(departmentId: string | null, periodKey: string | null): string {
  const page = departmentId ? `/scorecards/${departmentId}` : '/scorecards';
  return periodKey ? `${page}?period=${periodKey}` : page;
}
