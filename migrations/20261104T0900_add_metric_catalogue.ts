import { type Kysely, sql } from 'kysely';

/** The metric catalogue with its versions, targets for scorecards, and what tells the roll-ups that facts changed. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table metric (
      metric_key text primary key check (metric_key ~ '^[a-z][a-z0-9_]*$'),
      name_en text not null check (name_en <> ''),
      name_zh text not null check (name_zh <> ''),
      owner_department_id uuid references department on delete set null,
      position integer not null,
      created_at timestamptz not null default now()
    )`.execute(db);
  await sql`
    create table metric_version (
      metric_key text not null references metric on delete cascade,
      version integer not null check (version > 0),
      formula_en text not null check (formula_en <> ''),
      formula_zh text not null check (formula_zh <> ''),
      unit text not null check (unit in ('points', 'percent', 'score', 'count')),
      direction text not null check (direction in ('higher', 'lower')),
      grain text not null check (grain in ('feedback', 'invitation')),
      is_additive boolean not null,
      lowest_level text not null check (lowest_level in ('organisation', 'department', 'team', 'individual')),
      minimum_n integer not null check (minimum_n >= 0),
      scale_minimum numeric,
      scale_maximum numeric,
      status text not null check (status in ('draft', 'certified', 'retired')),
      effective_on date not null,
      created_at timestamptz not null default now(),
      primary key (metric_key, version)
    )`.execute(db);
  await sql`
    create table scorecard_target (
      scorecard_target_id uuid primary key,
      metric_key text not null references metric,
      department_id uuid references department on delete cascade,
      target numeric not null,
      effective_on date not null,
      created_at timestamptz not null default now(),
      unique nulls not distinct (metric_key, department_id, effective_on)
    )`.execute(db);
  await sql`create index scorecard_target_department on scorecard_target (department_id)`.execute(
    db,
  );

  await sql`
    insert into metric (metric_key, name_en, name_zh, position) values
      ('nps', 'Net promoter score', '净推荐值', 1),
      ('csat', 'Customer satisfaction (CSAT)', '客户满意度（CSAT）', 2),
      ('ces', 'Customer effort score (CES)', '客户费力指数（CES）', 3),
      ('satisfaction_rate', 'Satisfaction rate', '满意率', 4),
      ('response_count', 'Responses', '反馈数', 5),
      ('response_rate', 'Response rate', '答复率', 6)`.execute(db);
  await sql`
    insert into metric_version (metric_key, version, formula_en, formula_zh, unit, direction, grain, is_additive,
      lowest_level, minimum_n, scale_minimum, scale_maximum, status, effective_on) values
      ('nps', 1,
       '100 × (share of answers 9–10 − share of answers 0–6) to “How likely are you to recommend us?” on a scale of 0 to 10.',
       '“您向他人推荐我们的可能性有多大？”（0–10 分）：100 ×（9–10 分的占比 − 0–6 分的占比）。',
       'points', 'higher', 'feedback', false, 'department', 10, -100, 100, 'certified', '2020-01-01'),
      ('csat', 1,
       '100 × answers of 4 or 5 ÷ answers to “How satisfied are you?” on a scale of 1 to 5.',
       '“您的满意程度如何？”（1–5 分）：100 × 4 分和 5 分的答案数 ÷ 答案总数。',
       'percent', 'higher', 'feedback', false, 'individual', 10, 0, 100, 'certified', '2020-01-01'),
      ('ces', 1,
       'Mean agreement with “They made it easy for me” on a scale of 1 (strongly disagree) to 7 (strongly agree).',
       '对“他们让我办事很容易”的同意程度（1 分非常不同意，7 分非常同意）的平均值。',
       'score', 'higher', 'feedback', false, 'department', 10, 1, 7, 'certified', '2020-01-01'),
      ('satisfaction_rate', 1,
       '100 × answers “satisfied” or better ÷ answers. On the scale of 1 to 5 the cut point is 4.',
       '100 ×“满意”及以上的答案数 ÷ 答案总数；1–5 分量表的界限为 4 分。',
       'percent', 'higher', 'feedback', false, 'individual', 10, 0, 100, 'certified', '2020-01-01'),
      ('response_count', 1,
       'Number of customers’ answers and outside reviews received, whatever was answered in them. Held feedback is not counted.',
       '收到的顾客答复和外部评价数量，不论其中回答了哪些问题；被暂扣的反馈不计入。',
       'count', 'higher', 'feedback', true, 'individual', 0, 0, null, 'certified', '2020-01-01'),
      ('response_rate', 1,
       '100 × answered ÷ delivered invitations, by the month in which the invitation was sent.',
       '100 × 已答复的邀请数 ÷ 送达的邀请数，按邀请发出的月份计算。',
       'percent', 'higher', 'invitation', false, 'team', 10, 0, 100, 'certified', '2020-01-01')`.execute(
    db,
  );

  // Held feedback is listed here too: putting it on hold or releasing it changes a number as much as new feedback does.
  await sql`create view mart.feedback_change as select occurred_at, changed_at from feedback`.execute(
    db,
  );
  await sql`create view mart.invitation_change as select sent_at, changed_at from invitation`.execute(
    db,
  );
  // Moves in steps of a quarter of an hour, so that a count of the changes since then is stable while nothing happens.
  await sql`
    create view mart.recent_change_window as
    select date_bin('15 minutes', now(), timestamptz '2000-01-01') - interval '15 minutes' as since`.execute(
    db,
  );
  await sql`
    create view mart.department_tree_version as
    select coalesce(md5(string_agg(ancestor_id::text || descendant_id::text, ',' order by ancestor_id, descendant_id)), '')
      as version
    from department_closure`.execute(db);
  await sql`
    create view mart.change_token as
    select concat_ws('|',
      (select max(changed_at) from feedback),
      (select count(*) from feedback where changed_at >= (select since from mart.recent_change_window)),
      (select max(changed_at) from invitation),
      (select count(*) from invitation where changed_at >= (select since from mart.recent_change_window)),
      (select version from mart.department_tree_version)) as token`.execute(db);
  await sql`grant select on all tables in schema mart to tandem_mart_reader`.execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`
    drop view mart.change_token, mart.department_tree_version, mart.recent_change_window, mart.invitation_change,
      mart.feedback_change`.execute(db);
  await sql`drop table scorecard_target, metric_version, metric`.execute(db);
}
