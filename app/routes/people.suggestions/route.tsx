import type { LoaderFunctionArgs } from '@remix-run/node';

import { personWords } from '../../people/find-person';
import { suggestPeople } from '../../people/people.document';

/** People whose name, number or position contains the words; for the suggestions below a field. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const words = (new URL(request.url).searchParams.get('q') ?? '').trim();
  if (words.length < 2) return { people: [] };
  const { employees } = await context.query(suggestPeople, { words, state: 'CURRENT' });
  const people = (employees.edges ?? []).flatMap((edge) =>
    edge ? [{ words: personWords(edge.node), position: edge.node.positionTitle ?? '' }] : [],
  );
  return { people };
}
