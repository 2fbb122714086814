import type { Role } from '../../../domain/access';
import { newId } from '../../../platform/ids';
import type { OwnDatabase } from '../../harness/use-database';

/** Things of the demo organisation that the table of access speaks about. "Own" is what the single-role viewers reach. */
export interface DemoFacts {
  organisationId: string;
  rootId: string;
  storesId: string;
  serviceId: string;
  /** The store in which the manager and the employee work. */
  teamDepartmentId: string;
  emptyDepartmentId: string;
  managerEmployeeId: string;
  /** Reports to the manager. */
  employeeId: string;
  userAccountOf: Record<Role, string>;
  roleGrantId: string;
  touchpointId: string;
  journeyId: string;
  metricKey: string;
  customerSurveyId: string;
  employeeSurveyId: string;
  openLinkId: string;
  importId: string;
  feedbackId: string;
  feedbackOccurredAt: string;
  peopleImportId: string;
  pulseProgrammeId: string;
  releasedRoundId: string;
  openRoundId: string;
  plannedRoundId: string;
  publishedTemplateId: string;
  draftTemplateId: string;
  cycleId: string;
  /** Of the employee, being written by the manager. */
  reviewInWritingId: string;
  /** Of the employee, written and not yet shared. */
  submittedReviewId: string;
  /** Of the employee, shared and not yet acknowledged. */
  sharedReviewId: string;
  outboxMailId: string;
  jobId: string;
}

/** Reads what the seeds made, and adds the few things that a demo organisation has no reason to hold. */
export async function demoFacts({ sql }: OwnDatabase): Promise<DemoFacts> {
  const one = async (query: ReturnType<OwnDatabase['sql']>): Promise<string> => {
    const rows = await query;
    const value: unknown = Object.values(rows[0] ?? {})[0];
    if (typeof value !== 'string')
      throw new Error(`The demo organisation has no answer to: ${rows.statement.string}`);
    return value;
  };
  const department = (code: string) =>
    one(sql`select department_id from department where code = ${code}`);
  const account = (name: string) =>
    one(sql`select user_account_id from user_account where email = ${`${name}@aster.example`}`);
  const employeeOf = (name: string) =>
    one(sql`select employee_id from user_account where email = ${`${name}@aster.example`}`);

  const managerEmployeeId = await employeeOf('manager');
  const employeeId = await employeeOf('employee');
  const rootId = await one(
    sql`select department_id from department where parent_department_id is null`,
  );
  const teamDepartmentId = await one(sql`
    select department_id from department_membership where employee_id = ${managerEmployeeId} and valid_to is null`);
  const emptyDepartmentId = newId();
  await sql`
    insert into department (department_id, code, name_en, name_zh, parent_department_id)
    values (${emptyDepartmentId}, 'EMPTY', 'Empty', '空', ${rootId})`;
  await sql`
    insert into department_closure (ancestor_id, descendant_id, depth)
    values (${emptyDepartmentId}, ${emptyDepartmentId}, 0), (${rootId}, ${emptyDepartmentId}, 1)`;

  await sql`
    insert into audit_entry (audit_entry_id, recorded_at, actor_kind, action, subject_type)
    values (${newId()}, now(), 'system', 'department.create', 'Department')`;
  const reviews = await addReviews({ sql } as OwnDatabase, {
    managerEmployeeId,
    employeeId,
    teamDepartmentId,
  });
  return {
    organisationId: await one(sql`select organisation_id from organisation`),
    rootId,
    storesId: await one(sql`
      select parent_department_id from department where department_id = ${teamDepartmentId}`),
    serviceId: await department('SERVICE'),
    teamDepartmentId,
    emptyDepartmentId,
    managerEmployeeId,
    employeeId,
    userAccountOf: {
      executive: await account('executive'),
      department_head: await account('head.stores'),
      manager: await account('manager'),
      employee: await account('employee'),
      hr: await account('hr'),
      analyst: await account('analyst'),
      case_owner: await account('caseowner'),
      administrator: await account('admin'),
    },
    roleGrantId: await one(
      sql`select role_grant_id from role_grant where role = 'analyst' limit 1`,
    ),
    touchpointId: await one(sql`select touchpoint_id from touchpoint order by code limit 1`),
    journeyId: await one(sql`select journey_id from journey limit 1`),
    metricKey: 'nps',
    customerSurveyId: await one(
      sql`select survey_id from survey where audience = 'customer' limit 1`,
    ),
    employeeSurveyId: await one(
      sql`select survey_id from survey where audience = 'employee' limit 1`,
    ),
    openLinkId: await one(
      sql`select open_link_id from open_link where deactivated_at is null limit 1`,
    ),
    importId: await addImport({ sql } as OwnDatabase),
    feedbackId: await oneHeld({ sql } as OwnDatabase),
    feedbackOccurredAt: new Date(
      await one(sql`
        select occurred_at::text from feedback order by occurred_at, feedback_id limit 1`),
    ).toISOString(),
    peopleImportId: await addPeopleImport({ sql } as OwnDatabase),
    pulseProgrammeId: await one(sql`select pulse_programme_id from pulse_programme limit 1`),
    releasedRoundId: await one(sql`select pulse_round_id from pulse_release limit 1`),
    openRoundId: await one(sql`select pulse_round_id from pulse_round where status = 'open'`),
    plannedRoundId: await addPlannedRound({ sql } as OwnDatabase),
    publishedTemplateId: await one(sql`
      select review_template_id from review_template_version where published_at is not null limit 1`),
    draftTemplateId: await one(sql`
      select review_template_id from review_template_version v where published_at is null
        and not exists (select from review_template_version p
                        where p.review_template_id = v.review_template_id and p.published_at is not null) limit 1`),
    ...reviews,
    outboxMailId: await addMail({ sql } as OwnDatabase),
    jobId: await one(sql`select (graphile_worker.add_job('a.job', '{}'::json)).id::text`),
  };
}

