import type { Period } from '../../universal/period';
import { builder } from '../builder';

export const PeriodKindEnum = builder.enumType('PeriodKind', {
  values: {
    MONTH: { value: 'month' },
    QUARTER: { value: 'quarter' },
    YEAR: { value: 'year' },
    CUSTOM: { value: 'custom' },
  },
});

export const ComparisonEnum = builder.enumType('Comparison', {
  values: {
    PREVIOUS: {
      value: 'previous',
      description:
        'The period of like length directly before; while a period runs, the same stretch of it.',
    },
    YEAR: {
      value: 'year',
      description: 'The same period a year earlier; while a period runs, up to the same day.',
    },
    NONE: { value: 'none' },
  },
});

export const PeriodObject = builder.objectRef<Period>('Period').implement({
  description: 'Whole days in the organisation’s time zone, both ends included.',
  fields: (t) => ({
    key: t.exposeString('key', { description: '2026-03, 2026-Q1, 2026 or 2026-03-05_2026-04-01.' }),
    kind: t.field({ type: PeriodKindEnum, resolve: ({ kind }) => kind }),
    startOn: t.field({ type: 'Date', resolve: ({ startOn }) => startOn }),
    endOn: t.field({ type: 'Date', resolve: ({ endOn }) => endOn }),
  }),
});

export const PeriodInput = builder.inputType('PeriodInput', {
  fields: (t) => ({
    key: t.string({ description: '2026-03, 2026-Q1, 2026 or 2026-03-05_2026-04-01.' }),
  }),
});
