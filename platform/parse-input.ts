import type { z } from 'zod';
import { zhCN } from 'zod/locales';
import { type FieldError, InvalidInput } from './errors';
import { assertReadableInput } from './readable-input';

const chinese = zhCN().localeError;

/**
 * Parses what came from outside. Throws InvalidInput with every field that is not as expected, in every language; a
 * schema's own message is said as it stands, so schemas with messages of their own give a Text as JSON via `sayBoth`.
 */
export function parseInput<S extends z.ZodType>(schema: S, input: unknown): z.output<S> {
  assertReadableInput(input);
  const parsed = schema.safeParse(input, { reportInput: true });
  if (parsed.success) return parsed.data;
  throw new InvalidInput(parsed.error.issues.map(fieldErrorOf));
}

function fieldErrorOf(issue: z.core.$ZodIssue): FieldError {
  const path = issue.path.map((part) => (typeof part === 'number' ? part : String(part)));
  const own = bothLanguages.get(issue.message);
  if (own) return { path, message: own };
  const translated = chinese(issue as never);
  const zh = typeof translated === 'string' ? translated : (translated?.message ?? issue.message);
  return { path, message: { en: issue.message, zh } };
}

const bothLanguages = new Map<string, { en: string; zh: string }>();

/** A schema's own message in every language: `z.string().regex(/…/, sayBoth({ en, zh }))`. */
export function sayBoth(text: { en: string; zh: string }): string {
  bothLanguages.set(text.en, text);
  return text.en;
}
