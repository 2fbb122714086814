import {
  type CombinedPart,
  type Evidence,
  evidenceSentence,
  filledText,
  type Goal,
  highestAchievement,
  type ReviewContent,
  type SectionKind,
  type StoredIndicator,
} from '../../domain/appraisal';
import { getMetric } from '../../domain/analytics';
import type { Text } from '../../universal/text';
import { IntervalObject } from '../analytics/measurement';
import { MetricNode } from '../analytics/metric';
import { builder } from '../builder';
import {
  IndicatorScopeEnum,
  IndicatorStatusEnum,
  SectionKindEnum,
  TargetSourceEnum,
} from './enums';
import { percentOf } from './percent';

const SectionObject = builder.objectRef<CombinedPart<SectionKind>>('ReviewSection').implement({
  description: 'What a section contributes to the overall score.',
  fields: (t) => ({
    kind: t.field({ type: SectionKindEnum, resolve: ({ key }) => key }),
    weight: t.float({
      description: 'Per cent, as in the template.',
      resolve: ({ weightBp }) => percentOf(weightBp),
    }),
    countedWeight: t.float({
      description:
        'Per cent after the sections that do not count left their weight to the others; 0 when it does not count.',
      resolve: ({ countedWeightBp }) => percentOf(countedWeightBp),
    }),
    score: t.exposeFloat('score', {
      nullable: true,
      description: '0 to 100; null when nothing in it counts.',
    }),
    range: t.field({
      type: IntervalObject,
      nullable: true,
      description: 'How far chance may move the score; null where it is exact.',
      resolve: ({ range }) => range ?? null,
    }),
  }),
});

const GoalObject = builder.objectRef<Goal>('ReviewGoal').implement({
  fields: (t) => ({
    goalId: t.exposeID('goalId'),
    title: t.exposeString('title'),
    measure: t.exposeString('measure'),
    weight: t.float({ resolve: ({ weightBp }) => percentOf(weightBp) }),
    achievement: t.exposeFloat('achievementPercent', { nullable: true }),
  }),
});

const CountedValueObject = builder.objectRef<Evidence>('ReviewCountedValue').implement({
  description:
    'The value that is scored: (effectiveN × value + weight × mean) ÷ (effectiveN + weight), drawn towards the population’s, so that few answers do not decide.',
  fields: (t) => ({
    value: t.float({ resolve: ({ countedValue }) => countedValue! }),
    interval: t.field({
      type: IntervalObject,
      nullable: true,
      resolve: ({ countedLow: low, countedHigh: high }) =>
        low === null || high === null ? null : { low, high },
    }),
    populationMean: t.float({ resolve: ({ populationMean }) => populationMean! }),
    populationSize: t.int({
      description: 'Departments with answers.',
      resolve: ({ populationSize }) => populationSize!,
    }),
    priorWeight: t.float({
      description: 'As many answers as the mean weighs.',
      resolve: ({ priorWeight }) => priorWeight!,
    }),
  }),
});

interface EvidenceWithRule {
  evidence: Evidence;
  rule: StoredIndicator;
}

const EvidenceObject = builder.objectRef<EvidenceWithRule>('ReviewEvidence').implement({
  description: 'What an indicator said when it was frozen. Later data never moves it.',
  fields: (t) => ({
    departmentName: t.string({
      resolve: ({ evidence }, _args, { locale }) =>
        filledText({ en: evidence.departmentNameEn, zh: evidence.departmentNameZh })[locale],
    }),
    periodFrom: t.field({ type: 'Date', resolve: ({ evidence }) => evidence.periodFrom }),
    periodTo: t.field({ type: 'Date', resolve: ({ evidence }) => evidence.periodTo }),
    value: t.float({ nullable: true, resolve: ({ evidence }) => evidence.value }),
    n: t.int({ resolve: ({ evidence }) => evidence.n }),
    people: t.int({
      nullable: true,
      description: 'How many people gave the answers; null in evidence of before.',
      resolve: ({ evidence }) => evidence.people,
    }),
    effectiveN: t.float({
      nullable: true,
      description:
        'As many answers of different people as they are worth, by which the value is drawn towards the population’s; null in evidence of before.',
      resolve: ({ evidence }) => evidence.effectiveN,
    }),
    intervalLow: t.float({ nullable: true, resolve: ({ evidence }) => evidence.intervalLow }),
    intervalHigh: t.float({ nullable: true, resolve: ({ evidence }) => evidence.intervalHigh }),
    status: t.field({ type: IndicatorStatusEnum, resolve: ({ evidence }) => evidence.status }),
    score: t.float({ nullable: true, resolve: ({ evidence }) => evidence.score }),
    scoreRange: t.field({
      type: IntervalObject,
      nullable: true,
      description: 'What the ends of the interval would give: how far chance may move the score.',
      resolve: ({ evidence: { scoreLow: low, scoreHigh: high } }) =>
        low === null || high === null ? null : { low, high },
    }),
    counted: t.field({
      type: CountedValueObject,
      nullable: true,
      description: 'Null where nothing counts, and in evidence in which the plain value counted.',
      resolve: ({ evidence }) => (evidence.countedValue === null ? null : evidence),
    }),
    targetSource: t.field({
      type: TargetSourceEnum,
      nullable: true,
      resolve: ({ evidence }) => evidence.targetSource,
    }),
    sentence: t.string({
      description: 'Explains value, n, interval, target and score in the reader’s language.',
      resolve: async ({ evidence, rule }, _args, ctx) => {
        const metric = await getMetric(ctx, { metricKey: evidence.metricKey });
        return evidenceSentence(evidence, rule, metric)[ctx.locale];
      },
    }),
    metricVersion: t.int({ resolve: ({ evidence }) => evidence.metricVersion }),
    query: t.field({
      type: 'JSON',
      description: 'As asked of the semantic layer.',
      resolve: ({ evidence }) => evidence.query,
    }),
    responseCount: t.int({ resolve: ({ evidence }) => evidence.responseCount }),
    responseHash: t.string({
      description:
        'SHA-256 over id:score of the contributing responses in ascending order of their ids, with commas between them.',
      resolve: ({ evidence }) => evidence.responseHash,
    }),
    coversScores: t.boolean({
      description: 'False for evidence of before, whose fingerprint is made from the ids alone.',
      resolve: ({ evidence }) => evidence.responseHashCovers === 'ids_and_scores',
    }),
    version: t.int({ resolve: ({ evidence }) => evidence.version }),
    frozenAt: t.field({ type: 'DateTime', resolve: ({ evidence }) => evidence.frozenAt }),
  }),
});

