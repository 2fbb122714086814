import { createHash, randomUUID } from 'node:crypto';
import { DateTime } from 'luxon';
import {
  computeRelease,
  countByDepartment,
  countedDepartments,
  insertRoundTree,
  participationMark,
  participationShown,
  sealSheet,
  secretCheck,
  type Sheet,
  type TenureBand,
  tenureBandOn,
} from '../domain/pulse';
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
  invitationId: string;
}

/** The smallest group whose scores are shown: what a programme has when nobody chooses. */
const smallestGroup = 5;

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
      'secret_check',
    ],
    rounds.map((round) => [
      round.id,
      programmeId,
      round.number,
      survey.survey_version_id,
      round.opensAt.toJSDate(),
      round.closesAt.toJSDate(),
      round.isOpen ? 'open' : 'closed',
      round.isOpen ? byteCell(secretCheck(seed, round.id)) : null,
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
    const tenureBand = tenureBandOn(day, employee.hiredOn);
    return [{ employee, departmentId, departmentCode, tenureBand, invitationId: random.uuid() }];
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
  const tree = seed.directory.departments.map(({ id, parentCode }) => ({
    departmentId: id,
    parentDepartmentId: parentCode && departmentByCode(seed.directory, parentCode).id,
  }));
  const shown = participationShown(tree, countByDepartment(invited), smallestGroup);
  const counted = countedDepartments(tree, shown);
  await seed.copy(
    'pulse_invitation',
    [
      'pulse_invitation_id',
      'pulse_round_id',
      'employee_id',
      'department_id',
      'counted_department_id',
      'tenure_band',
      'email_hash',
    ],
    invited.map((person) => [
      person.invitationId,
      round.id,
      person.employee.id,
      person.departmentId,
      counted.get(person.departmentId) ?? null,
      person.tenureBand,
      person.employee.mail &&
        byteCell(createHash('sha256').update(person.employee.mail.toLowerCase()).digest()),
    ]),
  );
  await insertRoundTree(seed.db, { roundId: round.id, tree, shown });
  await seed.copy(
    'pulse_participation_mark',
    ['pulse_round_id', 'mark', 'department_id'],
    [...answered]
      .map((person): SeedCell[] => [
        round.id,
        byteCell(participationMark(seed, person.invitationId)),
        counted.get(person.departmentId) ?? null,
      ])
      .sort((a, b) => (String(a[1]) < String(b[1]) ? -1 : 1)),
  );
  const sheets = fillIn(random, { round, moods, people: [...answered] });
  if (round.isOpen) await putIntoBallots(seed, round, sheets);
  else {
    const releasedOn = round.closesAt.toISODate() ?? day;
    await computeRelease(seed.db, { roundId: round.id, releasedOn, sheets });
  }
}

/** The sheets of a round that is open, in an order of chance. */
async function putIntoBallots(
  seed: SeedContext,
  round: RoundPlan,
  sheets: readonly Sheet[],
): Promise<void> {
  await seed.copy(
    'pulse_ballot',
    ['pulse_ballot_id', 'pulse_round_id', 'sealed'],
    sheets
      .map((sheet): SeedCell[] => [
        randomUUID(),
        round.id,
        byteCell(sealSheet(seed, { roundId: round.id, sheet, questions })),
      ])
      .sort((a, b) => (String(a[0]) < String(b[0]) ? -1 : 1)),
  );
}

const questions = standardQuestions('employee', { en: '', zh: '' });

/** What each person answers. */
function fillIn(
  random: SeedRandom,
  {
    round,
    moods,
    people,
  }: { round: RoundPlan; moods: ReadonlyMap<string, number>; people: readonly Invited[] },
): Sheet[] {
  const written = new Set<string>();
  return people.map((person) => {
    const tenure = { under_1: 0.35, '1_to_3': -0.1, '3_to_10': -0.05, over_10: 0.1 }[
      person.tenureBand
    ];
    const mood =
      (moods.get(person.departmentCode) ?? 0) + round.drift + tenure + random.normal(0, 0.6);
    const scores: [string, number][] = [];
    const comments: [string, string][] = [];
    for (const { key, kind } of questions) {
      if (kind === 'comment') {
        const comment = random.chance(0.24)
          ? writeComment(random, { employee: person.employee, mood, written })
          : undefined;
        if (comment) comments.push([key, comment]);
      } else if (!random.chance(0.02)) {
        const score =
          kind === 'nps'
            ? clamp(7.3 + mood * 1.9 + random.normal(0, 1.2), 0, 10)
            : clamp(3.6 + mood * 0.75 + (driverMoods[key] ?? 0) + random.normal(0, 0.6), 1, 5);
        scores.push([key, score]);
      }
    }
    return { departmentId: person.departmentId, tenureBand: person.tenureBand, scores, comments };
  });
}

/** Bytes in PostgreSQL's text form. */
function byteCell(bytes: Buffer): string {
  return `\\x${bytes.toString('hex')}`;
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