async function addReviews(
  { sql }: OwnDatabase,
  place: { managerEmployeeId: string; employeeId: string; teamDepartmentId: string },
): Promise<
  Pick<DemoFacts, 'cycleId' | 'reviewInWritingId' | 'submittedReviewId' | 'sharedReviewId'>
> {
  const cycles = [newId(), newId(), newId()] as const;
  const reviews = [newId(), newId(), newId()] as const;
  const steps = ['manager_review', 'share', 'acknowledge'];
  for (const [index, cycleId] of cycles.entries()) {
    await sql`
      insert into review_cycle (review_cycle_id, review_template_version_id, name_en, name_zh, department_id, launched_at, goal_scale)
      select ${cycleId}, review_template_version_id, 'A cycle', '周期', ${place.teamDepartmentId}, now(), 'half_when_reached'
      from review_template_version where published_at is not null limit 1`;
    await sql`
      insert into review_cycle_step (review_cycle_id, step, position)
      select ${cycleId}, step, position from unnest(array['goals', 'manager_review', 'share', 'acknowledge', 'closed'])
        with ordinality as s(step, position)`;
    await sql`
      insert into review (review_id, review_cycle_id, employee_id, manager_employee_id, department_id, position_title, step,
                          submitted_at, shared_at)
      values (${reviews[index]!}, ${cycleId}, ${place.employeeId}, ${place.managerEmployeeId}, ${place.teamDepartmentId}, 'Adviser',
              ${steps[index]!}, ${index > 0 ? new Date() : null}, ${index > 1 ? new Date() : null})`;
  }
  return {
    cycleId: cycles[0],
    reviewInWritingId: reviews[0],
    submittedReviewId: reviews[1],
    sharedReviewId: reviews[2],
  };
}

async function addImport({ sql }: OwnDatabase): Promise<string> {
  const importId = newId();
  await sql`
    insert into feedback_import (feedback_import_id, file_name, file_bytes, encoding, delimiter, columns, header_signature,
                                 guess, sample, status, source_name)
    select id, 'feedback.csv', 10, 'utf-8', ',', ${sql.json(['service', 'date'])}, 'service,date',
            ${sql.json({ department: ['service'], date: 'date', scores: [] })}, ${sql.json([])}, status, 'Till'
    from (values (${importId}::uuid, 'uploaded'), (${newId()}::uuid, 'taken_back')) as i(id, status)`;
  return importId;
}

/** Holds the earliest feedback. Resolves to its id. */
async function oneHeld({ sql }: OwnDatabase): Promise<string> {
  const [held] = await sql<{ id: string }[]>`
    update feedback set is_held = true
    where (occurred_at, feedback_id) = (select occurred_at, feedback_id from feedback order by occurred_at, feedback_id limit 1)
    returning feedback_id as id`;
  return held?.id ?? '';
}

async function addPeopleImport({ sql }: OwnDatabase): Promise<string> {
  const peopleImportId = newId();
  await sql`
    insert into people_import (people_import_id, file_name, file_bytes, status)
    values (${peopleImportId}, 'people.csv', 10, 'checked')`;
  return peopleImportId;
}

async function addPlannedRound({ sql }: OwnDatabase): Promise<string> {
  const roundId = newId();
  await sql`
    insert into pulse_round (pulse_round_id, pulse_programme_id, number, survey_version_id, opens_at, closes_at, status)
    select ${roundId}, pulse_programme_id, max(number) + 1, (array_agg(survey_version_id))[1], now() + interval '60 days',
           now() + interval '70 days', 'planned'
    from pulse_round group by pulse_programme_id`;
  return roundId;
}

async function addMail({ sql }: OwnDatabase): Promise<string> {
  const outboxMailId = newId();
  await sql`
    insert into outbox_mail (outbox_mail_id, to_address, subject, text_body, html_body, links, status)
    values (${outboxMailId}, 'somebody@aster.example', 'Subject', 'Text', '<p>Text</p>', 'open', 'kept')`;
  return outboxMailId;
}
