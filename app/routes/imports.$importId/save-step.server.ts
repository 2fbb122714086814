import type { AppLoadContext } from '@remix-run/node';
import { z } from 'zod';

import type { MutationError } from '../../../server/load-context.server';
import type { VariablesOf } from '../../graphql';
import { formText } from '../../forms/form-text';
import { type FormErrorLists, parseColumns } from './column-mapping-form';
import { choicesIn } from './department-choice-fields';
import {
  chooseImportEncoding,
  commitImport,
  mapImportColumns,
  matchImportDepartments,
  takeBackImport,
} from './import.document';

const pathSchema = z.array(z.string()).max(3);
const upper = <T extends string>(value: T) => value.toUpperCase() as Uppercase<T>;

/** What the server refused, by field of the form. */
function listsOf(
  { message, fields }: MutationError,
  paths: readonly string[] = [],
): FormErrorLists {
  if (fields.length === 0) return { '': [message] };
  const lists: FormErrorLists = {};
  for (const { path, message: said } of fields) {
    const name =
      path[0] === 'departments' && path[1] !== undefined
        ? `departments[${paths.indexOf(path[1])}]`
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
  if (choice.startsWith('same:'))
    return { path: names, action: 'SAME', sameAs: pathSchema.parse(JSON.parse(choice.slice(5))) };
  return { path: names, action: 'USE', departmentId: choice };
}

/** Saves the step that the form is of. Resolves to what is wrong, or null. */
export async function saveStep(
  context: AppLoadContext,
  importId: string,
  form: FormData,
): Promise<FormErrorLists | null> {
  const revision = formText(form, 'revision');
  switch (form.get('intent')) {
    case 'columns': {
      const parsed = parseColumns(form, context.locale);
      if ('errors' in parsed) return parsed.errors;
      const { dateOrder, scores, ...columns } = parsed.mapping;
      const mapping = {
        ...columns,
        dateOrder: upper(dateOrder),
        scores: scores.map(({ column, metric, best }) => ({
          column,
          metric: upper(metric),
          best: upper(best),
        })),
      };
      const outcome = await context.mutate(mapImportColumns, {
        input: { importId, mapping, source: parsed.source, revision },
      });
      return outcome.ok ? null : listsOf(outcome.error);
    }
    case 'departments': {
      const choices = choicesIn(form);
      const rest = formText(form, 'rest');
      const hasSimilar = new Set(form.getAll('hasSimilar'));
      const departments = choices.flatMap(({ path, choice }) => {
        // What looks like another value is decided one by one: it may be a slip of the pen.
        const decided = choice || (hasSimilar.has(path) ? '' : rest);
        return matchOf(path, decided || 'refuse') ?? [];
      });
      const text = (name: string) => formText(form, name) || null;
      const input = {
        importId,
        departments,
        createUnderId: text('createUnderId'),
        mappingName: text('mappingName'),
        revision,
      };
      const outcome = await context.mutate(matchImportDepartments, { input });
      return outcome.ok
        ? null
        : listsOf(
            outcome.error,
            choices.map(({ path }) => path),
          );
    }
    case 'encoding': {
      const input = { importId, encoding: formText(form, 'encoding'), revision };
      const outcome = await context.mutate(chooseImportEncoding, { input });
      return outcome.ok ? null : listsOf(outcome.error);
    }
    case 'take-back': {
      const outcome = await context.mutate(takeBackImport, { input: { importId } });
      return outcome.ok ? null : listsOf(outcome.error);
    }
    default: {
      const outcome = await context.mutate(commitImport, { input: { importId, revision } });
      return outcome.ok ? null : listsOf(outcome.error);
    }
  }
}
