import {
  type Expression,
  type ExpressionBuilder,
  type ReferenceExpression,
  type SqlBool,
  sql,
} from 'kysely';
import { abilityOf } from './ability';
import type { Action, SubjectName, Subjects } from './subjects';
import type { Viewer } from './viewer';

type Scalar = string | number | boolean;
type Condition = Scalar | { $in: readonly Scalar[] };

/** The conditions under which the viewer may act, as alternatives; `'all'` without any, `[]` when never. */
function conditionsOf(
  viewer: Viewer,
  action: Action,
  subjectName: SubjectName,
): 'all' | readonly Readonly<Record<string, Condition>>[] {
  const rules = abilityOf(viewer).rulesFor(action, subjectName);
  if (rules.some((rule) => !rule.conditions)) return 'all';
  return rules.map((rule) => rule.conditions as Record<string, Condition>);
}

/**
 * The values of one field that the viewer may act on, or `'all'`. Alternatives that speak of other fields as well
 * are refused, since a list of ids could not express them.
 */
export function accessibleIds<K extends SubjectName>(
  viewer: Viewer,
  action: Action,
  subjectName: K,
  field: keyof Subjects[K] & string,
): 'all' | readonly string[] {
  const alternatives = conditionsOf(viewer, action, subjectName);
  if (alternatives === 'all') return 'all';
  const ids = new Set<string>();
  for (const alternative of alternatives) {
    const fields = Object.keys(alternative);
    const condition = alternative[field];
    if (fields.length !== 1 || condition === undefined)
      throw new Error(`${subjectName} is not ruled by ${field} alone`);
    for (const id of typeof condition === 'object' ? condition.$in : [condition])
      ids.add(String(id));
  }
  return [...ids];
}

/** The viewer's rules as a condition on the columns of a query: what the rules do not allow is not selected. */
export function accessibleWhere<DB, TB extends keyof DB, K extends SubjectName>(
  eb: ExpressionBuilder<DB, TB>,
  viewer: Viewer,
  action: Action,
  subjectName: K,
  columns: { readonly [F in keyof Subjects[K]]: ReferenceExpression<DB, TB> },
): Expression<SqlBool> {
  const alternatives = conditionsOf(viewer, action, subjectName);
  if (alternatives === 'all') return sql<SqlBool>`true`;
  const columnOf = (field: string): ReferenceExpression<DB, TB> =>
    (columns as Record<string, ReferenceExpression<DB, TB>>)[field]!;
  const clauses = alternatives.map((alternative) =>
    eb.and(
      Object.entries(alternative).map(([field, condition]) =>
        typeof condition === 'object'
          ? condition.$in.length === 0
            ? sql<SqlBool>`false`
            : eb(columnOf(field), 'in', condition.$in as never)
          : eb(columnOf(field), '=', condition as never),
      ),
    ),
  );
  return clauses.length === 0 ? sql<SqlBool>`false` : eb.or(clauses);
}
