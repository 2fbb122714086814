import { useEffect, useRef } from 'react';

import { formatCount, formatNumber, formatPercent } from '../../../universal/format';
import { formatPeriod, parsePeriod } from '../../../universal/period';
import { DataTable, type Column } from '../../components/data-table';
import type { ResultOf } from '../../graphql';
import { useLocale, useMessages } from '../../locale';
import { reviewTemplateMessages } from '../../locales/review-templates';
import classes from './editor.module.css';
import type { previewIndicator } from './template.document';
import type { ReviewMetric } from './template-form';

type Success = Extract<
  ResultOf<typeof previewIndicator>['indicatorPreview'],
  { data: unknown }
>['data'];
type Line = Success['lines'][number];

export interface Preview extends Success {
  /** Of the indicator in the form that was asked about. */
  index: number;
}

/** What an indicator would have given each department last quarter, before it is saved. */
export function PreviewTable({ preview, metric }: { preview: Preview; metric: ReviewMetric }) {
  const t = useMessages(reviewTemplateMessages);
  const locale = useLocale();
  const box = useRef<HTMLDivElement>(null);
  const { lines, period, separation } = preview;
  useEffect(() => {
    box.current?.focus({ preventScroll: true });
    box.current?.scrollIntoView({ block: 'start' });
  }, [preview]);
  const asked = parsePeriod(period.key);
  const periodName = asked ? formatPeriod(locale, asked) : period.key;
  const title = t.previewTitle({
    metric: metric.name,
    period: periodName,
  });
  const counted = lines.filter(({ score }) => score !== null).length;
  return (
    <div ref={box} tabIndex={-1} className={classes.preview} role="status" aria-label={title}>
      <h3>{title}</h3>
      <p className="quiet">
        {t.previewText({
          counted: formatCount(locale, counted),
          total: formatCount(locale, lines.length),
        })}
      </p>
      {separation && <p>{separation}</p>}
      <DataTable
        caption={title}
        columns={useColumns(metric)}
        rows={lines}
        rowId={({ department }) => department.departmentId}
        empty={null}
      />
    </div>
  );
}

function useColumns(metric: ReviewMetric): Column<Line>[] {
  const t = useMessages(reviewTemplateMessages);
  const locale = useLocale();
  const inUnit = (value: number) =>
    metric.unit === 'PERCENT'
      ? formatPercent(locale, value)
      : formatNumber(locale, value, metric.unit === 'SCORE' ? 2 : 1);
  return [
    {
      id: 'department',
      header: t.previewDepartment,
      enableSorting: false,
      isRowHeader: true,
      cell: ({ row: { original } }) => (
        <span
          className={classes.department}
          style={{ paddingInlineStart: original.department.level * 12 }}
        >
          {original.department.name}
        </span>
      ),
    },
    {
      id: 'value',
      header: t.previewValue,
      enableSorting: false,
      align: 'end',
      cell: ({ row: { original } }) => (original.value === null ? '–' : inUnit(original.value)),
    },
    {
      id: 'counted',
      header: t.previewCounted,
      enableSorting: false,
      align: 'end',
      isMinor: true,
      cell: ({ row: { original } }) =>
        original.countedValue === null ? '–' : inUnit(original.countedValue),
    },
    {
      id: 'target',
      header: t.target,
      enableSorting: false,
      align: 'end',
      cell: ({ row: { original } }) => (
        <>
          {inUnit(original.target)}
          {original.targetSource === 'TEMPLATE' && (
            <span className="quiet small"> {t.targetOfTemplate}</span>
          )}
        </>
      ),
    },
    {
      id: 'score',
      header: t.previewScore,
      enableSorting: false,
      align: 'end',
      cell: ({ row: { original } }) => <PreviewScore line={original} />,
    },
    {
      id: 'n',
      header: t.previewN,
      enableSorting: false,
      align: 'end',
      cell: ({ row: { original } }) => formatCount(locale, original.n),
    },
    {
      id: 'interval',
      header: t.previewInterval,
      enableSorting: false,
      align: 'end',
      isMinor: true,
      cell: ({ row: { original } }) =>
        original.interval === null
          ? '–'
          : `${inUnit(original.interval.low)} – ${inUnit(original.interval.high)}`,
    },
  ];
}

function PreviewScore({ line }: { line: Line }) {
  const t = useMessages(reviewTemplateMessages);
  const locale = useLocale();
  if (line.status === 'NO_ANSWERS') return <span className="quiet">{t.noAnswers}</span>;
  if (line.score === null) return <span className="quiet">{t.tooFew}</span>;
  return (
    <span className={classes.score}>
      <span className={classes.scoreBar} aria-hidden>
        <span style={{ inlineSize: `${line.score}%` }} />
      </span>
      <strong>{formatNumber(locale, line.score)}</strong>
      {line.scoreRange && (
        <span className="quiet small">
          {' '}
          {formatNumber(locale, line.scoreRange.low)} – {formatNumber(locale, line.scoreRange.high)}
        </span>
      )}
      {line.status === 'COUNTED_WITH_WARNING' && (
        <span className="quiet small"> {t.fewWarning}</span>
      )}
    </span>
  );
}
