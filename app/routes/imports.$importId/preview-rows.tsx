import { parseDate } from '../../../universal/intake/date-format';
import { readScore } from '../../../universal/feedback/import-score';
import { formatDate } from '../../../universal/format';
import type { Locale } from '../../../universal/text';
import { Panel } from '../../components/panel';
import { importMessages } from '../../locales/imports';
import { useLocale, useMessages } from '../../locale';
import type { DraftMapping, DraftScore } from './column-mapping-form';
import classes from './import-page.module.css';
import { ScrollTable } from './scroll-table';

interface PreviewRowsProps {
  columns: readonly string[];
  sample: readonly { line: number; values: string[] }[];
  draft: DraftMapping;
}

type Words = (typeof importMessages)['en'];

/** The first rows of the file as they would be stored, read by the very rules that the import uses. */
export function PreviewRows({ columns, sample, draft }: PreviewRowsProps) {
  const t = useMessages(importMessages);
  const locale = useLocale();
  const valueOf = (values: readonly string[], name: string | null) =>
    name === null ? '' : (values[columns.indexOf(name)] ?? '');
  return (
    <>
      <Panel title={t.previewTitle} flush>
        <ScrollTable caption={t.previewTitle}>
          <thead>
            <tr>
              <th scope="col">{t.previewLine}</th>
              <th scope="col">{t.previewDepartment}</th>
              <th scope="col">{t.previewDate}</th>
              {draft.scores.map(({ metric }) => (
                <th key={metric} scope="col">
                  {metric.toUpperCase()}
                </th>
              ))}
              <th scope="col">{t.previewComment}</th>
            </tr>
          </thead>
          <tbody>
            {sample.map(({ line, values }) => {
              const path = draft.department
                .map((name) => valueOf(values, name).trim())
                .filter(Boolean);
              return (
                <tr key={line}>
                  <th scope="row">{line}</th>
                  <td>{path.length > 0 ? path.join(' › ') : t.noDepartment}</td>
                  <td className={classes.short}>
                    {dayWords(t, locale, valueOf(values, draft.date), draft)}
                  </td>
                  {draft.scores.map((score) => (
                    <td key={score.metric} className={classes.short}>
                      {scoreWords(t, valueOf(values, score.column), score)}
                    </td>
                  ))}
                  <td className={classes.comment} dir="auto">
                    {valueOf(values, draft.comment)}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </ScrollTable>
      </Panel>
      <details className={classes.raw}>
        <summary>{t.rawTitle}</summary>
        <ScrollTable caption={t.rawTitle}>
          <thead>
            <tr>
              {columns.map((name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {sample.map(({ line, values }) => (
              <tr key={line}>
                {columns.map((name, index) => (
                  <td key={name} className={classes.comment} dir="auto">
                    {values[index] ?? ''}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </ScrollTable>
      </details>
    </>
  );
}

function dayWords(
  t: Words,
  locale: Locale,
  value: string,
  { date, dateOrder }: DraftMapping,
): string {
  if (date === null) return '–';
  if (value.trim() === '') return t.previewEmpty;
  if (dateOrder === null) return value;
  const read = parseDate(value, dateOrder);
  if (!read) return t.previewProblem({ value });
  const two = (number: number) => String(number).padStart(2, '0');
  return formatDate(locale, `${read.year}-${two(read.month)}-${two(read.day)}`);
}

function scoreWords(t: Words, value: string, { metric, best }: DraftScore): string {
  if (best === null) return value === '' ? '–' : value;
  const read = readScore(value, { metric, best });
  if (read.kind === 'unanswered') return t.previewUnanswered;
  if (read.kind !== 'score') return t.previewProblem({ value });
  const stored = String(read.value);
  return stored === value.trim() ? stored : t.previewScoreTurned({ given: value, stored });
}
