import {
  archiveDepartment,
  createDepartment,
  moveDepartment,
  restoreDepartment,
  updateDepartment,
} from '../../domain/organisation';
import { builder } from '../builder';
import { asId } from '../scalars';
import { DepartmentNode } from './department';

const optionalId = (id: string | number | null | undefined) => (id ? asId(id) : null);

const CreateDepartmentInput = builder.inputType('CreateDepartmentInput', {
  fields: (t) => ({
    code: t.string(),
    nameEn: t.string(),
    nameZh: t.string(),
    parentDepartmentId: t.id({ required: false }),
  }),
});
const UpdateDepartmentInput = builder.inputType('UpdateDepartmentInput', {
  fields: (t) => ({
    departmentId: t.id(),
    code: t.string(),
    nameEn: t.string(),
    nameZh: t.string(),
    headEmployeeId: t.id({ required: false }),
    revision: t.string({ description: 'The one the editor was opened with.' }),
  }),
});
const MoveDepartmentInput = builder.inputType('MoveDepartmentInput', {
  fields: (t) => ({
    departmentId: t.id(),
    parentDepartmentId: t.id({ required: false, description: 'Null puts it at the top.' }),
    from: t.field({
      type: 'Date',
      required: false,
      description:
        'The first day in the new place, today or earlier; today where none is given. Numbers of the days before stay as they were.',
    }),
    revision: t.string({ description: 'The one the editor was opened with.' }),
  }),
});
const ArchiveDepartmentInput = builder.inputType('ArchiveDepartmentInput', {
  fields: (t) => ({ departmentId: t.id() }),
});
const RestoreDepartmentInput = builder.inputType('RestoreDepartmentInput', {
  fields: (t) => ({ departmentId: t.id() }),
});

builder.mutationFields((t) => ({
  createDepartment: t.field({
    type: DepartmentNode,
    errors: {},
    authScopes: { can: ['create', 'Department'] },
    args: { input: t.arg({ type: CreateDepartmentInput }) },
    resolve: (_root, { input }, ctx) =>
      createDepartment(ctx, { ...input, parentDepartmentId: optionalId(input.parentDepartmentId) }),
  }),
  updateDepartment: t.field({
    type: DepartmentNode,
    errors: {},
    authScopes: { can: ['update', 'Department'] },
    args: { input: t.arg({ type: UpdateDepartmentInput }) },
    resolve: (_root, { input }, ctx) =>
      updateDepartment(ctx, {
        ...input,
        departmentId: asId(input.departmentId),
        headEmployeeId: optionalId(input.headEmployeeId),
      }),
  }),
  moveDepartment: t.field({
    type: DepartmentNode,
    errors: {},
    description: 'Puts a department, with everything below it, under another one. Refuses a ring.',
    authScopes: { can: ['update', 'Department'] },
    args: { input: t.arg({ type: MoveDepartmentInput }) },
    resolve: (_root, { input }, ctx) =>
      moveDepartment(ctx, {
        departmentId: asId(input.departmentId),
        parentDepartmentId: optionalId(input.parentDepartmentId),
        from: input.from ?? undefined,
        revision: input.revision,
      }),
  }),
  archiveDepartment: t.field({
    type: DepartmentNode,
    errors: {},
    description: 'Takes an empty department out of use; its past stays.',
    authScopes: { can: ['update', 'Department'] },
    args: { input: t.arg({ type: ArchiveDepartmentInput }) },
    resolve: (_root, { input }, ctx) =>
      archiveDepartment(ctx, { departmentId: asId(input.departmentId) }),
  }),
  restoreDepartment: t.field({
    type: DepartmentNode,
    errors: {},
    authScopes: { can: ['update', 'Department'] },
    args: { input: t.arg({ type: RestoreDepartmentInput }) },
    resolve: (_root, { input }, ctx) =>
      restoreDepartment(ctx, { departmentId: asId(input.departmentId) }),
  }),
}));
