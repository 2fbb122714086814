import type { LoaderFunctionArgs } from '@remix-run/node';

import { askedPeriod, choosePeriod } from '../../universal/period';
import { languageTag } from '../../universal/text';
import { arrangeRows, type Places, placesOf } from './arrange-rows';
import { countJudged } from './judge-shown';
import { readGridChoice, type GridChoice } from './grid-choice';
import { toLine, type GridMetric, type GridRow } from './scorecard';
import { OpeningPeriodDocument, ScorecardGridDocument } from './scorecard-grid.document';

export interface Grid {
  asOf: string;
  /** Keys, as the address holds them. */
  period: string;
  /** Its days up to today while it runs. */
  periodSoFar: string;
  comparedWith: string | null;
  /** The columns: all, or the one asked for and the count of responses. */
  metrics: GridMetric[];
  /** All metrics there are to choose from. */
  choices: { key: string; name: string }[];
  levels: number[];
  choice: GridChoice;
  rows: GridRow[];
  /** What the heat map measures distance from: the topmost department the reader may see, when there is a single one. */
  whole: GridRow | null;
  places: (Places | null)[] | null;
  total: number;
  /** How many changes were judged together: those of all departments, shown or filtered away. */
  judged: number;
}

type LoaderInput = Pick<LoaderFunctionArgs, 'request' | 'context'>;

const comparisons = { previous: 'PREVIOUS', year: 'YEAR', none: 'NONE' } as const;

/**
 * What the address asks of every page with numbers, as the schema wants it. Without a period it is the newest quarter
 * with enough answers, the same one on every page of a reader.
 */
export async function readPeriodVariables({ request, context }: LoaderInput) {
  const { searchParams } = new URL(request.url);
  const { comparison } = choosePeriod(searchParams, context.today);
  const key =
    askedPeriod(searchParams)?.key ??
    (await context.query(OpeningPeriodDocument, {})).openingPeriod.key;
  return { period: { key }, comparison: comparisons[comparison] };
}

/** The departments the reader may see, arranged as the address says. */
export async function loadGrid(input: LoaderInput): Promise<Grid> {
  const { request, context } = input;
  const { searchParams } = new URL(request.url);
  const { scorecardGrid: grid } = await context.query(
    ScorecardGridDocument,
    await readPeriodVariables(input),
  );
  const names = new Map(
    grid.rows.map(({ department }) => [department.departmentId, department.name]),
  );
  const all = grid.rows.map(({ department, lines }): GridRow => {
    const parentId = department.parent?.departmentId ?? null;
    const { departmentId, name, level } = department;
    return {
      departmentId,
      name,
      level,
      parentId,
      parentName: names.get(parentId ?? '') ?? null,
      lines: lines.map(toLine),
    };
  });
  const choice = readGridChoice(
    searchParams,
    grid.metrics.map(({ key }) => key),
  );
  const collator = new Intl.Collator(languageTag(context.locale));
  const rows = arrangeRows(all, choice, (a, b) => collator.compare(a, b));
  const sortedBy = grid.metrics.find(({ key, unit }) => key === choice.sortBy && unit !== 'COUNT');
  const tops = all.filter(({ parentName }) => parentName === null);
  return {
    asOf: grid.asOf,
    period: grid.period.key,
    periodSoFar: grid.periodSoFar.key,
    comparedWith: grid.comparedWith?.key ?? null,
    metrics: grid.metrics.filter(
      ({ key, unit }) => choice.metricKey === null || key === choice.metricKey || unit === 'COUNT',
    ),
    choices: grid.metrics.map(({ key, name }) => ({ key, name })),
    levels: [...new Set(all.map(({ level }) => level))].sort((a, b) => a - b),
    choice,
    rows,
    whole: tops.length === 1 ? (tops[0] ?? null) : null,
    places: sortedBy && choice.level !== null ? placesOf(rows, sortedBy) : null,
    total: all.length,
    judged: countJudged(all),
  };
}
