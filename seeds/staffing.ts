import { CAST, type CastPlan } from './data/cast';
import { DEPARTMENT_PLANS, type DepartmentPlan } from './data/departments';
import { nameGiver, type PersonName } from './data/names';
import { addDays } from './days';
import type {
  DemoCast,
  DemoDepartment,
  DemoEmployee,
  DemoMembership,
  DemoReportingLine,
} from './demo-directory';
import type { SeedRandom } from './seed-random';

/** Days with the organisation, by level: whoever leads was there before those who are led. */
const TENURE_DAYS = {
  head: [
    [6200, 6300],
    [4000, 5500],
    [2560, 3650],
  ],
  lead: [1280, 2370],
  member: [12, 2500],
} as const;
const TRANSFERS = 34;
const LEAVERS = 28;

interface Draft {
  id: string;
  name: PersonName;
  mail: string;
  hiredOn: string;
  leftOn: string | null;
  plan: DepartmentPlan;
  kind: 'head' | 'lead' | 'member';
  isCast: boolean;
  memberships: (DemoMembership & { title: string })[];
  reportingLines: DemoReportingLine[];
}

interface Team {
  plan: DepartmentPlan;
  head: Draft;
  leads: { draft: Draft; since: string }[];
}

export interface Staff {
  departments: DemoDepartment[];
  employees: (DemoEmployee & { titles: readonly string[] })[];
  cast: DemoCast;
}

/** Draws everyone of the demo organisation with the history of where and for whom they worked. */
export function drawStaff(random: SeedRandom, today: string): Staff {
  const nextName = nameGiver(random);
  const teams = new Map<string, Team>();
  const drafts: Draft[] = [];
  const castDrafts = new Map<keyof DemoCast, Draft>();

  const hire = (
    plan: DepartmentPlan,
    kind: Draft['kind'],
    tenure: number,
    part?: CastPlan,
  ): Draft => {
    const name = part
      ? { full: part.name, locale: part.locale, mailName: part.mail.split('@')[0] as string }
      : nextName();
    const hiredOn = addDays(today, -tenure);
    const draft: Draft = {
      id: random.uuidAt(new Date(`${hiredOn}T09:00:00Z`)),
      name,
      mail: part?.mail ?? `${name.mailName}@aster.example`,
      hiredOn,
      leftOn: null,
      plan,
      kind,
      isCast: part !== undefined,
      memberships: [],
      reportingLines: [],
    };
    drafts.push(draft);
    if (part) castDrafts.set(part.role, draft);
    return draft;
  };

  const seatOf = (plan: DepartmentPlan, seat: CastPlan['seat']) =>
    CAST.find((part) => part.departmentCode === plan.code && part.seat === seat);

  for (const plan of DEPARTMENT_PLANS) {
    const parent = plan.parentCode ? teams.get(plan.parentCode) : undefined;
    const [shortest, longest] = TENURE_DAYS.head[levelOf(plan)];
    const head = hire(plan, 'head', random.integer(shortest, longest), seatOf(plan, 'head'));
    work(head, plan, plan.headTitle, head.hiredOn, null);
    if (parent) report(head, parent.head, head.hiredOn, null);
    const team: Team = { plan, head, leads: [] };
    teams.set(plan.code, team);

    for (let lead = 0; lead < leadCountOf(plan); lead++) {
      team.leads.push(
        hireLead(random, hire, team, today, lead === 0 ? seatOf(plan, 'lead') : undefined),
      );
    }
    const members = plan.headcount - 1 - team.leads.length;
    for (let member = 0; member < members; member++) {
      // Seats in the team of the first leader come round once per leader.
      const teamSeat = team.leads.length === 0 ? member : member / team.leads.length;
      const part = Number.isInteger(teamSeat) ? seatOf(plan, teamSeat) : undefined;
      const tenure = part
        ? random.integer(800, 1270)
        : Math.round(
            TENURE_DAYS.member[0] +
              random.float() ** 1.6 * (TENURE_DAYS.member[1] - TENURE_DAYS.member[0]),
          );
      const draft = hire(plan, 'member', tenure, part);
      work(draft, plan, part?.title ?? random.weighted(plan.memberTitles), draft.hiredOn, null);
      reportToTeam(draft, team, member, draft.hiredOn, null);
    }
  }

  const withTeams = [...teams.values()].filter(({ plan }) => plan.headcount >= 14);
  transferSome(random, drafts, withTeams, today);
  letSomeGo(random, hire, withTeams, today);
  return {
    departments: describeDepartments(random, teams, today),
    ...describeEmployees(drafts, castDrafts),
  };
}

function levelOf(plan: DepartmentPlan): 0 | 1 | 2 {
  if (plan.parentCode === null) return 0;
  return plan.parentCode === 'ASTER' ? 1 : 2;
}

function leadCountOf({ headcount }: DepartmentPlan): number {
  return headcount < 14 ? 0 : Math.round((headcount - 1) / 9);
}

type Hire = (plan: DepartmentPlan, kind: Draft['kind'], tenure: number, part?: CastPlan) => Draft;

