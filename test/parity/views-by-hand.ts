import { pairsByHand } from './same-person-sql';
import { scorecardExpressions, underEachDepartment } from './scorecard-sql';
import { TIME_ZONE } from './semantic-database';

/** A public view as SQL over the tables of the product, written without a look at the models. */
export interface ViewByHand {
  /** Every measure of the view. */
  measures: Readonly<Record<string, string>>;
  /** By what the rows are told apart, the department first where rows belong to one. */
  dimensions: Readonly<Record<string, string>>;
  from: string;
  where: string;
  /** The moment that periods are cut by. */
  time?: { member: string; column: string };
  /** By which of the viewer's departments rows are shown; `any`: all rows to whoever has a scorecard to read. */
  shownBy: 'scorecard' | 'pulse' | 'any';
}

const sumOf = (column: string) => `sum(${column})`;
const answers = 'sum(p.n)';

/** Answers of the same people in periods of a kind, by department, by its touchpoints and by its channels. */
function samePersonPairs(period?: 'month' | 'quarter' | 'year'): ViewByHand {
  const sums = ['nps', 'csat', 'ces'].flatMap((key) =>
    ['repeats', 'pairs', 'pair_sum', 'pair_product'].map((sum) => `${key}_${sum}`),
  );
  const from = ([undefined, 'touchpoint_id', 'channel'] as const).map(
    (part) =>
      `select '${part ?? 'none'}' as breakdown, q.* from (${pairsByHand({ period, part })}) q`,
  );
  return {
    measures: Object.fromEntries(
      ['feedback_repeats', ...sums].map((name) => [name, sumOf(`p.${name}`)]),
    ),
    dimensions: {
      department_id: 'p.department_id',
      breakdown: 'p.breakdown',
      part: "nullif(p.part, '')",
    },
    from: `(${from.join(' union all ')}) p`,
    where: 'true',
    shownBy: 'scorecard',
  };
}

/** Every view that the semantic layer offers. A new view or measure is compared as soon as it stands here, and has to. */
export const viewsByHand: Readonly<Record<string, ViewByHand>> = {
  department_scorecard: {
    measures: scorecardExpressions,
    dimensions: { department_id: 'c.ancestor_id' },
    from: `feedback f ${underEachDepartment('f.department_id', `f.occurred_at at time zone '${TIME_ZONE}'`)}`,
    where: 'not f.is_held',
    time: { member: 'occurred_at', column: 'f.occurred_at' },
    shownBy: 'scorecard',
  },
  survey_responses: {
    measures: { response_count: 'count(*)' },
    dimensions: {
      department_id: 'c.ancestor_id',
      touchpoint_id: 'f.touchpoint_id',
      channel: 'f.channel',
      survey_version_id: 'f.survey_version_id',
    },
    from: `feedback f ${underEachDepartment('f.department_id', `f.occurred_at at time zone '${TIME_ZONE}'`)}`,
    where: "not f.is_held and f.source = 'survey'",
    time: { member: 'occurred_at', column: 'f.occurred_at' },
    shownBy: 'scorecard',
  },
  response_rate: {
    measures: {
      delivered: 'count(*) filter (where i.is_delivered)',
      answered: 'count(*) filter (where i.is_delivered and i.answered_at is not null)',
      response_rate: '100 * avg((i.answered_at is not null)::int) filter (where i.is_delivered)',
    },
    dimensions: { department_id: 'c.ancestor_id' },
    from: `invitation i ${underEachDepartment('i.department_id', `i.sent_at at time zone '${TIME_ZONE}'`)}`,
    where: 'true',
    time: { member: 'sent_at', column: 'i.sent_at' },
    shownBy: 'scorecard',
  },
  same_person_pairs_months: samePersonPairs('month'),
  same_person_pairs_quarters: samePersonPairs('quarter'),
  same_person_pairs_years: samePersonPairs('year'),
  same_person_pairs_days: samePersonPairs(),
  touchpoint_directory: {
    measures: {},
    dimensions: {
      touchpoint_id: 't.touchpoint_id',
      code: 't.code',
      name_en: 't.name_en',
      name_zh: 't.name_zh',
    },
    from: 'touchpoint t',
    where: 'true',
    shownBy: 'any',
  },
  pulse_results: {
    measures: {
      n: answers,
      score_sum: sumOf('p.score_sum'),
      score_square_sum: sumOf('p.score_square_sum'),
      favourable: sumOf('p.favourable'),
      promoters: sumOf('p.promoters'),
      detractors: sumOf('p.detractors'),
      enps: `100.0 * (sum(p.promoters) - sum(p.detractors)) / ${answers}`,
      score_mean: `1.0 * sum(p.score_sum) / ${answers}`,
      favourable_percent: `100.0 * sum(p.favourable) / ${answers}`,
      driver_score: `100.0 * (1.0 * sum(p.score_sum) / ${answers} - 1) / 4`,
    },
    dimensions: {
      department_id: 'p.department_id',
      release_id: 'p.pulse_release_id',
      attribute: 'p.attribute',
      attribute_value: 'p.attribute_value',
      question_key: 'p.question_key',
    },
    from: 'pulse_release_cell p',
    where: 'true',
    shownBy: 'pulse',
  },
  pulse_participation_results: {
    measures: {
      asked: sumOf('p.asked'),
      answered: sumOf('p.answered'),
      participation_percent: '100.0 * sum(p.answered) / sum(p.asked)',
    },
    dimensions: { department_id: 'p.department_id', release_id: 'p.pulse_release_id' },
    from: 'pulse_release_participation p',
    where: 'true',
    shownBy: 'pulse',
  },
};
