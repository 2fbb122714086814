import type { Locator } from '@playwright/test';

export interface SeenCell {
  /** The index of the row whose heading it stands beside or below. */
  row: number;
  /** The words of the heading that it stands under. */
  column: string;
  text: string;
}

/**
 * Reads a table as an eye does: only what is painted, wherever it comes from in the document, and each text belongs to
 * the heading above it and to the row it lies in. `headings` are the words above the columns; where a narrow window
 * stacks the cells, each repeats its own.
 */
export async function readByEye(frame: Locator, headings: readonly string[]): Promise<SeenCell[]> {
  return frame.evaluate((root, columns) => {
    const isPainted = (element: Element) =>
      !element.closest('.visually-hidden, caption') && element.checkVisibility();
    const boxOfText = (node: Node) => {
      const range = document.createRange();
      range.selectNodeContents(node);
      return range.getBoundingClientRect();
    };
    const painted: { text: string; element: Element; box: DOMRect }[] = [];
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node.parentElement;
      const text = node.textContent?.trim() ?? '';
      if (!text || !element || !isPainted(element)) continue;
      painted.push({ text, element, box: boxOfText(node) });
    }
    const rows = [...root.querySelectorAll('tbody th')].map((heading) =>
      heading.getBoundingClientRect(),
    );
    const isHeading = ({ text, element }: (typeof painted)[number]) =>
      columns.includes(text) && !element.closest('tbody th');
    const heads = painted.filter(isHeading).map(({ text, element }) => ({
      text,
      // The whole column, not the width of its name.
      box: (element.closest('th') ?? element).getBoundingClientRect(),
    }));
    return painted.flatMap((found) => {
      if (isHeading(found) || found.element.closest('th, caption')) return [];
      const x = found.box.x + found.box.width / 2;
      const y = found.box.y + found.box.height / 2;
      const row = rows.findLastIndex(({ top }) => top <= y);
      const above = heads
        .filter(({ box }) => box.left <= x && x <= box.right && box.bottom <= y)
        .sort((a, b) => b.box.bottom - a.box.bottom)[0];
      return row === -1 || !above ? [] : [{ row, column: above.text, text: found.text }];
    });
  }, headings);
}
