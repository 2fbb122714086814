/** The part of the way that a page shows; `failed` stands where the import stopped. */
export const importSteps = ['upload', 'columns', 'departments', 'check', 'store'] as const;
export type ImportStep = (typeof importSteps)[number];

const stepOfStatus: Readonly<Record<string, ImportStep>> = {
  UPLOADED: 'columns',
  PROFILING: 'columns',
  PROFILED: 'departments',
  CHECKING: 'check',
  CHECKED: 'check',
  COMMITTING: 'store',
  DONE: 'store',
  TAKING_BACK: 'store',
  TAKEN_BACK: 'store',
  FAILED: 'columns',
};

const running = new Set(['PROFILING', 'CHECKING', 'COMMITTING', 'TAKING_BACK']);

export function isRunning(status: string): boolean {
  return running.has(status);
}

/** Where the import stands, or an earlier step that the address asks for and that can be taken again. */
export function stepOf(status: string, wanted: string | null): ImportStep {
  const current = stepOfStatus[status] ?? 'columns';
  if (isRunning(status) || status === 'DONE') return current;
  // What was taken back can be imported again, from its columns on.
  if (status === 'TAKEN_BACK') return wanted === null ? current : 'columns';
  const reached = importSteps.indexOf(current);
  const asked = importSteps.findIndex((step) => step === wanted);
  return asked > 0 && asked <= reached ? importSteps[asked]! : current;
}
