/** What a viewer may see, as the semantic layer understands it: it becomes groups and row filters of the access policies. */
export interface SecurityContext {
  organisationId: string;
  roles: readonly string[];
  departmentIds: readonly string[] | 'all';
  /** Departments whose released pulse results may be read. */
  pulseDepartmentIds: readonly string[] | 'all';
}

export type SemanticFilter =
  | { member: string; operator: 'equals' | 'notEquals'; values: readonly string[] }
  | { member: string; operator: 'set' | 'notSet' };

export interface SemanticTimeDimension {
  dimension: string;
  granularity?: 'day' | 'week' | 'month' | 'quarter' | 'year';
  /** First and last local day, both included. */
  dateRange: readonly [string, string];
}

export interface SemanticQuery {
  measures: readonly string[];
  dimensions?: readonly string[];
  timeDimensions?: readonly SemanticTimeDimension[];
  filters?: readonly SemanticFilter[];
  order?: Readonly<Record<string, 'asc' | 'desc'>>;
  limit?: number;
  offset?: number;
  /** Always the organisation's zone: left out, days and months would be cut in UTC. */
  timezone: string;
}

export type SemanticValue = string | number | boolean | null;
export type SemanticRow = Record<string, SemanticValue>;

/** The one way to a number: the models in cube-models/, run in this process or by a Cube deployment. */
export interface SemanticLayer {
  load(query: SemanticQuery, security: SecurityContext): Promise<SemanticRow[]>;
  /** Resolves when queries can be answered, the first roll-ups included. */
  ready(): Promise<void>;
  /** Brings the roll-ups up to the newest facts now instead of at the next turn. */
  refresh(): Promise<void>;
  shutdown(): Promise<void>;
}

export const DEFAULT_ROW_LIMIT = 10_000;
export const MAXIMUM_ROW_LIMIT = 50_000;
