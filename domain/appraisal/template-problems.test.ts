import { describe, expect, it } from 'vitest';
import type { IndicatorRule, TemplateContent } from './template';
import { type MetricFacts, problemsOfTemplate } from './template-problems';

const metrics = new Map<string, MetricFacts>(
  Object.entries({
    nps: {
      key: 'nps',
      version: 1,
      direction: 'higher',
      minimum: -100,
      maximum: 100,
      minimumN: 10,
      isUsableForIndividual: false,
    },
    csat: {
      key: 'csat',
      version: 1,
      direction: 'higher',
      minimum: 0,
      maximum: 100,
      minimumN: 20,
      isUsableForIndividual: true,
    },
    ces: {
      key: 'ces',
      version: 1,
      direction: 'higher',
      minimum: 1,
      maximum: 7,
      minimumN: 10,
      isUsableForIndividual: false,
    },
  } as const),
);

const indicator: IndicatorRule = {
  metricKey: 'nps',
  scope: 'department',
  periodRule: 'last_complete_quarter',
  bands: { direction: 'higher', threshold: 20, target: 40, stretch: 60 },
  weightBp: 10_000,
  minimumN: 30,
};

const sound: TemplateContent = {
  name: { en: 'Yearly review', zh: '' },
  goalsWeightBp: 5000,
  indicatorsWeightBp: 3000,
  competenciesWeightBp: 2000,
  hasComments: true,
  indicators: [indicator],
  competencies: [{ en: 'Listens', zh: '倾听' }],
  ratingLabels: ['1', '2', '3', '4', '5'].map((label) => ({ en: label, zh: label })),
};

const pathsOf = (content: TemplateContent): string[] =>
  problemsOfTemplate(content, metrics).map((problem) => problem.path.join('.'));
const withIndicator = (change: Partial<IndicatorRule>): TemplateContent => ({
  ...sound,
  indicators: [{ ...indicator, ...change }],
});

describe('a template', () => {
  it('is saved when it is sound', () => {
    expect(pathsOf(sound)).toEqual([]);
  });

  it.each<[string, Partial<TemplateContent>, string[]]>([
    ['without a name', { name: { en: ' ', zh: '' } }, ['nameEn']],
    ['that totals 99.99 %', { goalsWeightBp: 4999 }, ['weights']],
    ['that totals 110 %', { goalsWeightBp: 6000 }, ['weights']],
    ['with half a basis point', { goalsWeightBp: 4999.5 }, ['goalsWeight', 'weights']],
    ['with a negative weight', { goalsWeightBp: -1000, indicatorsWeightBp: 9000 }, ['goalsWeight']],
    ['with a weighted but empty section of indicators', { indicators: [] }, ['indicators']],
    [
      'with indicators that weigh nothing',
      { goalsWeightBp: 8000, indicatorsWeightBp: 0 },
      ['indicatorsWeight'],
    ],
    ['with a weighted but empty section of competencies', { competencies: [] }, ['competencies']],
    [
      'with a competency without words',
      { competencies: [{ en: '', zh: ' ' }] },
      ['competencies.0.labelEn'],
    ],
    ['with four labels', { ratingLabels: sound.ratingLabels.slice(1) }, ['ratingLabels']],
  ])('%s is refused', (_, change, paths) => {
    expect(pathsOf({ ...sound, ...change })).toEqual(paths);
  });

  it.each<[string, Partial<IndicatorRule>, string[]]>([
    ['of an unknown metric', { metricKey: 'smiles' }, ['indicators.0.metric']],
    [
      'with bands that do not rise',
      { bands: { ...indicator.bands, target: 70 } },
      ['indicators.0.target'],
    ],
    [
      'outside the scale',
      { bands: { ...indicator.bands, stretch: 120 } },
      ['indicators.0.stretch'],
    ],
    ['without a weight', { weightBp: 0 }, ['indicatorWeights', 'indicators.0.weight']],
    ['that counts nine answers', { minimumN: 9 }, ['indicators.0.minimumN']],
    [
      'that counts fewer answers than the metric shows',
      { metricKey: 'csat', minimumN: 19 },
      ['indicators.0.minimumN'],
    ],
    ['that counts ten and a half answers', { minimumN: 10.5 }, ['indicators.0.minimumN']],
  ])('with an indicator %s is refused', (_, change, paths) => {
    expect(pathsOf(withIndicator(change))).toEqual(paths);
  });

  it.each(['nps', 'ces', 'csat'])('refuses %s for a single person', (metricKey) => {
    const bands = { direction: 'higher' as const, threshold: 2, target: 4, stretch: 6 };
    const problems = problemsOfTemplate(
      withIndicator({ metricKey, bands, scope: 'individual' }),
      metrics,
    );
    expect(problems.map((problem) => problem.path.join('.'))).toEqual(['indicators.0.scope']);
    expect(problems[0]?.message.en.startsWith('NPS and CES are never')).toBe(metricKey !== 'csat');
  });

  it('accepts indicators that share their section', () => {
    const half = { ...indicator, weightBp: 5000 };
    expect(pathsOf({ ...sound, indicators: [half, { ...half, scope: 'team' }] })).toEqual([]);
    expect(pathsOf({ ...sound, indicators: [half, indicator] })).toEqual(['indicatorWeights']);
  });
});
