import {
  type ColumnMapping,
  type ImportMetric,
  importMetrics,
  type ScoreColumn,
} from '../../../universal/feedback/import-mapping';
import { readChannel } from './channel';
import { isReportColumn } from '../../intake';
import {
  type DateFinding,
  DateTally,
  findDateOrder,
  readableOrders,
} from '../../../universal/intake/date-format';
import { looksLikeScore } from '../../../universal/feedback/import-score';

export type ColumnGuess = Omit<ColumnMapping, 'date' | 'dateOrder'> & {
  date: string | null;
  dateOrder: ColumnMapping['dateOrder'] | null;
  dates: DateFinding;
};

interface ColumnFacts {
  name: string;
  /** Values that are not empty. */
  values: string[];
  distinct: number;
  dateShare: number;
  scoreShare: number;
  averageLength: number;
}

const nameHints = {
  date: /(^|[\s_-])(date|day|time|timestamp|submitted|created|occurred|received|when)|日期|时间|提交|创建/i,
  score:
    /score|rating|stars?|nps|csat|ces|fft|satisfaction|recommend|评分|分数|打分|得分|星级|满意度|推荐/i,
  comment:
    /comment|verbatim|feedback|review|text|remark|reason|评论|评价|意见|反馈|留言|原因|内容/i,
  rowId:
    /^(id|no|nr|#)$|[\s_-](id|no|key|number)$|^(id|uuid|key)[\s_-]|[a-z]Id$|编号|序号|单号|流水号/i,
  respondent:
    /respondent|customer|client|member|patient|guest|user|panel|e-?mail|受访者|客户|顾客|会员|患者|用户/i,
  channel: /channel|渠道/i,
  touchpoint: /touch[\s_-]?point|触点/i,
} as const;

/** Department columns from the widest unit to the narrowest. */
const departmentHints: readonly RegExp[] = [
  /trust|organi[sz]ation|company|region|division|group|机构|公司|区域|大区|事业部/i,
  /^(?!.*sub).*(service|department|dept|unit|branch|store|shop|site|team)|部门|服务|门店|分店|网点|科室/i,
  /sub[\s_-]?(service|department|unit|team)|ward|section|子部门|子服务|病区|小组|班组/i,
];

/** A first mapping to correct: by the names of the columns, confirmed or replaced by what stands in them. */
export function guessColumns(
  columns: readonly string[],
  rows: readonly (readonly string[])[],
): ColumnGuess {
  const facts = columns
    .map((name, index) =>
      factsOf(
        name,
        rows.map((row) => row[index] ?? ''),
      ),
    )
    .filter(({ name }) => !isReportColumn(name));
  const free = new Set(facts);
  const take = (fits: (column: ColumnFacts) => number): ColumnFacts | null => {
    let best: { column: ColumnFacts; score: number } | undefined;
    for (const column of free) {
      const score = fits(column);
      if (score > 0 && (!best || score > best.score)) best = { column, score };
    }
    if (best) free.delete(best.column);
    return best?.column ?? null;
  };

  const named = (hint: RegExp, column: ColumnFacts) => (hint.test(column.name) ? 1 : 0);
  const date = take((column) =>
    column.dateShare < 0.6 ? 0 : column.dateShare + named(nameHints.date, column),
  );
  // A person's id is no row's id: the person may come again, with another answer.
  const rowId = take((column) =>
    nameHints.respondent.test(column.name)
      ? 0
      : uniqueShare(column) * named(nameHints.rowId, column),
  );
  const scores = takeScores(take);
  const respondent = take((column) => respondentFit(column));
  const comment = take((column) => commentFit(column));
  const touchpoint = take((column) => named(nameHints.touchpoint, column));
  const channel = take((column) => channelFit(column));
  const department = departmentHints.flatMap(
    (hint) => take((column) => departmentFit(hint, column)) ?? [],
  );
  const fallback =
    department.length > 0
      ? []
      : [take((column) => categoryFit(column, rows.length))].flatMap((c) => c ?? []);
  const dates = date ? tallyDates(date.values) : ({ kind: 'none' } as const);

  return {
    department: [...department, ...fallback].map(({ name }) => name),
    date: date?.name ?? null,
    dates,
    dateOrder: dates.kind === 'found' ? dates.order : null,
    scores,
    comment: comment?.name ?? null,
    rowId: rowId?.name ?? null,
    respondent: respondent?.name ?? null,
    touchpoint: touchpoint?.name ?? null,
    channel: channel?.name ?? null,
    defaultTouchpointId: null,
  };
}

function factsOf(name: string, cells: readonly string[]): ColumnFacts {
  const values = cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
  const share = (fits: (value: string) => boolean) =>
    values.length === 0 ? 0 : values.filter(fits).length / values.length;
  return {
    name,
    values,
    distinct: new Set(values).size,
    dateShare: share((value) => readableOrders(value).length > 0),
    scoreShare: share(looksLikeScore),
    averageLength:
      values.reduce((sum, value) => sum + value.length, 0) / Math.max(values.length, 1),
  };
}

function uniqueShare({ values, distinct }: ColumnFacts): number {
  const share = values.length === 0 ? 0 : distinct / values.length;
  return share >= 0.99 ? share : 0;
}

function scoreFit(column: ColumnFacts): number {
  if (column.scoreShare < 0.8 || column.distinct > 12) return 0;
  return column.scoreShare + (nameHints.score.test(column.name) ? 2 : 0);
}

type Take = (fits: (column: ColumnFacts) => number) => ColumnFacts | null;

/** One column, the likeliest, and those others that say by their name that they measure something else. */
function takeScores(take: Take): ScoreColumn[] {
  const scores: ScoreColumn[] = [];
  const add = (column: ColumnFacts | null): boolean => {
    if (!column) return false;
    scores.push({
      column: column.name,
      metric: guessMetric(column),
      best: guessBest(column.name),
    });
    return true;
  };
  if (!add(take(scoreFit))) return [];
  const others = () => importMetrics.filter((metric) => scores.every((s) => s.metric !== metric));
  for (let more = true; more;) {
    const open = others();
    more = add(
      take((column) =>
        nameHints.score.test(column.name) && open.includes(guessMetric(column))
          ? scoreFit(column)
          : 0,
      ),
    );
  }
  return scores;
}

/** A name alone is no person: the column must hold something short that comes in many values. */
function respondentFit(column: ColumnFacts): number {
  const { name, values, distinct, averageLength } = column;
  if (!nameHints.respondent.test(name) || !/id|no|key|code|mail|编号|号|邮/i.test(name)) return 0;
  if (column.dateShare > 0.5 || averageLength > 80) return 0;
  return distinct > values.length / 20 ? 1 : 0;
}

function commentFit(column: ColumnFacts): number {
  if (column.dateShare > 0.5 || column.scoreShare > 0.5) return 0;
  const wordy =
    column.averageLength > 12 && column.distinct > column.values.length / 3
      ? column.averageLength / 100
      : 0;
  return nameHints.comment.test(column.name) ? 2 + wordy : wordy > 0.2 ? wordy : 0;
}

function channelFit(column: ColumnFacts): number {
  if (nameHints.channel.test(column.name)) return 2;
  return column.values.length > 0 && column.values.every((value) => readChannel(value)) ? 1 : 0;
}

function departmentFit(hint: RegExp, column: ColumnFacts): number {
  if (!hint.test(column.name) || column.dateShare > 0.5 || column.scoreShare > 0.8) return 0;
  return column.averageLength < 80 ? 1 : 0;
}

/** A column of few short values that come back again and again is likely the unit the feedback is about. */
function categoryFit(column: ColumnFacts, rows: number): number {
  if (column.distinct < 2 || column.distinct > Math.max(2, rows / 3) || column.averageLength > 60)
    return 0;
  return column.scoreShare > 0.5 || column.dateShare > 0.5
    ? 0
    : column.values.length / Math.max(rows, 1);
}

function tallyDates(values: readonly string[]): DateFinding {
  const tally = new DateTally();
  for (const value of values) tally.add(value);
  return findDateOrder(tally.evidence);
}

function guessMetric({ name, values }: ColumnFacts): ImportMetric {
  if (/nps|recommend|推荐/i.test(name)) return 'nps';
  if (/ces|effort|费力/i.test(name)) return 'ces';
  const numbers = values.map(Number).filter((value) => Number.isFinite(value));
  const within = (highest: number) =>
    numbers.filter((value) => value >= 1 && value <= highest).length >= numbers.length * 0.8;
  if (within(5)) return 'csat';
  return within(7) ? 'ces' : 'nps';
}

/** The Friends and Family Test counts from 1 for "very good"; nearly everything else counts upwards. */
function guessBest(name: string): 'highest' | 'lowest' {
  return /fft|friends.*family|rank|名次/i.test(name) ? 'lowest' : 'highest';
}
