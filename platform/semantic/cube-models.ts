import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

export interface ModelFile {
  fileName: string;
  content: string;
}

/**
 * The models in a folder. Without roll-ups everything is computed from the facts: that is how tests prove that a roll-up
 * changes no number.
 */
export async function readModels(folder: string, usesRollups: boolean): Promise<ModelFile[]> {
  const names = (await readdir(folder, { recursive: true }))
    .filter((name) => name.endsWith('.yml'))
    .sort();
  const files = await Promise.all(
    names.map(async (name) => ({
      fileName: name,
      content: await readFile(join(folder, name), 'utf8'),
    })),
  );
  return usesRollups
    ? files
    : files.map((file) => ({ ...file, content: withoutRollups(file.content) }));
}

/** Roll-ups stand last in a cube and every line of them is indented deeper than their heading. */
function withoutRollups(content: string): string {
  return content.replace(/^ {4}pre_aggregations:\n(?:(?: {5,}.*)?\n)*/gm, '');
}
