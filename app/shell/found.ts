export type FoundKind = 'page' | 'department' | 'metric' | 'person';

/** One thing that the search over everything found. */
export interface Found {
  kind: FoundKind;
  to: string;
  name: string;
  detail?: string;
}
