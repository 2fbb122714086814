import type { AppLoadContext } from '@remix-run/node';

import { suggestPeople } from './people.document';

/** How a person is written in a field: the number, then the name for the eye. */
export function personWords({
  employeeNumber,
  fullName,
}: {
  employeeNumber: string;
  fullName: string;
}): string {
  return `${employeeNumber} ${fullName}`;
}

/** The person whose number the words begin with; null for no words, undefined for a number that nobody has. */
export async function findPerson(
  context: AppLoadContext,
  words: string | undefined,
): Promise<string | null | undefined> {
  const wanted = words?.trim();
  if (!wanted) return null;
  const number = wanted.split(/\s+/)[0] ?? wanted;
  const { employees } = await context.query(suggestPeople, { words: number, state: 'ALL' });
  const found = employees.edges?.find(
    (edge) =>
      wanted === edge?.node.employeeNumber || wanted.startsWith(`${edge?.node.employeeNumber} `),
  );
  return found?.node.employeeId;
}
