import { roleNames } from '../../universal/role-names';
import type { Context } from '../context';
import { listDepartmentsById, todayOf } from '../organisation';
import { rolesChangedMail } from './access-mail';
import { findAccountRecipient } from './access-store';
import type { RoleGrant } from './user-account';

/** Mails a person that a role was given to them or taken, and by whom, so that a change nobody asked for is noticed. */
export async function tellOfRoles(
  ctx: Context,
  { userAccountId, role, departmentId }: RoleGrant,
  change: 'granted' | 'revoked',
): Promise<void> {
  if (ctx.viewer.kind !== 'signed-in') return;
  const found = await findAccountRecipient(ctx.db, { userAccountId, today: todayOf(ctx) });
  if (!found) return;
  const recipient = { ...found, locale: found.locale ?? ctx.organisation.defaultLocale };
  const [department] = departmentId
    ? await listDepartmentsById(ctx, { departmentIds: [departmentId] })
    : [];
  const { locale } = recipient;
  const name = department && (locale === 'zh' ? department.nameZh : department.nameEn);
  const mail = rolesChangedMail(ctx, recipient, {
    change,
    role: roleNames[role][locale] + (name ? ` · ${name}` : ''),
    by: ctx.viewer.displayName,
  });
  await ctx.mailer.send(mail, { db: ctx.db });
}