interface IndicatorInReview {
  rule: StoredIndicator;
  evidence: Evidence | undefined;
  part: CombinedPart;
}

const bandsOf = ({ rule, evidence }: IndicatorInReview) => evidence?.bands ?? rule.bands;

const IndicatorObject = builder.objectRef<IndicatorInReview>('ReviewIndicator').implement({
  description: 'A customer indicator of the template with its evidence in this review.',
  fields: (t) => ({
    indicatorId: t.id({ resolve: ({ rule }) => rule.indicatorId }),
    metric: t.field({ type: MetricNode, resolve: ({ rule }) => rule.metricKey }),
    scope: t.field({ type: IndicatorScopeEnum, resolve: ({ rule }) => rule.scope }),
    threshold: t.float({
      description: 'That counted; before the evidence is frozen, that of the template. Likewise:',
      resolve: (indicator) => bandsOf(indicator).threshold,
    }),
    target: t.float({ resolve: (indicator) => bandsOf(indicator).target }),
    stretch: t.float({ resolve: (indicator) => bandsOf(indicator).stretch }),
    minimumN: t.int({ resolve: ({ rule }) => rule.minimumN }),
    weight: t.float({
      description: 'Per cent of the section.',
      resolve: ({ part }) => percentOf(part.weightBp),
    }),
    countedWeight: t.float({ resolve: ({ part }) => percentOf(part.countedWeightBp) }),
    evidence: t.field({
      type: EvidenceObject,
      nullable: true,
      description: 'Null until the manager review starts.',
      resolve: ({ evidence, rule }) => (evidence ? { evidence, rule } : null),
    }),
  }),
});

interface CompetencyInReview {
  competencyId: string;
  label: Text;
  rating: number | null;
  remark: string;
}

const CompetencyObject = builder.objectRef<CompetencyInReview>('ReviewCompetency').implement({
  fields: (t) => ({
    competencyId: t.exposeID('competencyId'),
    label: t.string({ resolve: ({ label }, _args, { locale }) => filledText(label)[locale] }),
    rating: t.exposeInt('rating', { nullable: true, description: '1 to 5; null until rated.' }),
    remark: t.exposeString('remark'),
  }),
});

export const ReviewContentObject = builder.objectRef<ReviewContent>('ReviewContent').implement({
  description: 'What a review holds, and how its score comes about.',
  fields: (t) => ({
    overallScore: t.float({
      nullable: true,
      description: 'From what is in the review now; null when nothing counts.',
      resolve: ({ result }) => result.overall.score,
    }),
    range: t.field({
      type: IntervalObject,
      nullable: true,
      description: 'How far chance may move the overall score; null where it is exact.',
      resolve: ({ result }) => result.overall.range,
    }),
    highestAchievement: t.int({
      description:
        'The most a goal can be reached by, in per cent, which gives 100 points. 150: reached as agreed gives 50, like the target of an indicator.',
      resolve: ({ goalScale }) => highestAchievement(goalScale),
    }),
    isRescaled: t.boolean({
      description: 'A part did not count, so the others weigh more than the template says.',
      resolve: ({ result }) =>
        [result.overall, result.goals, result.indicators, result.competencies].some(
          (part) => part.isRescaled,
        ),
    }),
    sections: t.field({ type: [SectionObject], resolve: ({ result }) => result.overall.parts }),
    goals: t.field({ type: [GoalObject], resolve: ({ goals }) => goals }),
    areGoalsEqual: t.boolean({
      description: 'All goals weigh the same.',
      resolve: ({ goals }) => {
        const weights = goals.map(({ weightBp }) => weightBp);
        return Math.max(...weights, 0) - Math.min(...weights, Infinity) <= 1;
      },
    }),
    indicators: t.field({
      type: [IndicatorObject],
      resolve: ({ template, evidence, result }) =>
        template.indicators.map((rule, index) => ({
          rule,
          evidence: evidence.find((item) => item.indicatorId === rule.indicatorId),
          part: result.indicators.parts[index]!,
        })),
    }),
    competencies: t.field({
      type: [CompetencyObject],
      resolve: ({ template, ratings }) =>
        template.competencies.map(({ competencyId, label }) => {
          const rated = ratings.find((item) => item.competencyId === competencyId);
          return {
            competencyId,
            label,
            rating: rated?.rating ?? null,
            remark: rated?.remark ?? '',
          };
        }),
    }),
    ratingLabels: t.stringList({
      description: 'The words for the ratings 1 to 5.',
      resolve: ({ template }, _args, { locale }) =>
        template.ratingLabels.map((label) => filledText(label)[locale]),
    }),
    hasComments: t.boolean({ resolve: ({ template }) => template.hasComments }),
  }),
});
