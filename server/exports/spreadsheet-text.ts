/** A text that a spreadsheet reads as a text: what begins like a formula gets an apostrophe in front. */
export function spreadsheetText(words: string): string {
  return /^[=+\-@\t\r\n＝＋－＠]/.test(words) ? `'${words}` : words;
}
