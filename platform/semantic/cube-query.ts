import {
  DEFAULT_ROW_LIMIT,
  MAXIMUM_ROW_LIMIT,
  type SecurityContext,
  type SemanticQuery,
} from './semantic-layer';

/** Groups that the access policies of the models name. A viewer in none of them gets zero rows. */
export function groupsOf(security: Partial<SecurityContext>): string[] {
  return [
    ...(security.roles ?? []).map((role) => `role_${role}`),
    ...reachGroup(security.departmentIds, 'departments'),
    ...reachGroup(security.pulseDepartmentIds, 'pulse_departments'),
  ];
}

function reachGroup(ids: readonly string[] | 'all' | undefined, name: string): string[] {
  if (ids === 'all') return [`all_${name}`];
  return ids?.length ? [`listed_${name}`] : [];
}

/** What Cube is told about a viewer. */
export type Claims = Record<string, string | readonly string[]>;

const sorted = (ids: readonly string[] | 'all') => (ids === 'all' ? ids : [...ids].sort());

/**
 * The claims both ways of running Cube receive. Ids are sorted so that two viewers with the same rights share what is
 * cached, and neither the person nor the request is part of them.
 */
export function claimsOf(security: SecurityContext): Claims {
  return {
    organisationId: security.organisationId,
    roles: [...security.roles].sort(),
    departmentIds: sorted(security.departmentIds),
    pulseDepartmentIds: sorted(security.pulseDepartmentIds),
  };
}

/** The query in Cube's own form. A limit above Cube's maximum is refused rather than silently cut. */
export function cubeQueryOf(query: SemanticQuery): Record<string, unknown> {
  const limit = query.limit ?? DEFAULT_ROW_LIMIT;
  if (limit > MAXIMUM_ROW_LIMIT)
    throw new RangeError(`at most ${MAXIMUM_ROW_LIMIT} rows can be asked for at once`);
  return {
    measures: query.measures,
    dimensions: query.dimensions ?? [],
    timeDimensions: query.timeDimensions ?? [],
    filters: query.filters ?? [],
    ...(query.order ? { order: query.order } : {}),
    ...(query.offset ? { offset: query.offset } : {}),
    limit,
    timezone: query.timezone,
  };
}
