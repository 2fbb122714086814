import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maximumCommentLength, type Question, type QuestionKind } from '../../universal/survey';
import { readAnswers } from './read-answers';

const question = (key: string, kind: QuestionKind, isRequired = false): Question => ({
  key,
  kind,
  isRequired,
  text: { en: key, zh: key },
});
const questions = [
  question('nps', 'nps', true),
  question('csat', 'csat'),
  question('why', 'comment'),
];

describe('reading answers', () => {
  it('takes 0 as a score and leaves out what was not answered', () => {
    const read = readAnswers(questions, { nps: '0', csat: '', why: '  ' });
    expect(read).toEqual({
      ok: true,
      answers: { scores: new Map([['nps', 0]]), comments: new Map() },
    });
  });

  it.each(['-1', '11', '1.5', 'ten', ' ', '٣', ['3', '4']])(
    'refuses %j on a 0–10 scale',
    (given) => {
      expect(readAnswers(questions, { nps: given }).ok).toBe(false);
    },
  );

  it('names each question that needs attention, in both languages', () => {
    const read = readAnswers(questions, { csat: '6', why: 'x'.repeat(maximumCommentLength + 1) });
    expect(read.ok ? [] : read.problems.map(({ questionKey }) => questionKey)).toEqual([
      'nps',
      'csat',
      'why',
    ]);
    for (const { message } of read.ok ? [] : read.problems) {
      expect(message.zh).toMatch(/[\u4e00-\u9fff]/);
      expect(message.en).toMatch(/^[A-Z].*\.$/);
    }
  });

  it('asks for at least one answer when nothing is required', () => {
    const read = readAnswers([question('csat', 'csat')], {});
    expect(read).toMatchObject({ ok: false, problems: [{ questionKey: null }] });
  });

  it('keeps any comment as it was written, apart from what a database cannot store', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (comment) => {
        const read = readAnswers([question('why', 'comment')], { why: `a${comment}b` });
        const kept = read.ok ? read.answers.comments.get('why') : undefined;
        expect(kept).toBe(
          `a${comment
            .replaceAll('\u0000', '')
            .replaceAll('\r\n', '\n')
            .replace(/\p{Surrogate}/gu, '\uFFFD')}b`,
        );
      }),
    );
  });
});
