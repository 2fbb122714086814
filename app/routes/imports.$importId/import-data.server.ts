import type { AppLoadContext } from '@remix-run/node';

import type { ResultOf } from '../../graphql';
import type { DraftMapping } from './column-mapping-form';
import { importForColumns, importForDepartments, importReport } from './import.document';
import { reportTree } from './report-tree';

type GuessedColumns = ResultOf<typeof importForColumns>['feedbackImport']['guess'];

/** The schema speaks in enum names, the form in the words of the mapping. */
function asDraft({ dateOrder, metric, best, ...columns }: GuessedColumns): DraftMapping {
  return {
    ...columns,
    dateOrder: (dateOrder?.toLowerCase() ?? null) as DraftMapping['dateOrder'],
    metric: (metric?.toLowerCase() ?? null) as DraftMapping['metric'],
    best: (best?.toLowerCase() ?? null) as DraftMapping['best'],
  };
}

/** `wanted`: the id of a remembered mapping, or `guess`; without it the latest one that fits. */
export async function loadColumns(
  context: AppLoadContext,
  importId: string,
  wanted: string | null,
) {
  const { feedbackImport: file, touchpoints } = await context.query(importForColumns, { importId });
  const offered = file.offeredMappings;
  const named = offered.find(({ importMappingId }) => importMappingId === wanted);
  const isOwn = wanted === null && file.mapping !== null;
  const remembered = isOwn || wanted === 'guess' ? undefined : (named ?? offered[0]);
  const chosen = isOwn ? file.mapping!.columns : (remembered?.columns ?? file.guess);
  return {
    sample: file.sample,
    draft: asDraft(chosen),
    filledFrom: remembered?.name ?? null,
    offered: offered.map(({ importMappingId, name }) => ({ importMappingId, name })),
    touchpoints,
  };
}

export async function loadDepartments(context: AppLoadContext, importId: string, fileName: string) {
  const { feedbackImport: file, departments } = await context.query(importForDepartments, {
    importId,
  });
  const { profile, mapping, suggestedMatches } = file;
  const chosenOrder = mapping?.columns.dateOrder;
  return {
    rows: profile?.rows ?? 0,
    matches: suggestedMatches.map(({ path, rows, match }) => ({
      path,
      rows,
      choice: match === null ? 'refuse' : (match.departmentId ?? match.action.toLowerCase()),
    })),
    departments,
    createUnderId: mapping?.createUnderId ?? departments[0]?.departmentId ?? '',
    mappingName:
      file.mappingName ?? file.offeredMappings[0]?.name ?? fileName.replace(/\.[^.]*$/, ''),
    dates: {
      other: profile?.datesInOtherFormat ?? 0,
      unreadable: profile?.unreadableDates ?? 0,
      contradict: Boolean(profile?.dateOrder && chosenOrder && profile.dateOrder !== chosenOrder),
    },
  };
}

export async function loadReport(context: AppLoadContext, importId: string) {
  const { feedbackImport: file, departments } = await context.query(importReport, { importId });
  const parents = new Map(
    departments.map(({ departmentId, parent }) => [departmentId, parent?.departmentId ?? null]),
  );
  const matches = file.mapping?.departments ?? [];
  return {
    rows: reportTree(file.tally, matches, (id) => parents.get(id) ?? null),
    hasScore: file.mapping?.columns.score != null,
    rejectedRows: file.rejectedRows,
    created: matches.filter(({ action }) => action === 'CREATE').length,
    periodKey: file.period?.key ?? null,
  };
}
