import { resolveCursorConnection, type ResolveCursorConnectionArgs } from '@pothos/plugin-relay';
import {
  canGrantRoleTo,
  grantableRoles,
  grantRole,
  listRoleGrants,
  listUserAccounts,
  revokeRole,
  type RoleGrant,
} from '../../domain/identity';
import { builder } from '../builder';
import { DepartmentNode } from '../organisation/department';
import { asId } from '../scalars';
import { accountPlaceOf, cursorOfAccount } from './account-cursor';
import { UserAccountNode } from './account';
import { RoleEnum } from './viewer';

const GrantableRoleEnum = builder.enumType('GrantableRole', {
  values: Object.fromEntries(grantableRoles.map((role) => [role.toUpperCase(), { value: role }])),
});

const RoleGrantObject = builder.objectRef<RoleGrant>('RoleGrant').implement({
  fields: (t) => ({
    roleGrantId: t.exposeID('roleGrantId'),
    role: t.field({ type: RoleEnum, resolve: ({ role }) => role }),
    department: t.field({
      type: DepartmentNode,
      nullable: true,
      description: 'What a department head heads, with everything below it.',
      resolve: ({ departmentId }) => departmentId,
    }),
    grantedAt: t.field({ type: 'DateTime', resolve: ({ grantedAt }) => grantedAt }),
  }),
});

builder.objectField(UserAccountNode, 'roleGrants', (t) =>
  t.loadableList({
    type: RoleGrantObject,
    nullable: true,
    description: 'For administrators; null for others.',
    authScopes: { can: ['read', 'RoleGrant'] },
    // Few people have more than two.
    complexity: { field: 1, multiplier: 2 },
    resolve: ({ userAccountId }) => userAccountId,
    load: (userAccountIds: string[], ctx) => listRoleGrants(ctx, { userAccountIds }),
  }),
);

builder.objectField(UserAccountNode, 'canGrantRole', (t) =>
  t.boolean({
    description:
      'Whether the viewer may grant this person a role: not themselves, unless nobody else administers.',
    resolve: ({ userAccountId }, _args, ctx) => canGrantRoleTo(ctx, userAccountId),
  }),
);

builder.queryField('userAccounts', (t) =>
  t.connection({
    type: UserAccountNode,
    description: 'People who may sign in, by name.',
    authScopes: { can: ['read', 'RoleGrant'] },
    args: {
      search: t.arg.string({
        required: false,
        description: 'A part of the name or of the mail address.',
      }),
      hasRole: t.arg.boolean({
        required: false,
        description: 'Only people who were granted a role.',
      }),
    },
    complexity: ({ first, last }) => ({ field: 1, multiplier: first ?? last ?? 20 }),
    resolve: (_root, args, ctx) =>
      resolveCursorConnection(
        { args, defaultSize: 20, maxSize: 100, toCursor: cursorOfAccount },
        ({ limit, inverted, after, before }: ResolveCursorConnectionArgs) =>
          listUserAccounts(ctx, {
            search: args.search?.trim() ?? '',
            hasRole: args.hasRole ?? false,
            limit,
            isBackwards: inverted,
            after: accountPlaceOf(after),
            before: accountPlaceOf(before),
          }),
      ),
  }),
);

const GrantRoleInput = builder.inputType('GrantRoleInput', {
  fields: (t) => ({
    userAccountId: t.id(),
    role: t.field({ type: GrantableRoleEnum }),
    departmentId: t.id({
      required: false,
      description: 'For a department head, and for nobody else.',
    }),
  }),
});

builder.mutationField('grantRole', (t) =>
  t.field({
    type: RoleGrantObject,
    errors: {},
    authScopes: { can: ['create', 'RoleGrant'] },
    args: { input: t.arg({ type: GrantRoleInput }) },
    resolve: (_root, { input }, ctx) =>
      grantRole(ctx, {
        userAccountId: asId(input.userAccountId),
        role: input.role,
        departmentId: input.departmentId ? asId(input.departmentId) : null,
      }),
  }),
);

const RevokeRoleInput = builder.inputType('RevokeRoleInput', {
  fields: (t) => ({ roleGrantId: t.id() }),
});

builder.mutationField('revokeRole', (t) =>
  t.field({
    type: RoleGrantObject,
    errors: {},
    authScopes: { can: ['update', 'RoleGrant'] },
    args: { input: t.arg({ type: RevokeRoleInput }) },
    resolve: (_root, { input }, ctx) => revokeRole(ctx, { roleGrantId: asId(input.roleGrantId) }),
  }),
);
