import type { Context } from '../../domain/context';
import { NotFound } from '../../platform/errors';
import { TouchpointNode } from '../feedback/touchpoint';
import { UserAccountNode } from '../identity/account';
import { DepartmentNode } from '../organisation/department';
import { EmployeeNode } from '../organisation/employee';

type NameOf = (id: string, ctx: Context) => Promise<string>;

const nameIn = ({ nameEn, nameZh }: { nameEn: string; nameZh: string }, { locale }: Context) =>
  locale === 'zh' ? nameZh : nameEn;

/** The kinds of things whose names are read together, however many entries of a page are about them. */
const names: Readonly<Record<string, NameOf>> = {
  Department: async (id, ctx) => nameIn(await DepartmentNode.getDataloader(ctx).load(id), ctx),
  Employee: async (id, ctx) => (await EmployeeNode.getDataloader(ctx).load(id)).fullName,
  Touchpoint: async (id, ctx) => nameIn(await TouchpointNode.getDataloader(ctx).load(id), ctx),
  UserAccount: async (id, ctx) => (await UserAccountNode.getDataloader(ctx).load(id)).displayName,
};

/** The name of what an entry is about, as it is called today; null for other things and for what is gone. */
export async function subjectNameOf(
  { subjectType, subjectId }: { subjectType: string; subjectId: string | null },
  ctx: Context,
): Promise<string | null> {
  const nameOf = names[subjectType];
  if (!nameOf || subjectId === null) return null;
  return nameOf(subjectId, ctx).catch((error: unknown) => {
    if (error instanceof NotFound) return null;
    throw error;
  });
}
