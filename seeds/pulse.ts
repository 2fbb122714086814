import { DateTime } from 'luxon';
import { computeRelease, type TenureBand, tenureBandOn } from '../domain/pulse';
import { standardQuestions } from '../domain/surveys';
import { PULSE_COMMENTS } from './data/pulse-comments';
import {
  departmentByCode,
  departmentCodeOn,
  type DemoEmployee,
  employeesOn,
} from './demo-directory';
import type { SeedCell, SeedContext } from './seed-context';
import type { SeedRandom } from './seed-random';

interface RoundPlan {
  id: string;
  number: number;
  opensAt: DateTime;
  closesAt: DateTime;
  isOpen: boolean;
  /** The mood of the whole organisation in this round, on top of each department's own. */
  drift: number;
}

interface Invited {
  employee: DemoEmployee;
  departmentId: string;
  departmentCode: string;
  tenureBand: TenureBand;
}

/** What is hard and what goes well everywhere, by driver. */
const driverMoods: Readonly<Record<string, number>> = {
  recognition: -0.3,
  growth: 0.1,
  workload: -0.55,
  manager: 0.5,
  fairness: -0.1,
  tools: -0.2,
};

/** A programme with four closed rounds and their releases, and a round that is open since four days. */
export async function seedPulse(seed: SeedContext): Promise<void> {
  const random = seed.random('pulse');
  const programmeId = random.uuid();
  const [survey] = await seed.sql<{ survey_id: string; survey_version_id: string }[]>`
    select survey_id, survey_version_id from survey join survey_version using (survey_id) where audience = 'employee'`;
  if (!survey) throw new Error('The surveys must be seeded before the pulses.');
  await seed.copy(
    'pulse_programme',
    ['pulse_programme_id', 'name_en', 'name_zh', 'mode', 'survey_id', 'thresholds_locked'],
    [[programmeId, 'Team pulse', '团队脉动', 'confidential', survey.survey_id, true]],
  );
  const rounds = planRounds(seed, random);
  await seed.copy(
    'pulse_round',
    [
      'pulse_round_id',
      'pulse_programme_id',
      'number',
      'survey_version_id',
      'opens_at',
      'closes_at',
      'status',
    ],
    rounds.map((round) => [
      round.id,
      programmeId,
      round.number,
      survey.survey_version_id,
      round.opensAt.toJSDate(),
      round.closesAt.toJSDate(),
      round.isOpen ? 'open' : 'closed',
    ]),
  );
  const moods = new Map(
    seed.directory.departments.map(({ code }) => [code, random.normal(0, 0.45)]),
  );
  for (const round of rounds) await seedRound(seed, random, { round, moods });
  seed.report(`${rounds.length} pulse rounds`);
}

function planRounds(seed: SeedContext, random: SeedRandom): RoundPlan[] {
  const today = DateTime.fromJSDate(seed.now, { zone: seed.directory.timeZone })
    .startOf('day')
    .set({ hour: 9 });
  return [1, 2, 3, 4, 5].map((number) => {
    const isOpen = number === 5;
    const opensAt = isOpen
      ? today.minus({ days: 4 })
      : today.minus({ months: (5 - number) * 3, days: 4 });
    return {
      id: random.uuid(),
      number,
      opensAt,
      closesAt: opensAt.plus({ days: 14 }).set({ hour: 18 }),
      isOpen,
      drift: [-0.15, -0.3, -0.05, 0.12, 0.15][number - 1] ?? 0,
    };
  });
}

