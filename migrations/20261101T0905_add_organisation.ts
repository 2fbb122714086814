import { type Kysely, sql } from 'kysely';

/** The department tree, employees, and where and for whom they work from which day. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table employee (
      employee_id uuid primary key,
      employee_number text not null unique check (employee_number <> ''),
      full_name text not null check (full_name <> ''),
      email text,
      locale text not null default 'en' check (locale in ('en', 'zh')),
      time_zone text,
      hired_on date not null,
      left_on date,
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now(),
      check (left_on is null or left_on >= hired_on)
    )`.execute(db);
  await sql`create unique index employee_email on employee (lower(email)) where email is not null`.execute(
    db,
  );
  await sql`create index employee_name_search on employee using gin (full_name gin_trgm_ops)`.execute(
    db,
  );
  await sql`create index employee_name on employee (full_name, employee_id)`.execute(db);

  await sql`
    create table department (
      department_id uuid primary key,
      code text not null unique check (code <> ''),
      name_en text not null check (name_en <> ''),
      name_zh text not null check (name_zh <> ''),
      parent_department_id uuid references department,
      head_employee_id uuid references employee on delete set null,
      archived_at timestamptz,
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now(),
      check (parent_department_id <> department_id)
    )`.execute(db);
  await sql`create index department_parent on department (parent_department_id)`.execute(db);
  await sql`create index department_head on department (head_employee_id)`.execute(db);

  // Every pair of a department and what lies above it, itself included (depth 0).
  await sql`
    create table department_closure (
      ancestor_id uuid not null references department on delete cascade,
      descendant_id uuid not null references department on delete cascade,
      depth integer not null check (depth >= 0),
      primary key (ancestor_id, descendant_id)
    )`.execute(db);
  await sql`create index department_closure_descendant on department_closure (descendant_id, ancestor_id)`.execute(
    db,
  );

  await sql`
    create table department_membership (
      department_membership_id uuid primary key,
      employee_id uuid not null references employee on delete cascade,
      department_id uuid not null references department,
      position_title text not null default '',
      valid_from date not null,
      valid_to date,
      check (valid_to is null or valid_to > valid_from),
      exclude using gist (employee_id with =, daterange(valid_from, valid_to) with &&)
    )`.execute(db);
  await sql`create index department_membership_department on department_membership (department_id, valid_from)`.execute(
    db,
  );

  await sql`
    create table reporting_line (
      reporting_line_id uuid primary key,
      employee_id uuid not null references employee on delete cascade,
      manager_employee_id uuid not null references employee on delete cascade,
      valid_from date not null,
      valid_to date,
      check (valid_to is null or valid_to > valid_from),
      check (employee_id <> manager_employee_id),
      exclude using gist (employee_id with =, daterange(valid_from, valid_to) with &&)
    )`.execute(db);
  await sql`create index reporting_line_manager on reporting_line (manager_employee_id, valid_from)`.execute(
    db,
  );
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`drop table reporting_line, department_membership, department_closure`.execute(db);
  await sql`drop table department, employee`.execute(db);
}
