import { type Kysely, sql } from 'kysely';

/** What customers said, attributed to touchpoint, department and employee. Scores are stored so that higher is better. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table feedback (
      feedback_id uuid not null,
      occurred_at timestamptz not null,
      department_id uuid not null references department,
      touchpoint_id uuid references touchpoint,
      employee_id uuid references employee on delete set null,
      channel text not null check (channel in
        ('mail', 'sms', 'personal_link', 'open_link', 'qr_code', 'kiosk', 'web_embed', 'api', 'file_import', 'outside_review')),
      source text not null check (source in ('survey', 'import', 'outside_review')),
      survey_version_id uuid references survey_version,
      source_ref text,
      feedback_import_id uuid,
      nps_score smallint check (nps_score between 0 and 10),
      csat_score smallint check (csat_score between 1 and 5),
      ces_score smallint check (ces_score between 1 and 7),
      -- 0 (all answers at the worst end) to 100 (all at the best): orders comments from the most critical.
      score_percent smallint generated always as (
        case when nps_score is null and csat_score is null and ces_score is null then null else
          round((coalesce(nps_score * 10.0, 0) + coalesce((csat_score - 1) * 25.0, 0) + coalesce((ces_score - 1) * 100.0 / 6, 0))
            / ((nps_score is not null)::int + (csat_score is not null)::int + (ces_score is not null)::int))
        end) stored,
      comment text check (comment <> ''),
      locale text,
      is_held boolean not null default false,
      changed_at timestamptz not null default now(),
      primary key (occurred_at, feedback_id)
    ) partition by range (occurred_at)`.execute(db);
  await sql`create index feedback_changed on feedback (changed_at)`.execute(db);
  await sql`create index feedback_department on feedback (department_id, occurred_at)`.execute(db);
  await sql`
    create unique index feedback_source on feedback (source_ref, occurred_at) where source_ref is not null`.execute(
    db,
  );
  await sql`
    create index feedback_comment_newest on feedback (department_id, occurred_at desc, feedback_id)
    where comment is not null`.execute(db);
  await sql`
    create index feedback_comment_critical on feedback (department_id, score_percent, occurred_at desc, feedback_id)
    where comment is not null`.execute(db);
  await sql`
    select ensure_month_partition('feedback', (date_trunc('month', now()) + n * interval '1 month')::date)
    from generate_series(-25, 3) as n`.execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`drop table feedback`.execute(db);
}
