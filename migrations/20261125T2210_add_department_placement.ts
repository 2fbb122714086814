import { type Kysely, sql } from 'kysely';

/**
 * What a department belonged to on which day. `department_parent_period` holds one department's parents with their days;
 * what follows from it is kept beside it: a *placement* is a department with everything that stands above it, and
 * `department_stretch` says on which days which placement held. A placement never changes, so what was summed by
 * placement stays true whatever moves later.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table department_parent_period (
      department_id uuid not null references department on delete cascade,
      parent_department_id uuid references department,
      valid_from date not null,
      valid_to date,
      primary key (department_id, valid_from),
      check (valid_to is null or valid_to > valid_from),
      check (parent_department_id <> department_id),
      exclude using gist (department_id with =, daterange(valid_from, valid_to) with &&)
    )`.execute(db);
  await sql`create index department_parent_period_parent on department_parent_period (parent_department_id)`.execute(
    db,
  );
  await sql`
    create table department_placement (
      department_placement_id uuid primary key default gen_random_uuid(),
      department_id uuid not null references department on delete cascade,
      -- The department itself, what it lies in, and so on up to the root.
      path uuid[] not null,
      unique (department_id, path)
    )`.execute(db);
  await sql`
    create table department_stretch (
      department_id uuid not null references department on delete cascade,
      department_placement_id uuid not null references department_placement on delete cascade,
      during daterange not null
    )`.execute(db);
  await sql`create index department_stretch_department on department_stretch (department_id)`.execute(
    db,
  );
  // Counts the changes of the tree's history. It only ever moves on: a tree that comes back is a new state of it.
  await sql`
    create table department_tree_state (
      is_only boolean primary key default true check (is_only),
      revision bigint not null
    )`.execute(db);
  await sql`insert into department_tree_state (revision) values (1)`.execute(db);

  await createFunctions(db);
  // Moves of the time before were not kept with their days: the tree as it stands holds for all of the past.
  await sql`
    insert into department_parent_period (department_id, parent_department_id, valid_from)
    select department_id, parent_department_id, '-infinity' from department`.execute(db);
  await sql`select rebuild_department_placement()`.execute(db);
  await createTriggers(db);
  await replaceViews(db);
}

async function createFunctions(db: Kysely<unknown>): Promise<void> {
  await sql`
    create function department_path() returns table (department_id uuid, path uuid[], during daterange)
    language sql stable as $$
      with recursive up as (
        select d.department_id, array[d.department_id] as path, d.department_id as top, daterange('-infinity', null) as during
        from department d
        union all
        select up.department_id,
               case when p.parent_department_id is null then up.path else up.path || p.parent_department_id end,
               p.parent_department_id, up.during * daterange(p.valid_from, p.valid_to)
        from up join department_parent_period p
          on p.department_id = up.top and daterange(p.valid_from, p.valid_to) && up.during
        where p.parent_department_id is null or not p.parent_department_id = any (up.path)
      )
      select up.department_id, up.path, unnest(range_agg(up.during)) from up where up.top is null group by 1, 2
    $$`.execute(db);
  await sql`
    create function rebuild_department_placement() returns void language plpgsql as $$
    begin
      perform pg_advisory_xact_lock(hashtext('department_tree'));
      insert into department_placement (department_id, path)
      select distinct w.department_id, w.path from department_path() w
      on conflict (department_id, path) do nothing;
      if exists (
        (select p.department_placement_id, w.during from department_path() w join department_placement p using (department_id, path)
         except all select department_placement_id, during from department_stretch)
        union all
        (select department_placement_id, during from department_stretch
         except all select p.department_placement_id, w.during from department_path() w join department_placement p using (department_id, path))
      ) then
        -- A day of the organisation begins and ends within a day of the one in UTC.
        insert into change_note (fact, day)
        select distinct c.fact, c.day
        from department_path() w
        join department_placement p using (department_id, path)
        join department_stretch s
          on s.department_id = w.department_id and s.department_placement_id <> p.department_placement_id and s.during && w.during
        join changed_day c
          on c.day >= lower(s.during * w.during) - 1 and (upper_inf(s.during * w.during) or c.day <= upper(s.during * w.during))
        where c.fact <> 'directory';
        delete from department_stretch;
        insert into department_stretch (department_id, department_placement_id, during)
        select w.department_id, p.department_placement_id, w.during
        from department_path() w join department_placement p using (department_id, path);
        update department_tree_state set revision = revision + 1;
      end if;
    end $$`.execute(db);
  await sql`
    create function place_new_departments() returns trigger language plpgsql as $$
    begin
      insert into department_parent_period (department_id, parent_department_id, valid_from)
      select department_id, parent_department_id, '-infinity' from added;
      perform rebuild_department_placement();
      return null;
    end $$`.execute(db);
}

async function createTriggers(db: Kysely<unknown>): Promise<void> {
  await sql`
    create trigger department_placed after insert on department
    referencing new table as added for each statement execute function place_new_departments()`.execute(
    db,
  );
}

/** The tree as of a fact's day, in the place of the tree as of today. */
async function replaceViews(db: Kysely<unknown>): Promise<void> {
  await sql`drop view mart.response, mart.invitation, mart.department_feedback`.execute(db);
  await sql`
    create view mart.department_placement as
    select s.department_id, s.department_placement_id as placement_id,
           lower(s.during)::timestamp at time zone z.time_zone as since,
           coalesce(upper(s.during)::timestamp at time zone z.time_zone, 'infinity') as until
    from department_stretch s
    cross join (select coalesce((select time_zone from organisation limit 1), 'UTC') as time_zone) z`.execute(
    db,
  );
  await sql`
    create view mart.department_tree as
    select department_placement_id as placement_id, unnest(path) as ancestor_id from department_placement`.execute(
    db,
  );
  await sql`
    create view mart.department_feedback as
    select f.feedback_id, f.occurred_at, t.ancestor_id as scorecard_department_id, f.department_id, f.touchpoint_id,
           f.channel, f.nps_score, f.csat_score, f.ces_score, f.changed_at
    from feedback f
    join mart.department_placement p on p.department_id = f.department_id and f.occurred_at >= p.since and f.occurred_at < p.until
    join mart.department_tree t on t.placement_id = p.placement_id
    where not f.is_held`.execute(db);
  await sql`
    create view mart.invitation as
    select invitation_id, sent_at, department_id, touchpoint_id, channel, variant, is_delivered,
           answered_at is not null as is_answered, changed_at
    from invitation`.execute(db);
  await sql`
    create or replace view mart.department_tree_version as select revision::text as version from department_tree_state`.execute(
    db,
  );
  await sql`grant select on all tables in schema mart to tandem_mart_reader`.execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`
    create or replace view mart.department_tree_version as
    select coalesce(md5(string_agg(ancestor_id::text || descendant_id::text, ',' order by ancestor_id, descendant_id)), '')
      as version
    from department_closure`.execute(db);
  await sql`
    drop view mart.invitation, mart.department_feedback, mart.department_tree, mart.department_placement`.execute(
    db,
  );
  await sql`
    create view mart.department_feedback as
    select f.feedback_id, f.occurred_at, c.ancestor_id as scorecard_department_id, f.department_id, f.touchpoint_id,
           f.channel, f.nps_score, f.csat_score, f.ces_score, f.changed_at
    from feedback f join department_closure c on c.descendant_id = f.department_id
    where not f.is_held`.execute(db);
  await sql`
    create view mart.invitation as
    select i.invitation_id, i.sent_at, c.ancestor_id as scorecard_department_id, i.department_id, i.touchpoint_id, i.channel,
           i.variant, i.is_delivered, i.answered_at is not null as is_answered, i.changed_at
    from invitation i join department_closure c on c.descendant_id = i.department_id`.execute(db);
  await sql`
    create view mart.response as
    select feedback_id as response_id, occurred_at, c.ancestor_id as scorecard_department_id, department_id, touchpoint_id,
           channel, survey_version_id, changed_at
    from feedback f join department_closure c on c.descendant_id = f.department_id
    where f.source = 'survey' and not f.is_held`.execute(db);
  await sql`grant select on all tables in schema mart to tandem_mart_reader`.execute(db);
  await sql`drop trigger department_placed on department`.execute(db);
  await sql`drop table department_tree_state, department_stretch, department_placement, department_parent_period`.execute(
    db,
  );
  await sql`
    drop function place_new_departments, rebuild_department_placement, department_path`.execute(db);
}
