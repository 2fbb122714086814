const keys = {
  DEPARTMENT: 'scope_department',
  TEAM: 'scope_team',
  INDIVIDUAL: 'scope_individual',
} as const;

/** The catalogue's name of a scope, from the way the schema writes it. */
export function scopeKey(scope: string): (typeof keys)[keyof typeof keys] {
  return scope in keys ? keys[scope as keyof typeof keys] : 'scope_department';
}
