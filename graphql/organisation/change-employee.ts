import {
  createEmployee,
  endEmployment,
  transferEmployee,
  updateEmployee,
} from '../../domain/organisation';
import { builder } from '../builder';
import { LocaleEnum } from '../identity/account';
import { asId } from '../scalars';
import { EmployeeNode } from './employee';

const CreateEmployeeInput = builder.inputType('CreateEmployeeInput', {
  fields: (t) => ({
    employeeNumber: t.string(),
    fullName: t.string(),
    email: t.string({ required: false }),
    locale: t.field({ type: LocaleEnum }),
    hiredOn: t.field({ type: 'Date' }),
    departmentId: t.id(),
    positionTitle: t.string(),
    managerEmployeeId: t.id({ required: false }),
    rehire: t.boolean({
      defaultValue: false,
      description: 'Takes back whoever left and had this number.',
    }),
  }),
});
const UpdateEmployeeInput = builder.inputType('UpdateEmployeeInput', {
  fields: (t) => ({
    employeeId: t.id(),
    employeeNumber: t.string(),
    fullName: t.string(),
    email: t.string({ required: false }),
    locale: t.field({ type: LocaleEnum }),
    revision: t.string({ description: 'The one the editor was opened with.' }),
  }),
});
const TransferEmployeeInput = builder.inputType('TransferEmployeeInput', {
  fields: (t) => ({
    employeeId: t.id(),
    departmentId: t.id(),
    positionTitle: t.string(),
    managerEmployeeId: t.id({ required: false, description: 'Null for nobody.' }),
    from: t.field({
      type: 'Date',
      description: 'The first day on which it holds; earlier days stay as they were.',
    }),
    rehire: t.boolean({
      defaultValue: false,
      description: 'Takes a person back who left by that day.',
    }),
    revision: t.string({ description: 'The `placeRevision` that the editor was opened with.' }),
  }),
});
const EndEmploymentInput = builder.inputType('EndEmploymentInput', {
  fields: (t) => ({
    employeeId: t.id(),
    leftOn: t.field({
      type: 'Date',
      description: 'The first day on which the person no longer works here.',
    }),
    revision: t.string({ description: 'The `placeRevision` that the editor was opened with.' }),
  }),
});

builder.mutationFields((t) => ({
  createEmployee: t.field({
    type: EmployeeNode,
    errors: {},
    authScopes: { can: ['create', 'Employee'] },
    args: { input: t.arg({ type: CreateEmployeeInput }) },
    resolve: (_root, { input }, ctx) =>
      createEmployee(ctx, {
        ...input,
        rehire: input.rehire ?? false,
        email: input.email ?? null,
        departmentId: asId(input.departmentId),
        managerEmployeeId: input.managerEmployeeId ? asId(input.managerEmployeeId) : null,
      }),
  }),
  updateEmployee: t.field({
    type: EmployeeNode,
    errors: {},
    authScopes: { can: ['update', 'Employee'] },
    args: { input: t.arg({ type: UpdateEmployeeInput }) },
    resolve: async (_root, { input }, ctx) => {
      const change = { ...input, email: input.email ?? null, employeeId: asId(input.employeeId) };
      return (await updateEmployee(ctx, change)).employeeId;
    },
  }),
  transferEmployee: t.field({
    type: EmployeeNode,
    errors: {},
    description: 'Department, position and manager from a day on.',
    authScopes: { can: ['update', 'Employee'] },
    args: { input: t.arg({ type: TransferEmployeeInput }) },
    resolve: async (_root, { input }, ctx) => {
      const { employeeId } = await transferEmployee(ctx, {
        ...input,
        rehire: input.rehire ?? false,
        employeeId: asId(input.employeeId),
        departmentId: asId(input.departmentId),
        managerEmployeeId: input.managerEmployeeId ? asId(input.managerEmployeeId) : null,
      });
      return employeeId;
    },
  }),
  endEmployment: t.field({
    type: EmployeeNode,
    errors: {},
    authScopes: { can: ['update', 'Employee'] },
    args: { input: t.arg({ type: EndEmploymentInput }) },
    resolve: async (_root, { input }, ctx) =>
      (await endEmployment(ctx, { ...input, employeeId: asId(input.employeeId) })).employeeId,
  }),
}));
