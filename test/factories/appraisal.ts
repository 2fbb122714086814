import { sql } from 'kysely';
import type { Context } from '../../domain/context';
import {
  launchCycle,
  publishTemplate,
  requestManagerReviews,
  saveTemplate,
  startManagerReviews,
} from '../../domain/appraisal';
import type { Cycle, TemplateVersion } from '../../domain/appraisal';
import type { Db } from '../../platform/db';
import { newId } from '../../platform/ids';

type TemplateInput = Parameters<typeof saveTemplate>[1]['content'];

/** A sound template: goals 50 %, NPS of the department 30 %, one competency 20 %. */
export function aTemplateInput(change: Partial<TemplateInput> = {}): TemplateInput {
  return {
    name: { en: 'Yearly review', zh: '年度考核' },
    goalsWeightBp: 5000,
    indicatorsWeightBp: 3000,
    competenciesWeightBp: 2000,
    hasComments: true,
    indicators: [
      {
        metricKey: 'nps',
        scope: 'department',
        periodRule: 'last_complete_quarter',
        threshold: 20,
        target: 40,
        stretch: 60,
        weightBp: 10_000,
        minimumN: 30,
      },
    ],
    competencies: [{ en: 'Listens', zh: '倾听' }],
    ratingLabels: ['1', '2', '3', '4', '5'].map((label) => ({ en: label, zh: label })),
    ...change,
  };
}

/** Stores and publishes a template as HR. */
export async function aPublishedTemplate(
  hr: Context,
  change: Partial<TemplateInput> = {},
): Promise<TemplateVersion> {
  const { templateId } = await saveTemplate(hr, {
    templateId: null,
    revision: null,
    content: aTemplateInput(change),
  });
  return publishTemplate(hr, { templateId });
}

/** Launches a cycle over a department as HR. */
export function aCycle(
  hr: Context,
  facts: { templateId: string; departmentId: string },
): Promise<Cycle> {
  return launchCycle(hr, {
    ...facts,
    nameEn: 'Review 2026',
    nameZh: '2026年考核',
    dueOn: {
      goals: '2026-11-20',
      manager_review: '2026-12-01',
      share: '2026-12-08',
      acknowledge: '2026-12-15',
    },
  });
}

/** Starts the manager reviews: HR asks, the worker does. */
export async function startedReviews(hr: Context, system: Context, cycleId: string): Promise<void> {
  await requestManagerReviews(hr, { cycleId });
  await startManagerReviews(system, { cycleId });
}

/** Stores answers to the recommendation question, all on one day at noon. */
export async function npsAnswers(
  db: Db,
  departmentId: string,
  scores: readonly number[],
  day = '2026-08-12',
): Promise<void> {
  await sql`select ensure_month_partition('feedback', ${day}::text::date)`.execute(db);
  await db
    .insertInto('feedback')
    .values(
      scores.map((score) => ({
        feedback_id: newId(),
        occurred_at: `${day}T12:00:00Z`,
        department_id: departmentId,
        channel: 'mail',
        source: 'import',
        nps_score: score,
      })),
    )
    .execute();
}
