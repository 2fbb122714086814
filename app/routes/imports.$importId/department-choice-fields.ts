const prefix = 'choice:';

/** The field in which is chosen what a value of the file stands for: named by the value, wherever its row stands. */
export function choiceField(path: readonly string[]): string {
  return prefix + JSON.stringify(path);
}

/** What was chosen, by the key of each value and in the order of the form. */
export function choicesIn(form: FormData): { path: string; choice: string }[] {
  return [...form].flatMap(([name, value]) =>
    name.startsWith(prefix) && typeof value === 'string'
      ? [{ path: name.slice(prefix.length), choice: value }]
      : [],
  );
}
