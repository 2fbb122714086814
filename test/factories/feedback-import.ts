import { Readable } from 'node:stream';
import type { Context } from '../../domain/context';
import {
  commitImport,
  type FeedbackImport,
  getImport,
  mapColumns,
  matchDepartments,
  receiveFile,
  runImport,
  suggestMatches,
} from '../../domain/feedback';
import type { ColumnMapping, DepartmentMatch } from '../../universal/feedback/import-mapping';

/** Uploads a file as the viewer of the context. Resolves to the import's id. */
export function uploadFile(
  ctx: Context,
  content: string | Buffer,
  fileName = 'survey.csv',
): Promise<string> {
  return receiveFile(ctx, { stream: Readable.from([Buffer.from(content)]), fileName });
}

/** Does, as a worker would, what the import waits for. */
export async function work(
  ctx: Context,
  importId: string,
  options?: Parameters<typeof runImport>[2],
): Promise<FeedbackImport> {
  const { runNumber } = await getImport(ctx, { importId });
  await runImport({ ...ctx, viewer: { kind: 'system' } }, { importId, runNumber }, options);
  return getImport(ctx, { importId });
}

export interface ImportChoice {
  columns?: Partial<ColumnMapping>;
  /** Replaces the suggested matches. */
  matches?: (suggested: DepartmentMatch[]) => DepartmentMatch[];
  mappingName?: string | null;
  /** Without one the suggested name. */
  source?: string;
  fileName?: string;
  createUnderId: string;
}

/** Maps columns and departments as guessed, except for what is said otherwise, and does the dry run. */
export async function check(
  ctx: Context,
  importId: string,
  choice: ImportChoice,
): Promise<FeedbackImport> {
  const { guess } = await getImport(ctx, { importId });
  const { dates: _, ...columns } = { ...guess, ...choice.columns };
  await mapColumns(ctx, {
    importId,
    mapping: columns as ColumnMapping,
    source: choice.source ?? null,
  });
  const profiled = await work(ctx, importId);
  if (profiled.status === 'failed') return profiled;
  const suggested = (await suggestMatches(ctx, profiled)).flatMap(
    ({ path, match }) => match ?? (path.length > 0 ? { path, action: 'create' as const } : []),
  );
  await matchDepartments(ctx, {
    importId,
    departments: choice.matches?.(suggested) ?? suggested,
    createUnderId: choice.createUnderId,
    mappingName: choice.mappingName ?? null,
  });
  return work(ctx, importId);
}

/** Uploads, maps, checks and stores a file. */
export async function importFile(
  ctx: Context,
  content: string | Buffer,
  choice: ImportChoice,
): Promise<FeedbackImport> {
  const importId = await uploadFile(ctx, content, choice.fileName);
  const checked = await check(ctx, importId, choice);
  if (checked.status !== 'checked') return checked;
  await commitImport(ctx, { importId });
  return work(ctx, importId);
}
