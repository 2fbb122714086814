import { type ImportMetric, scaleEnds } from './import-mapping';

/** Values that stand for "no answer": they count as asked, not as answered. */
const unanswered = new Set([
  '',
  '-',
  '--',
  '—',
  'n/a',
  'na',
  'null',
  'none',
  'nan',
  'unknown',
  "don't know",
  'dont know',
  'no answer',
  'not answered',
  '不知道',
  '未作答',
  '未回答',
  '无',
  '未评分',
]);

const satisfactionWords = new Map<string, number>(
  Object.entries({
    'very satisfied': 5,
    'very good': 5,
    excellent: 5,
    'extremely likely': 5,
    非常满意: 5,
    很满意: 5,
    很好: 5,
    非常好: 5,
    satisfied: 4,
    good: 4,
    likely: 4,
    满意: 4,
    比较满意: 4,
    好: 4,
    neutral: 3,
    'neither good nor poor': 3,
    'neither satisfied nor dissatisfied': 3,
    'neither likely nor unlikely': 3,
    fair: 3,
    ok: 3,
    average: 3,
    一般: 3,
    中立: 3,
    dissatisfied: 2,
    poor: 2,
    unlikely: 2,
    bad: 2,
    不满意: 2,
    差: 2,
    不太满意: 2,
    'very dissatisfied': 1,
    'very poor': 1,
    'extremely unlikely': 1,
    terrible: 1,
    非常不满意: 1,
    很不满意: 1,
    很差: 1,
    非常差: 1,
  }),
);

export interface ScoreScale {
  metric: ImportMetric;
  /** Which end of the file's numbers is the best one. */
  best: 'highest' | 'lowest';
}

export type ScoreReading =
  | { kind: 'score'; value: number }
  | { kind: 'unanswered' }
  | { kind: 'not-a-number' }
  | { kind: 'out-of-range' };

/** Reads one score and turns the scale so that higher is better. Words of satisfaction are read for CSAT, whatever the direction. */
export function readScore(text: string, scale: ScoreScale): ScoreReading {
  const value = text.normalize('NFKC').trim().toLowerCase();
  if (unanswered.has(value)) return { kind: 'unanswered' };
  const { lowest, highest } = scaleEnds[scale.metric];
  const word = scale.metric === 'csat' ? satisfactionWords.get(value) : undefined;
  if (word !== undefined) return { kind: 'score', value: word };
  const number = /^(-?\d{1,6})(?:[.,]0+)?$/.exec(value);
  if (!number) return { kind: 'not-a-number' };
  const given = Number(number[1]);
  if (given < lowest || given > highest) return { kind: 'out-of-range' };
  return { kind: 'score', value: scale.best === 'highest' ? given : lowest + highest - given };
}

/** Whether a stored score counts as satisfied: top two boxes, promoters, or "easy". */
export function isSatisfied(metric: ImportMetric, score: number): boolean {
  return score >= scaleEnds[metric].satisfiedFrom;
}

/** Whether the text can be read as a score of any scale. Used to guess what a column holds. */
export function looksLikeScore(text: string): boolean {
  const value = text.normalize('NFKC').trim().toLowerCase();
  return satisfactionWords.has(value) || /^(?:10|\d)(?:[.,]0+)?$/.test(value);
}
