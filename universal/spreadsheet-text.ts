const formula = /^'*[=+\-@\t\r\n＝＋－＠]/;
const guarded = /^'+[=+\-@\t\r\n＝＋－＠]/;

/**
 * A text that a spreadsheet reads as a text: what begins like a formula gets an apostrophe in front. So does what looks
 * as if it had one already, so that taking one away always gives back the text.
 */
export function spreadsheetText(words: string): string {
  return formula.test(words) ? `'${words}` : words;
}

/** What a cell of a file says: without the apostrophe that keeps a spreadsheet from reading a formula. */
export function textOfSpreadsheet(cell: string): string {
  return cell.startsWith("'") && guarded.test(cell) ? cell.slice(1) : cell;
}
