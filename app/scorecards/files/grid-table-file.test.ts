import { describe, expect, it } from 'vitest';

import { readGridChoice } from '../grid-choice';
import type { Grid } from '../load-grid';
import type { GridMetric, GridRow } from '../scorecard';
import type { FileBasis } from './file-basis';
import { gridReport } from './grid-report';
import { gridTableFile } from './grid-table-file';

const nps: GridMetric = {
  key: 'nps',
  name: 'Net promoter score',
  formula: 'Promoters less detractors.',
  unit: 'POINTS',
  direction: 'HIGHER',
  status: 'CERTIFIED',
  version: 3,
  effectiveOn: '2026-01-01',
  minimumN: 10,
  scaleMinimum: -100,
  scaleMaximum: 100,
};

const row = (name: string, line: Partial<GridRow['lines'][number]>): GridRow => ({
  departmentId: name,
  name,
  level: 1,
  parentId: null,
  parentName: null,
  lines: [
    {
      metricKey: 'nps',
      current: {
        value: 41.74553,
        n: 1902,
        people: 640,
        isTooFew: false,
        low: 38.486,
        high: 45.005,
      },
      change: {
        difference: 4.64,
        low: 1.204,
        high: 8.07,
        pValue: 0.008,
        isImprovement: true,
        confidence: 99,
        isSignificant: true,
      },
      target: 45,
      status: 'UNDECIDED',
      trend: [],
      ...line,
    },
  ],
});

const grid: Grid = {
  asOf: '2026-11-22T01:00:00.000Z',
  period: '2026-Q3',
  periodSoFar: '2026-Q3',
  comparedWith: '2026-Q2',
  metrics: [nps],
  choices: [],
  levels: [1],
  choice: readGridChoice(new URLSearchParams(), ['nps']),
  rows: [
    row('Delivery', {}),
    row('Spare parts', {
      current: { value: null, n: 7, people: 7, isTooFew: true, low: null, high: null },
      change: null,
      status: 'UNKNOWN',
    }),
  ],
  whole: null,
  places: null,
  total: 2,
  judged: 1,
};

const basis: FileBasis = {
  locale: 'en',
  organisation: 'Aster Home',
  reader: 'Eleanor Whitfield',
  timeZone: 'Europe/London',
  now: new Date('2026-11-22T01:05:00Z'),
};

describe('the file of the scorecards', () => {
  const file = gridTableFile(grid, basis);
  const cell = (header: string, at: number) =>
    file.rows[at]?.[file.columns.findIndex((column) => column.header === header)];

  it('holds each number with n, people, interval, significance, target and status', () => {
    expect(cell('NPS', 0)).toBe(41.74553);
    expect([cell('NPS n', 0), cell('NPS: people', 0)]).toEqual([1902, 640]);
    expect([cell('NPS interval low (95%)', 0), cell('NPS interval high (95%)', 0)]).toEqual([
      38.486, 45.005,
    ]);
    expect([
      cell('NPS change interval low (95%)', 0),
      cell('NPS change interval high (95%)', 0),
    ]).toEqual([1.204, 8.07]);
    expect(cell('NPS significance', 0)).toBe('beyond noise (99%)');
    expect([cell('NPS target', 0), cell('NPS status', 0)]).toEqual([45, 'Cannot tell yet']);
  });

  it('withholds a value that stands on too few answers, as the screen does', () => {
    expect([cell('NPS', 1), cell('NPS n', 1), cell('NPS status', 1)]).toEqual([
      null,
      7,
      'Too few to judge',
    ]);
  });

  it('says what the numbers are: period, comparison, reader, definition and version', () => {
    const notes = new Map(file.notes.rows);
    expect(notes.get('Period')).toBe('Q3 2026');
    expect(notes.get('Compared with')).toBe('Q2 2026');
    expect(notes.get('Made for')).toBe('Eleanor Whitfield');
    expect(notes.get('Net promoter score · version 3')).toContain('Promoters less detractors.');
  });

  it('has every heading in Chinese too', () => {
    const headers = gridTableFile(grid, { ...basis, locale: 'zh' }).columns.map(
      ({ header }) => header,
    );
    expect(headers).toContain('NPS 区间下限（95%）');
  });
});

describe('the report of the scorecards', () => {
  it('holds the table, the heat map and the definitions', () => {
    const report = gridReport(grid, basis);
    expect(report.sections.map(({ kind }) => kind)).toEqual(['table', 'table', 'terms']);
    const [table] = report.sections;
    expect(table?.kind === 'table' && table.rows.map((cells) => cells[1]?.text)).toEqual([
      '41.7  Cannot tell yet · target 45.0',
      'n = 7, too few to judge',
    ]);
  });
});
