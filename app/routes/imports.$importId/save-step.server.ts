import type { AppLoadContext } from '@remix-run/node';
import { z } from 'zod';

import type { MutationError } from '../../../server/load-context.server';
import type { VariablesOf } from '../../graphql';
import { type FormErrorLists, parseColumns } from './column-mapping-form';
import { commitImport, mapImportColumns, matchImportDepartments } from './import.document';

const pathSchema = z.array(z.string()).max(3);
const upper = <T extends string>(value: T) => value.toUpperCase() as Uppercase<T>;

/** What the server refused, by field of the form. */
function listsOf({ message, fields }: MutationError): FormErrorLists {
  if (fields.length === 0) return { '': [message] };
  const lists: FormErrorLists = {};
  for (const { path, message: said } of fields) {
    const name =
      path[0] === 'departments' && path[1] !== undefined
        ? `departments[${path[1]}]`
        : (path.at(-1) ?? '');
    (lists[name] ??= []).push(said);
  }
  return lists;
}

type Match = VariablesOf<typeof matchImportDepartments>['input']['departments'][number];

function matchOf(path: string, choice: string): Match | null {
  // Rows without a match are refused with that reason.
  if (choice === 'refuse') return null;
  const names = pathSchema.parse(JSON.parse(path));
  if (choice === 'create') return { path: names, action: 'CREATE' };
  if (choice === 'skip') return { path: names, action: 'SKIP' };
  return { path: names, action: 'USE', departmentId: choice };
}

/** Saves the step that the form is of. Resolves to what is wrong, or null. */
export async function saveStep(
  context: AppLoadContext,
  importId: string,
  form: FormData,
): Promise<FormErrorLists | null> {
  switch (form.get('intent')) {
    case 'columns': {
      const parsed = parseColumns(form, context.locale);
      if ('errors' in parsed) return parsed.errors;
      const { dateOrder, metric, best, ...columns } = parsed.mapping;
      const mapping = {
        ...columns,
        dateOrder: upper(dateOrder),
        metric: metric && upper(metric),
        best: best && upper(best),
      };
      const outcome = await context.mutate(mapImportColumns, { input: { importId, mapping } });
      return outcome.ok ? null : listsOf(outcome.error);
    }
    case 'departments': {
      const choices = form.getAll('choice').map(String);
      const departments = form
        .getAll('path')
        .flatMap((path, index) => matchOf(String(path), choices[index] ?? 'refuse') ?? []);
      const text = (name: string) => String(form.get(name) ?? '') || null;
      const input = {
        importId,
        departments,
        createUnderId: text('createUnderId'),
        mappingName: text('mappingName'),
      };
      const outcome = await context.mutate(matchImportDepartments, { input });
      return outcome.ok ? null : listsOf(outcome.error);
    }
    default: {
      const outcome = await context.mutate(commitImport, { input: { importId } });
      return outcome.ok ? null : listsOf(outcome.error);
    }
  }
}
