import { isAllowed } from '../../domain/access';
import {
  accessStates,
  type EmployeeAccess,
  inviteEmployee,
  inviteEmployees,
  listEmployeeAccess,
  withdrawAccess,
} from '../../domain/identity';
import { builder } from '../builder';
import { EmployeeFilterInput, employeeFilterOf, EmployeeNode } from '../organisation/employee';
import { asId } from '../scalars';
import { UserAccountNode } from './account';

const AccessStateEnum = builder.enumType('AccessState', {
  description:
    'NONE: was never given access. INVITED: has a link that works. BOUNCED: the mail with it was refused for good. EXPIRED: let it expire. ACTIVE: has chosen a password. WITHDRAWN: may not sign in any more.',
  values: Object.fromEntries(accessStates.map((state) => [state.toUpperCase(), { value: state }])),
});

const EmployeeAccessObject = builder.objectRef<EmployeeAccess>('EmployeeAccess').implement({
  description: 'Whether an employee may sign in.',
  fields: (t) => ({
    state: t.expose('state', { type: AccessStateEnum }),
    account: t.field({
      type: UserAccountNode,
      nullable: true,
      resolve: ({ userAccountId }) => userAccountId,
    }),
    invitedAt: t.expose('invitedAt', { type: 'DateTime', nullable: true }),
    linkExpiresAt: t.expose('linkExpiresAt', {
      type: 'DateTime',
      nullable: true,
      description: 'Until when the invitation works.',
    }),
    activeSince: t.expose('activeSince', { type: 'DateTime', nullable: true }),
    lastSignedInAt: t.expose('lastSignedInAt', { type: 'DateTime', nullable: true }),
    refusal: t.exposeString('refusal', {
      nullable: true,
      description: 'What the mail server said to an invitation that came back.',
    }),
  }),
});

builder.objectField(EmployeeNode, 'access', (t) =>
  t.loadable({
    type: EmployeeAccessObject,
    nullable: true,
    description: 'For administrators; null for others.',
    load: (employeeIds: string[], ctx) => listEmployeeAccess(ctx, { employeeIds }),
    resolve: ({ employeeId }, _args, { viewer }) =>
      isAllowed(viewer, 'manage', 'UserAccount') ? employeeId : null,
  }),
);

const InviteEmployeeInput = builder.inputType('InviteEmployeeInput', {
  fields: (t) => ({ employeeId: t.id() }),
});

builder.mutationField('inviteEmployee', (t) =>
  t.field({
    type: EmployeeNode,
    description: 'Gives an employee an account and mails the link with which to choose a password.',
    errors: {},
    authScopes: { can: ['manage', 'UserAccount'] },
    args: { input: t.arg({ type: InviteEmployeeInput }) },
    resolve: async (_root, { input }, ctx) =>
      (await inviteEmployee(ctx, { employeeId: asId(input.employeeId) })).employeeId,
  }),
);

const InviteEmployeesInput = builder.inputType('InviteEmployeesInput', {
  fields: (t) => ({ filter: t.field({ type: EmployeeFilterInput }) }),
});

builder.mutationField('inviteEmployees', (t) =>
  t.int({
    description:
      'Invites, in the background, everybody of the list who has a mail address and no access; gives how many they are.',
    errors: {},
    authScopes: { can: ['manage', 'UserAccount'] },
    args: { input: t.arg({ type: InviteEmployeesInput }) },
    resolve: (_root, { input }, ctx) =>
      inviteEmployees(ctx, { filter: employeeFilterOf(input.filter) }),
  }),
);

const WithdrawAccessInput = builder.inputType('WithdrawAccessInput', {
  fields: (t) => ({ employeeId: t.id() }),
});

builder.mutationField('withdrawAccess', (t) =>
  t.field({
    type: EmployeeNode,
    description: 'Signs an employee out everywhere and lets them in no more.',
    errors: {},
    authScopes: { can: ['manage', 'UserAccount'] },
    args: { input: t.arg({ type: WithdrawAccessInput }) },
    resolve: async (_root, { input }, ctx) =>
      (await withdrawAccess(ctx, { employeeId: asId(input.employeeId) })).employeeId,
  }),
);
