const unstorable = /\u0000|\p{Surrogate}/u;

/** Whether the text holds what PostgreSQL cannot store: NUL, or half of a character of two. */
export function isStorable(text: string): boolean {
  return !unstorable.test(text);
}

/** The text with symbols in place of what cannot be stored. */
export function storableText(text: string): string {
  return text.replaceAll('\u0000', '\u2400').replace(/\p{Surrogate}/gu, '\ufffd');
}

/** The beginning of a text, never with half a character at its end. */
export function cutText(text: string, length: number): string {
  return text.length <= length ? text : text.slice(0, length).replace(/[\ud800-\udbff]$/, '');
}

/** Any value as JSON that the database takes, whatever stood in its texts. */
export function storableJson(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'string' ? storableText(part) : part,
  );
}
