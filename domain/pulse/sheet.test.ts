import { describe, expect, it } from 'vitest';
import { maximumCommentLength } from '../../universal/survey';
import { standardQuestions } from '../surveys';
import { packedLength, packSheet, type Sheet, unpackSheet } from './sheet';

const questions = standardQuestions('employee', { en: 'Works', zh: '公司' });

const aSheet = (facts: Partial<Sheet> = {}): Sheet => ({
  departmentId: '01a1f000-0000-7000-8000-000000000001',
  tenureBand: '1_to_3',
  scores: [],
  comments: [],
  ...facts,
});

const scaled = questions.filter(({ kind }) => kind !== 'comment').map(({ key }) => key);
const sheets: [string, Sheet][] = [
  ['hardly anything', aSheet({ scores: [['enps', 0]] })],
  ['every score', aSheet({ scores: scaled.map((key) => [key, 5]) })],
  ...(['a', '长', '😀'.slice(0, 2), '\u0001', '"'] as const).map((unit): [string, Sheet] => [
    `the longest comment of ${JSON.stringify(unit)}`,
    aSheet({
      scores: scaled.map((key) => [key, 5]),
      comments: [['comment', unit.repeat(maximumCommentLength / unit.length)]],
    }),
  ]),
];

describe('a packed sheet', () => {
  it.each(sheets)('with %s has the one length and comes back as it was', (_what, sheet) => {
    const packed = packSheet(sheet, questions);
    expect(packed.length).toBe(packedLength(questions));
    expect(unpackSheet(packed)).toEqual(sheet);
  });
});
