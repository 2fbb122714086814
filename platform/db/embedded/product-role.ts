import { createHmac } from 'node:crypto';
import postgres from 'postgres';

/**
 * The role as which the product uses the embedded cluster. It owns the database and makes roles, and it is no superuser:
 * whatever statement reaches the database through the product can read no file and run no program of the machine.
 */
export const productRole = 'tandem_product';

/** Derived, so that every start knows it; from inside the database it leads nowhere. */
export function productPassword(superuserPassword: string): string {
  return createHmac('sha256', superuserPassword)
    .update('password of the product role')
    .digest('base64url');
}

/**
 * Makes sure that the role is there and owns what the product made. A cluster of an earlier version, in which all of
 * that belongs to the superuser, is handed over. Called as the superuser, on the product's database, at every start.
 */
export async function ensureProductRole(
  adminUrl: string,
  { password }: { password: string | undefined },
): Promise<void> {
  const sql = postgres(adminUrl, { max: 1, onnotice: () => undefined });
  try {
    await sql.begin(async (trx) => {
      const role = trx(productRole);
      const [found] = await trx`select from pg_roles where rolname = ${productRole}`;
      if (!found) await trx`create role ${role}`;
      const rights = 'login createrole nosuperuser nocreatedb noreplication nobypassrls';
      // A utility statement takes no parameters; the password is base64url, so it needs no escaping.
      await trx.unsafe(
        `alter role ${productRole} with ${rights} password ${password ? `'${password}'` : 'null'}`,
      );
      await trx.unsafe(handOverDatabase);
    });
  } finally {
    await sql.end();
  }
}

/** What extensions brought stays the superuser's; what belongs to another role, such as the roll-ups, stays there. */
const handOverDatabase = `
do $$
declare
  statement text;
begin
  for statement in
    with ours as (select oid from pg_roles where rolname = current_user),
    places as (
      select oid from pg_namespace where nspname not like 'pg\\_%' and nspname <> 'information_schema'
    ),
    of_extensions as (select classid, objid from pg_depend where deptype = 'e')
    select format('alter database %I owner to ${productRole}', datname)
      from pg_database where datname = current_database() and datdba in (select oid from ours)
    union all
    select format('grant %I to ${productRole} with admin option', rolname)
      from pg_roles r
      where not rolsuper and rolname not like 'pg\\_%' and rolname <> '${productRole}'
        and not exists (
          select from pg_auth_members m
          where m.roleid = r.oid and m.member = '${productRole}'::regrole and m.admin_option)
        and not pg_has_role(r.oid, '${productRole}'::regrole, 'member')
    union all
    select format('alter schema %I owner to ${productRole}', nspname)
      from pg_namespace
      where oid in (select oid from places) and nspowner in (select oid from ours)
        and ('pg_namespace'::regclass, oid) not in (select classid, objid from of_extensions)
    union all
    select format('alter table %s owner to ${productRole}', c.oid::regclass)
      from pg_class c
      where relnamespace in (select oid from places) and relowner in (select oid from ours)
        and relkind in ('r', 'p', 'v', 'm', 'f', 'S')
        and ('pg_class'::regclass, c.oid) not in (select classid, objid from of_extensions)
        -- A column's own sequence goes with its table.
        and not exists (
          select from pg_depend d
          where d.classid = 'pg_class'::regclass and d.objid = c.oid and c.relkind = 'S' and d.deptype in ('a', 'i'))
    union all
    select format('alter routine %s owner to ${productRole}', oid::regprocedure)
      from pg_proc
      where pronamespace in (select oid from places) and proowner in (select oid from ours)
        and ('pg_proc'::regclass, oid) not in (select classid, objid from of_extensions)
    union all
    select format('alter type %s owner to ${productRole}', t.oid::regtype)
      from pg_type t left join pg_class c on c.oid = t.typrelid
      where typnamespace in (select oid from places) and typowner in (select oid from ours)
        and typtype in ('e', 'd', 'r', 'c') and (c.relkind is null or c.relkind = 'c')
        and ('pg_type'::regclass, t.oid) not in (select classid, objid from of_extensions)
    union all
    select format('alter statistics %I.%I owner to ${productRole}', n.nspname, stxname)
      from pg_statistic_ext s join pg_namespace n on n.oid = s.stxnamespace
      where stxowner in (select oid from ours)
  loop
    execute statement;
  end loop;
end
$$`;
