import { Button } from '@mantine/core';

import { formatCount } from '../../../universal/format';
import { Panel } from '../../components/panel';
import { importMessages } from '../../locales/imports';
import { useLocale, useMessages } from '../../locale';
import classes from './import-page.module.css';
import { ScrollTable } from './scroll-table';

export interface RejectedRow {
  line: number;
  problems: readonly { column: string | null; value: string; reason: string }[];
}

/** Refused rows in the file's own order: where, what stood there, and why not. */
export function RejectedRows({
  importId,
  rows,
  total,
}: {
  importId: string;
  rows: readonly RejectedRow[];
  total: number;
}) {
  const t = useMessages(importMessages);
  const locale = useLocale();
  const download = (
    <Button
      component="a"
      href={`/downloads/imports/${importId}/rejected-rows.csv`}
      variant="default"
    >
      {t.downloadRejected}
    </Button>
  );
  return (
    <Panel
      title={`${t.problems}: ${formatCount(locale, total)}`}
      description={t.problemsHelp}
      actions={download}
      flush
    >
      <ScrollTable caption={t.problems}>
        <thead>
          <tr>
            <th scope="col" data-align="end">
              {t.line}
            </th>
            <th scope="col">{t.field}</th>
            <th scope="col">{t.problemValue}</th>
            <th scope="col">{t.reason}</th>
          </tr>
        </thead>
        <tbody>
          {rows.flatMap(({ line, problems }) =>
            problems.map(({ column, value, reason }, index) => (
              <tr key={`${line}-${column ?? index}`}>
                <td data-align="end">{line}</td>
                <td>{column ?? t.wholeRow}</td>
                <td className={classes.comment} dir="auto">
                  {value === '' ? t.previewEmpty : value}
                </td>
                <td className={classes.comment}>{reason}</td>
              </tr>
            )),
          )}
        </tbody>
      </ScrollTable>
      {total > rows.length && (
        <p className="quiet">{t.moreRejected({ count: formatCount(locale, rows.length) })}</p>
      )}
    </Panel>
  );
}