async function seedRound(
  seed: SeedContext,
  random: SeedRandom,
  { round, moods }: { round: RoundPlan; moods: ReadonlyMap<string, number> },
): Promise<void> {
  const day = round.opensAt.toISODate() ?? '';
  const invited = employeesOn(seed.directory, day).flatMap((employee): Invited[] => {
    const departmentCode = departmentCodeOn(employee, day);
    if (departmentCode === undefined) return [];
    const departmentId = departmentByCode(seed.directory, departmentCode).id;
    return [
      { employee, departmentId, departmentCode, tenureBand: tenureBandOn(day, employee.hiredOn) },
    ];
  });
  const { cast } = seed.directory;
  const yetToAnswer = new Set([
    cast.employee.id,
    cast.employee2.id,
    cast.manager.id,
    cast.headOfStores.id,
  ]);
  const answered = new Set(
    invited.filter(({ employee, departmentCode }) => {
      const mood = moods.get(departmentCode) ?? 0;
      if (round.isOpen) return random.chance(0.42 + mood * 0.1) && !yetToAnswer.has(employee.id);
      return random.chance(0.76 + mood * 0.12);
    }),
  );
  await seed.copy(
    'pulse_invitation',
    [
      'pulse_invitation_id',
      'pulse_round_id',
      'employee_id',
      'department_id',
      'tenure_band',
      'is_answered',
    ],
    invited.map((person) => [
      random.uuid(),
      round.id,
      person.employee.id,
      person.departmentId,
      person.tenureBand,
      answered.has(person),
    ]),
  );
  await seedAnswers(seed, random, { round, moods, people: [...answered] });
  if (!round.isOpen) {
    await computeRelease(seed.db, {
      roundId: round.id,
      releasedOn: round.closesAt.toISODate() ?? day,
    });
  }
}

async function seedAnswers(
  seed: SeedContext,
  random: SeedRandom,
  {
    round,
    moods,
    people,
  }: { round: RoundPlan; moods: ReadonlyMap<string, number>; people: readonly Invited[] },
): Promise<void> {
  const questions = standardQuestions('employee', { en: '', zh: '' });
  const answers: SeedCell[][] = [];
  const comments: SeedCell[][] = [];
  const written = new Set<string>();
  for (const person of people) {
    const tenure = { under_1: 0.35, '1_to_3': -0.1, '3_to_10': -0.05, over_10: 0.1 }[
      person.tenureBand
    ];
    const mood =
      (moods.get(person.departmentCode) ?? 0) + round.drift + tenure + random.normal(0, 0.6);
    for (const { key, kind } of questions) {
      if (kind === 'comment') {
        const comment = random.chance(0.24)
          ? writeComment(random, { employee: person.employee, mood, written })
          : undefined;
        if (comment) comments.push([random.uuid(), round.id, person.departmentId, comment]);
      } else if (!random.chance(0.02)) {
        const score =
          kind === 'nps'
            ? clamp(7.3 + mood * 1.9 + random.normal(0, 1.2), 0, 10)
            : clamp(3.6 + mood * 0.75 + (driverMoods[key] ?? 0) + random.normal(0, 0.6), 1, 5);
        answers.push([random.uuid(), round.id, key, score, person.departmentId, person.tenureBand]);
      }
    }
  }
  // By their random ids, as the product stores them: not in the order of the people.
  await seed.copy(
    'pulse_answer',
    ['pulse_answer_id', 'pulse_round_id', 'question_key', 'score', 'department_id', 'tenure_band'],
    answers.sort(byId),
  );
  await seed.copy(
    'pulse_comment',
    ['pulse_comment_id', 'pulse_round_id', 'department_id', 'body'],
    comments.sort(byId),
  );
}

function byId(a: SeedCell[], b: SeedCell[]): number {
  return String(a[0]) < String(b[0]) ? -1 : 1;
}

/** Something that nobody else wrote in this round; undefined when chance found nothing new. */
function writeComment(
  random: SeedRandom,
  { employee, mood, written }: { employee: DemoEmployee; mood: number; written: Set<string> },
): string | undefined {
  const sentences =
    PULSE_COMMENTS[employee.locale][mood + random.normal(0, 0.5) > 0.15 ? 'good' : 'bad'];
  const first = random.pick(sentences);
  const second = random.pick(sentences);
  const gap = employee.locale === 'zh' ? '' : ' ';
  const comment = first === second || !written.has(first) ? first : `${first}${gap}${second}`;
  if (written.has(comment)) return undefined;
  written.add(comment);
  return comment;
}

function clamp(value: number, min: number, max: number): number {
  return Math.min(max, Math.max(min, Math.round(value)));
}
