const longestLine = 240;

/** A text of which at most a line is given back, whatever was sent. */
export function withinLine(text: string): string {
  if (text.length <= longestLine) return text;
  // A pair of surrogates is one character: it is left whole or left out.
  return `${text.slice(0, longestLine).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
