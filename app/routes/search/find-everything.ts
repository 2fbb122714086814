import type { AppLoadContext } from '@remix-run/node';

import { navigationFor } from '../../navigation';
import type { Found } from '../../shell/found';
import { searchDepartments, searchMetrics, searchPeople } from './search.document';

const mostPerKind = 8;

/** Pages, departments, metrics and people that the viewer may see and whose name holds the words. */
export async function findEverything(context: AppLoadContext, words: string): Promise<Found[]> {
  const found = await Promise.all([
    findDepartments(context, words).catch(noneOfTheKind),
    findMetrics(context, words).catch(noneOfTheKind),
    findPeople(context, words).catch(noneOfTheKind),
  ]);
  return [...findPages(context, words), ...found.flatMap((kind) => kind.slice(0, mostPerKind))];
}

/** Who may see nothing of a kind finds none of it; any other failure is one of the page. */
function noneOfTheKind(error: unknown): Found[] {
  if (error instanceof Response && error.status === 404) return [];
  throw error;
}

const holds = (name: string, words: string) => name.toLowerCase().includes(words.toLowerCase());

function findPages({ viewer, locale }: AppLoadContext, words: string): Found[] {
  return navigationFor(viewer?.roles ?? [])
    .filter(({ label }) => holds(label[locale], words))
    .map(({ to, label }) => ({ kind: 'page', to, name: label[locale] }));
}

async function findDepartments(context: AppLoadContext, words: string): Promise<Found[]> {
  const { departments } = await context.query(searchDepartments);
  return departments
    .filter(({ nameEn, nameZh }) => holds(nameEn, words) || holds(nameZh, words))
    .map(({ departmentId, name, parent }) => ({
      kind: 'department',
      to: `/scorecards/${departmentId}`,
      name,
      ...(parent && { detail: parent.name }),
    }));
}

async function findMetrics(context: AppLoadContext, words: string): Promise<Found[]> {
  const { metrics } = await context.query(searchMetrics);
  return metrics
    .filter(({ key, name }) => holds(name, words) || holds(key, words))
    .map(({ key, name }) => ({ kind: 'metric', to: `/metric-catalogue/${key}`, name }));
}

async function findPeople(context: AppLoadContext, words: string): Promise<Found[]> {
  const { employees } = await context.query(searchPeople, { search: words, first: mostPerKind });
  return (employees.edges ?? []).flatMap((edge) =>
    edge?.node
      ? [
          {
            kind: 'person' as const,
            to: `/people/${edge.node.employeeId}`,
            name: edge.node.fullName,
            ...(edge.node.positionTitle && { detail: edge.node.positionTitle }),
          },
        ]
      : [],
  );
}
