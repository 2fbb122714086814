import { describe, expect, it } from 'vitest';
import { evidenceSentence } from './evidence-sentence';
import type { Evidence } from './review';

const evidence: Evidence = {
  evidenceId: 'e',
  indicatorId: 'i',
  version: 1,
  reason: '',
  departmentId: 'd',
  departmentNameEn: 'Stores North',
  departmentNameZh: '北区门店',
  metricKey: 'nps',
  metricVersion: 1,
  periodFrom: '2026-07-01',
  periodTo: '2026-09-30',
  value: 43.21,
  n: 1212,
  people: null,
  effectiveN: null,
  intervalLow: 36.1,
  intervalHigh: 50.3,
  status: 'counted',
  score: 58.03,
  query: {},
  responseCount: 1212,
  responseHash: '',
  responseHashCovers: 'ids_and_scores',
  scoreLow: 40.2,
  scoreHigh: 75.4,
  bands: { direction: 'higher', threshold: -20, target: 40, stretch: 60 },
  targetSource: 'scorecard',
  countedValue: 43.04,
  countedLow: 36.04,
  countedHigh: 50.04,
  populationMean: 38.5,
  populationSize: 19,
  priorWeight: 41.6,
  frozenAt: new Date('2026-11-01T09:00:00Z'),
};
const rule = {
  bands: { direction: 'higher' as const, threshold: -10, target: 50, stretch: 70 },
  minimumN: 30,
};
const nps = { name: { en: 'NPS', zh: '净推荐值' }, unit: 'points' as const };

describe('the sentence that explains evidence', () => {
  it('says value, n, interval, target and score', () => {
    const text = evidenceSentence(evidence, rule, nps);
    expect(text.en).toBe(
      'NPS of Stores North from 1 July 2026 to 30 September 2026 was 43.2 (n = 1,212, 95% interval 36.1 to 50.3). ' +
        'It counts as 43.0: so that chance does not decide, it is drawn towards 38.5, the value of all 19 departments together, as if 42 more answers had given that. ' +
        'The target is 40.0, from the department’s scorecard. ' +
        'The value gives 58.0 of 100 points: 0 at −20.0, 50 at the target, 100 at 60.0. ' +
        'Chance alone may move the score between 40.2 and 75.4.',
    );
    expect(text.zh).toBe(
      '北区门店的净推荐值（2026年7月1日至2026年9月30日）为 43.2（n = 1,212，95% 区间 36.1 至 50.3）。' +
        '计入值为 43.0：为避免偶然因素左右结果，该值向全部 19 个部门的合计值 38.5 靠拢，相当于另有 42 份回答给出该合计值。' +
        '目标为 40.0，取自该部门的记分卡。' +
        '该值得 58.0 分（满分 100）：−20.0 得 0 分，达到目标得 50 分，60.0 得 100 分。' +
        '仅偶然因素就可使得分在 40.2 到 75.4 之间变动。',
    );
  });

  it('says that the template’s target counted where the scorecard has none', () => {
    const text = evidenceSentence({ ...evidence, targetSource: 'template' }, rule, nps);
    expect(text.en).toContain('from the review template, because the scorecard has none');
    expect(text.zh).toContain('取自考核模板');
  });

  it('says of evidence of before what counted then', () => {
    const before = {
      ...evidence,
      bands: null,
      targetSource: null,
      countedValue: null,
      scoreLow: null,
      scoreHigh: null,
    };
    const text = evidenceSentence(before, rule, nps);
    expect(text.en).toContain(
      'The target is 50.0. The value gives 58.0 of 100 points: 0 at −10.0,',
    );
    expect(text.en).not.toContain('counts as');
    expect(text.en).not.toContain('Chance');
  });

  it('warns where few answers count', () => {
    const text = evidenceSentence(
      { ...evidence, n: 14, status: 'counted_with_warning' },
      rule,
      nps,
    );
    expect(text.en).toContain('fewer than 30 answers');
    expect(text.zh).toContain('不足 30 份');
  });

  it('says that too few answers do not count, and shows no value', () => {
    const text = evidenceSentence({ ...evidence, n: 7, status: 'too_few', score: null }, rule, nps);
    expect(text.en).toContain('has 7 answers; it takes 30 to count');
    expect(text.en).not.toContain('43.2');
    expect(text.zh).toContain('不计入');
  });

  it('says when nobody answered', () => {
    const text = evidenceSentence(
      { ...evidence, value: null, n: 0, status: 'no_answers', score: null },
      rule,
      nps,
    );
    expect(text.en).toContain('nobody answered');
    expect(text.zh).toContain('没有人回答');
  });

  it('writes shares as per cent', () => {
    const text = evidenceSentence({ ...evidence, value: 81.25 }, rule, {
      name: { en: 'CSAT', zh: '满意度' },
      unit: 'percent',
    });
    expect(text.en).toContain('was 81.3%');
  });
});
