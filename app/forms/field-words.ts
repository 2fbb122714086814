import type { Choice } from './field';
import { type Difference, differencesBetween } from './field-values';

/** What people call a field and, where they choose, what they call its values. */
export type FieldWords = string | { label: string; choices: readonly Choice[] };

/**
 * The fields that people see, by name; `goals[].title` stands for that field of every row. What is not named here, such
 * as an id, is never shown.
 */
export type FormWords = Readonly<Record<string, FieldWords>>;

export interface ShownDifference {
  name: string;
  label: string;
  mine: string;
  theirs: string;
  /** What is put into the field when it is taken over. */
  value: string;
  /** False for a row that only the other text has. */
  isInForm: boolean;
}

const rowOf = (name: string) => /^(.+\[(\d+)\])\./.exec(name);

/** Where two texts of one form differ, in the words of the form. */
export function shownDifferences(
  { mine, theirs, words }: { mine: unknown; theirs: unknown; words: FormWords },
  numbered: (of: { label: string; number: number }) => string,
): ShownDifference[] {
  const { differences, ownNames } = differencesBetween(mine, theirs);
  return differences.flatMap((difference) => {
    const exact = words[difference.name];
    const word = exact ?? words[difference.name.replace(/\[\d+\]/g, '[]')];
    if (word === undefined) return [];
    const row = rowOf(difference.name);
    const own = typeof word === 'string' ? word : word.label;
    const label =
      row && exact === undefined ? numbered({ label: own, number: Number(row[2]) + 1 }) : own;
    const isInForm = !row || ownNames.some((name) => name.startsWith(`${row[1]}.`));
    return [{ ...saidOf(difference, word), name: difference.name, label, isInForm }];
  });
}

function saidOf({ mine, theirs }: Difference, word: FieldWords) {
  const said = (value: string) =>
    typeof word === 'string'
      ? value
      : (word.choices.find((choice) => choice.value === value)?.label.trim() ?? value);
  return { mine: said(mine), theirs: said(theirs), value: theirs };
}