/** Half of the team leaders were members of the team before. */
function hireLead(random: SeedRandom, hire: Hire, team: Team, today: string, part?: CastPlan) {
  const leading = random.integer(...TENURE_DAYS.lead);
  const before = random.chance(0.5) ? random.integer(200, 900) : 0;
  const draft = hire(team.plan, 'lead', Math.min(TENURE_DAYS.member[1], leading + before), part);
  const since = addDays(today, -leading);
  if (draft.hiredOn < since) {
    work(draft, team.plan, random.weighted(team.plan.memberTitles), draft.hiredOn, since);
  }
  work(draft, team.plan, team.plan.leadTitle, since, null);
  report(draft, team.head, draft.hiredOn, null);
  return { draft, since };
}

function work(draft: Draft, plan: DepartmentPlan, title: string, from: string, to: string | null) {
  draft.memberships.push({ departmentCode: plan.code, title, from, to });
}

function report(draft: Draft, manager: Draft, from: string, to: string | null) {
  draft.reportingLines.push({ managerId: manager.id, from, to });
}

/** Reports to a leader of the team, and to the head of the department for as long as that leader did not lead yet. */
function reportToTeam(draft: Draft, team: Team, seat: number, from: string, to: string | null) {
  const lead = team.leads[seat % Math.max(1, team.leads.length)];
  if (!lead || (to !== null && to <= lead.since)) return report(draft, team.head, from, to);
  if (lead.since <= from) return report(draft, lead.draft, from, to);
  report(draft, team.head, from, lead.since);
  report(draft, lead.draft, lead.since, to);
}

/** Some members came from another department within the last two years, mostly of the same division. */
function transferSome(random: SeedRandom, drafts: Draft[], teams: Team[], today: string) {
  const candidates = drafts.filter(
    (draft) => draft.kind === 'member' && !draft.isCast && draft.hiredOn < addDays(today, -700),
  );
  for (const draft of random.shuffle(candidates).slice(0, TRANSFERS)) {
    const near = teams.filter(
      ({ plan }) => plan.parentCode === draft.plan.parentCode && plan !== draft.plan,
    );
    const origin = random.pick(near.length > 0 && random.chance(0.8) ? near : teams);
    if (origin.plan === draft.plan) continue;
    const movedOn = addDays(today, -random.integer(20, 640));
    const [current] = draft.memberships;
    const lines = draft.reportingLines;
    draft.memberships = [];
    draft.reportingLines = [];
    work(draft, origin.plan, random.weighted(origin.plan.memberTitles), draft.hiredOn, movedOn);
    reportToTeam(draft, origin, random.integer(0, 8), draft.hiredOn, movedOn);
    work(draft, draft.plan, current?.title ?? '', movedOn, null);
    for (const line of lines) {
      if (line.to !== null && line.to <= movedOn) continue;
      draft.reportingLines.push({ ...line, from: line.from < movedOn ? movedOn : line.from });
    }
  }
}

function letSomeGo(random: SeedRandom, hire: Hire, teams: Team[], today: string) {
  for (let leaver = 0; leaver < LEAVERS; leaver++) {
    const team = random.pick(teams);
    const gone = random.integer(5, 620);
    const draft = hire(team.plan, 'member', gone + random.integer(60, 1500));
    draft.leftOn = addDays(today, -gone);
    work(draft, team.plan, random.weighted(team.plan.memberTitles), draft.hiredOn, draft.leftOn);
    reportToTeam(draft, team, random.integer(0, 8), draft.hiredOn, draft.leftOn);
  }
}

function describeDepartments(
  random: SeedRandom,
  teams: Map<string, Team>,
  today: string,
): DemoDepartment[] {
  const founded = new Date(`${addDays(today, -6400)}T09:00:00Z`);
  return [...teams.values()].map(({ plan, head }) => ({
    id: random.uuidAt(founded),
    code: plan.code,
    nameEn: plan.nameEn,
    nameZh: plan.nameZh,
    parentCode: plan.parentCode,
    level: levelOf(plan),
    headEmployeeId: head.id,
    facesCustomers: plan.facesCustomers,
  }));
}

function describeEmployees(drafts: Draft[], castDrafts: Map<keyof DemoCast, Draft>) {
  const byHiring = [...drafts].sort(
    (a, b) => a.hiredOn.localeCompare(b.hiredOn) || a.id.localeCompare(b.id),
  );
  const employees = byHiring.map((draft, index) => ({
    id: draft.id,
    number: `A${String(index + 1).padStart(4, '0')}`,
    name: draft.name.full,
    locale: draft.name.locale,
    mail: draft.mail,
    position: draft.memberships.at(-1)?.title ?? '',
    hiredOn: draft.hiredOn,
    leftOn: draft.leftOn,
    memberships: draft.memberships.map(({ departmentCode, from, to }) => ({
      departmentCode,
      from,
      to,
    })),
    titles: draft.memberships.map(({ title }) => title),
    reportingLines: draft.reportingLines,
  }));
  const byId = new Map(employees.map((employee) => [employee.id, employee]));
  const cast = Object.fromEntries(
    CAST.map(({ role }) => {
      const employee = byId.get(castDrafts.get(role)?.id ?? '');
      if (!employee) throw new Error(`Nobody was hired for the part ${role}.`);
      return [role, employee];
    }),
  ) as unknown as DemoCast;
  return { employees, cast };
}
