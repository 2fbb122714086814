import { sql } from 'kysely';
import type { Db } from '../../platform/db';
import { hasNotLeft } from './leaver-store';
import type { GrantableRole } from './user-account';

export interface ViewerFacts {
  userAccountId: string;
  employeeId: string | null;
  displayName: string;
  isEmployed: boolean;
  grantedRoles: GrantableRole[];
  headedDepartmentIds: string[];
  ownDepartmentId: string | null;
  ownDepartmentPath: string[];
  reportEmployeeIds: string[];
}

/**
 * Everything that decides what a person may do on a day, in one query: it is asked with every request. Nothing for one who
 * has left by then, whatever was granted.
 */
export async function findViewerFacts(
  db: Db,
  userAccountId: string,
  today: string,
): Promise<ViewerFacts | undefined> {
  const { rows } = await sql<ViewerFacts>`
    select
      u.user_account_id as "userAccountId",
      u.display_name as "displayName",
      e.employee_id as "employeeId",
      e.employee_id is not null as "isEmployed",
      array(select distinct g.role from role_grant g where g.user_account_id = u.user_account_id order by 1) as "grantedRoles",
      array(
        select distinct c.descendant_id
        from role_grant g join department_closure c on c.ancestor_id = g.department_id
        where g.user_account_id = u.user_account_id and g.role = 'department_head'
      ) as "headedDepartmentIds",
      m.department_id as "ownDepartmentId",
      array(select c.ancestor_id from department_closure c where c.descendant_id = m.department_id order by c.depth) as "ownDepartmentPath",
      array(
        select l.employee_id from reporting_line l
        where l.manager_employee_id = e.employee_id and l.valid_from <= ${today}::date
          and (l.valid_to is null or l.valid_to > ${today}::date)
      ) as "reportEmployeeIds"
    from user_account u
    left join employee e on e.employee_id = u.employee_id and e.hired_on <= ${today}::date
      and (e.left_on is null or e.left_on > ${today}::date)
    left join department_membership m on m.employee_id = e.employee_id and m.valid_from <= ${today}::date
      and (m.valid_to is null or m.valid_to > ${today}::date)
    where u.user_account_id = ${userAccountId} and u.disabled_at is null and ${hasNotLeft(today)}`.execute(
    db,
  );
  return rows[0];
}
