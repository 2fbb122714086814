import type { UserAccount } from '../../domain/identity';
import {
  changePassword,
  colourSchemes,
  listUserAccountsById,
  savePreferences,
  signOutEverywhere,
} from '../../domain/identity';
import { NotFound } from '../../platform/errors';
import { builder } from '../builder';

export const ColourSchemeEnum = builder.enumType('ColourScheme', {
  values: Object.fromEntries(
    colourSchemes.map((scheme) => [scheme.toUpperCase(), { value: scheme }]),
  ),
});

export const LocaleEnum = builder.enumType('Locale', {
  values: { EN: { value: 'en' }, ZH: { value: 'zh' } } as const,
});

export const UserAccountNode = builder.loadableNodeRef('UserAccount', {
  load: async (ids: string[], ctx): Promise<(UserAccount | NotFound)[]> =>
    (await listUserAccountsById(ctx, { userAccountIds: ids })).map(
      (account) => account ?? new NotFound(),
    ),
  id: { resolve: (account: UserAccount) => account.userAccountId },
});

UserAccountNode.implement({
  description: 'A person who may sign in.',
  fields: (t) => ({
    userAccountId: t.exposeID('userAccountId'),
    email: t.exposeString('email'),
    displayName: t.exposeString('displayName'),
    isDisabled: t.exposeBoolean('isDisabled'),
    isEmployee: t.boolean({ resolve: ({ employeeId }) => employeeId !== null }),
  }),
});

const SavePreferencesInput = builder.inputType('SavePreferencesInput', {
  fields: (t) => ({
    locale: t.field({ type: LocaleEnum, required: false }),
    colourScheme: t.field({ type: ColourSchemeEnum, required: false }),
  }),
});

builder.mutationField('savePreferences', (t) =>
  t.field({
    type: UserAccountNode,
    description: 'Keeps the viewer’s language or appearance; what is not given stays.',
    errors: {},
    authScopes: { signedIn: true },
    args: { input: t.arg({ type: SavePreferencesInput }) },
    resolve: (_root, { input }, ctx) => savePreferences(ctx, input),
  }),
);

const ChangePasswordInput = builder.inputType('ChangePasswordInput', {
  fields: (t) => ({ currentPassword: t.string(), newPassword: t.string() }),
});

builder.mutationField('changePassword', (t) =>
  t.field({
    type: UserAccountNode,
    description:
      'Changes the viewer’s password and ends every session, the one that asks included.',
    errors: {},
    authScopes: { signedIn: true },
    args: { input: t.arg({ type: ChangePasswordInput }) },
    resolve: (_root, { input }, ctx) => changePassword(ctx, input),
  }),
);

builder.mutationField('signOutEverywhere', (t) =>
  t.int({
    description:
      'Ends every session of the viewer, the one that asks included; gives how many there were.',
    errors: {},
    authScopes: { signedIn: true },
    resolve: async (_root, _args, ctx) => (await signOutEverywhere(ctx, {})).sessions,
  }),
);
