import type { AppLoadContext } from '@remix-run/node';

import type { ResultOf } from '../../graphql';
import type { DraftMapping } from './column-mapping-form';
import { importForColumns, importForDepartments, importReport } from './import.document';
import { reportTree } from './report-tree';

type GuessedColumns = ResultOf<typeof importForColumns>['feedbackImport']['guess'];

/** The schema speaks in enum names, the form in the words of the mapping. */
function asDraft({ dateOrder, scores, ...columns }: GuessedColumns): DraftMapping {
  return {
    ...columns,
    scores: scores.map(({ column, metric, best }) => ({
      column,
      metric: metric.toLowerCase() as DraftMapping['scores'][number]['metric'],
      best: best.toLowerCase() as DraftMapping['scores'][number]['best'],
    })),
    dateOrder: (dateOrder?.toLowerCase() ?? null) as DraftMapping['dateOrder'],
  };
}

/** `wanted`: the id of a remembered mapping, or `guess`; without it the latest one that fits. */
export async function loadColumns(
  context: AppLoadContext,
  importId: string,
  wanted: string | null,
) {
  const {
    feedbackImport: file,
    touchpoints,
    feedbackSources: sources,
  } = await context.query(importForColumns, { importId });
  const offered = file.offeredMappings;
  const named = offered.find(({ importMappingId }) => importMappingId === wanted);
  const isOwn = wanted === null && file.mapping !== null;
  const remembered = isOwn || wanted === 'guess' ? undefined : (named ?? offered[0]);
  const chosen = isOwn ? file.mapping!.columns : (remembered?.columns ?? file.guess);
  return {
    sample: file.sample,
    draft: asDraft(chosen),
    stored: file.mapping && asDraft(file.mapping.columns),
    source: file.source,
    sources,
    earlier: file.earlierImport,
    filledFrom: remembered?.name ?? null,
    offered: offered.map(({ importMappingId, name }) => ({ importMappingId, name })),
    touchpoints,
  };
}

type Match = ResultOf<
  typeof importForDepartments
>['feedbackImport']['suggestedMatches'][number]['match'];

/** The value of the list of choices; empty where a person has to decide. */
function choiceOf(path: readonly string[], match: Match): string {
  if (match === null) return path.length === 0 ? 'refuse' : '';
  if (match.action === 'SAME') return `same:${JSON.stringify(match.sameAs)}`;
  return match.departmentId ?? match.action.toLowerCase();
}

export async function loadDepartments(context: AppLoadContext, importId: string, fileName: string) {
  const { feedbackImport: file, departments } = await context.query(importForDepartments, {
    importId,
  });
  const { profile, mapping, suggestedMatches } = file;
  const chosenOrder = mapping?.columns.dateOrder;
  return {
    rows: profile?.rows ?? 0,
    matches: suggestedMatches.map(({ path, rows, match, similarDepartmentIds, similarPaths }) => ({
      path,
      rows,
      choice: choiceOf(path, match),
      similarDepartmentIds,
      similarPaths: similarPaths.map((similar) => similar.path),
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
    metrics: file.mapping?.columns.scores.map(({ metric }) => metric) ?? [],
    changes: { fields: file.changes, samples: file.changeSamples },
    source: file.source,
    earlier: file.earlierImport,
    takeBack: file.takeBack,
    rejectedRows: file.rejectedRows,
    created: matches.filter(({ action }) => action === 'CREATE').length,
    periodKey: file.period?.key ?? null,
  };
}
