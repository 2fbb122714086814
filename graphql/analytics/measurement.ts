import type { Change, Distribution, Interval, Measurement } from '../../domain/analytics';
import { builder } from '../builder';

export const IntervalObject = builder.objectRef<Interval>('Interval').implement({
  description:
    'Holds the true value in 95 of 100 cases. It stays on the scale; docs/statistics.md has the method.',
  fields: (t) => ({ low: t.exposeFloat('low'), high: t.exposeFloat('high') }),
});

type NpsDistribution = Extract<Distribution, { kind: 'nps' }>;
const NpsCountsObject = builder.objectRef<NpsDistribution>('NpsCounts').implement({
  description: 'Who is behind an NPS: answers of 9–10, 7–8 and 0–6.',
  fields: (t) => ({
    promoters: t.exposeInt('promoters'),
    passives: t.exposeInt('passives'),
    detractors: t.exposeInt('detractors'),
  }),
});

export const MeasurementObject = builder.objectRef<Measurement>('Measurement').implement({
  description: 'A value with what it stands on.',
  fields: (t) => ({
    value: t.exposeFloat('value', {
      nullable: true,
      description: 'Null without answers, and with too few of them.',
    }),
    n: t.exposeInt('n', { description: 'How many answers (or invitations) the value stands on.' }),
    people: t.exposeInt('people', {
      description:
        'At most so many people gave the answers; n where nobody is known to have answered twice.',
    }),
    isTooFew: t.exposeBoolean('isTooFew', {
      description: 'n is below the metric’s minimum, so no value is shown.',
    }),
    interval: t.field({
      type: IntervalObject,
      nullable: true,
      description: 'Null for counts, which are not estimates, and where there is no value.',
      resolve: ({ interval }) => interval,
    }),
    npsCounts: t.field({
      type: NpsCountsObject,
      nullable: true,
      description: 'Only of an NPS, and only where its value is shown.',
      resolve: ({ distribution, isTooFew }) =>
        distribution.kind === 'nps' && !isTooFew ? distribution : null,
    }),
  }),
});

export const ChangeDirectionEnum = builder.enumType('ChangeDirection', {
  values: {
    IMPROVED: { value: 'improved' },
    WORSENED: { value: 'worsened' },
    UNCHANGED: { value: 'unchanged' },
  },
});

export const MetricChangeObject = builder.objectRef<Change>('MetricChange').implement({
  description: 'What changed against the period compared with.',
  fields: (t) => ({
    difference: t.exposeFloat('difference', {
      description: 'In the metric’s unit; per cent are subtracted as points.',
    }),
    interval: t.field({
      type: IntervalObject,
      nullable: true,
      description: 'Of the difference; null for a count.',
      resolve: ({ interval }) => interval,
    }),
    pValue: t.exposeFloat('pValue', {
      nullable: true,
      description:
        'How often chance alone would make such a difference, looked at alone; null for a count.',
    }),
    direction: t.field({ type: ChangeDirectionEnum, resolve: ({ direction }) => direction }),
    confidence: t.int({
      nullable: true,
      description:
        'The highest of 80, 90, 95 and 99 % at which the change is beyond noise; null within noise. Corrected for all changes of the same list (Benjamini and Hochberg).',
      resolve: ({ confidence }) => confidence,
    }),
    isSignificant: t.exposeBoolean('isSignificant', {
      description: 'Beyond noise at 95 % or more, corrected for all changes of the same list.',
    }),
  }),
});
