import type { Context } from '../../context';
import { takeOldImports } from './people-import-store';

const keptDays = 30;

/** Forgets files and rows of imports after a month: they hold names and addresses, and their work is done. */
export async function forgetPeopleImports(ctx: Context, { asOf }: { asOf: Date }): Promise<void> {
  const before = new Date(asOf.getTime() - keptDays * 86_400_000);
  for (const fileKey of await takeOldImports(ctx.db, before)) {
    if (fileKey) await ctx.storage.remove(fileKey);
  }
}
