import { formatCount, formatDate, formatDateTime } from '../../../universal/format';
import type { Locale } from '../../../universal/text';
import { Notice } from '../../components/notice';
import { Panel } from '../../components/panel';
import { importMessages } from '../../locales/imports';
import { useLocale, useMessages, useTimeZone } from '../../locale';
import classes from './import-page.module.css';
import { ScrollTable } from './scroll-table';

export interface Changes {
  fields: readonly { field: string; rows: number }[];
  samples: readonly { line: number; field: string; before: string | null; after: string | null }[];
}

interface ChangedRowsProps extends Changes {
  /** Rows that are stored already, changed or not. */
  known: number;
  isDone: boolean;
}

/** In which fields rows differ from what is stored of them, and a few of each, before and after. */
export function ChangedRows({ fields, samples, known, isDone }: ChangedRowsProps) {
  const t = useMessages(importMessages);
  const locale = useLocale();
  const zone = useTimeZone();
  const names: Readonly<Record<string, string>> = {
    DATE: t.date,
    DEPARTMENT: t.department,
    TOUCHPOINT: t.touchpoint,
    CHANNEL: t.channel,
    NPS: 'NPS',
    CSAT: 'CSAT',
    CES: 'CES',
    COMMENT: t.comment,
    RESPONDENT: t.respondent,
  };
  const moved = fields.find(({ field }) => field === 'DEPARTMENT')?.rows ?? 0;
  const order = fields.map(({ field }) => field);
  const rows = samples.toSorted((a, b) => order.indexOf(a.field) - order.indexOf(b.field));
  const shown = (field: string, value: string | null) =>
    value === null
      ? field === 'RESPONDENT'
        ? t.notTold
        : t.previewEmpty
      : field === 'DATE'
        ? dateWords(locale, value, zone)
        : value;
  return (
    <>
      {!isDone && moved * 2 > known && <Notice kind="warn">{t.mostMove}</Notice>}
      <Panel
        title={isDone ? t.changedTitle : t.wouldChangeTitle}
        description={fields
          .map(({ field, rows: count }) =>
            t.changedField({ field: names[field] ?? field, count: formatCount(locale, count) }),
          )
          .join(t.listSeparator)}
        flush
      >
        {rows.length > 0 && (
          <ScrollTable caption={isDone ? t.changedTitle : t.wouldChangeTitle}>
            <thead>
              <tr>
                <th scope="col" data-align="end">
                  {t.line}
                </th>
                <th scope="col">{t.field}</th>
                <th scope="col">{t.before}</th>
                <th scope="col">{t.after}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map(({ line, field, before, after }) => (
                <tr key={`${field}-${line}`}>
                  <td data-align="end">{line}</td>
                  <td>{names[field] ?? field}</td>
                  <td className={classes.comment} dir="auto">
                    {shown(field, before)}
                  </td>
                  <td className={classes.comment} dir="auto">
                    {shown(field, after)}
                  </td>
                </tr>
              ))}
            </tbody>
          </ScrollTable>
        )}
      </Panel>
    </>
  );
}

/** A day stays a day; a moment is told in the organisation's zone. */
function dateWords(locale: Locale, value: string, zone: string): string {
  return value.length === 10 ? formatDate(locale, value) : formatDateTime(locale, value, zone);
}
