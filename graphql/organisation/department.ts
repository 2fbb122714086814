import { isAllowed } from '../../domain/access';
import type { Department } from '../../domain/organisation';
import { createDepartment, listDepartments, listDepartmentsById } from '../../domain/organisation';
import { NotFound } from '../../platform/errors';
import { builder } from '../builder';
import { asId } from '../scalars';

export const DepartmentNode = builder.loadableNodeRef('Department', {
  load: async (ids: string[], ctx): Promise<(Department | NotFound)[]> =>
    (await listDepartmentsById(ctx, { departmentIds: ids })).map((department) => department ?? new NotFound()),
  id: { resolve: (department: Department) => department.departmentId },
});

DepartmentNode.implement({
  description: 'A part of the organisation. `id` is global; `departmentId` is what addresses and arguments hold.',
  fields: (t) => ({
    departmentId: t.exposeID('departmentId'),
    code: t.exposeString('code'),
    name: t.string({
      description: 'In the reader’s language.',
      resolve: ({ nameEn, nameZh }, _args, { locale }) => (locale === 'zh' ? nameZh : nameEn),
    }),
    nameEn: t.exposeString('nameEn'),
    nameZh: t.exposeString('nameZh'),
    level: t.exposeInt('level', { description: '0 for the whole organisation.' }),
    parent: t.field({
      type: DepartmentNode,
      nullable: true,
      description: 'Null for the root, and where the viewer’s own part of the tree begins.',
      resolve: ({ parentDepartmentId: departmentId }, _args, { viewer }) =>
        departmentId && isAllowed(viewer, 'read', 'Department', { departmentId }) ? departmentId : null,
    }),
  }),
});

builder.queryField('departments', (t) =>
  t.field({
    type: [DepartmentNode],
    description: 'The departments that the viewer may see, in the order of the tree.',
    authScopes: { can: ['read', 'Department'] },
    resolve: (_root, _args, ctx) => listDepartments(ctx),
  }),
);

const CreateDepartmentInput = builder.inputType('CreateDepartmentInput', {
  fields: (t) => ({
    code: t.string(),
    nameEn: t.string(),
    nameZh: t.string(),
    parentDepartmentId: t.id({ required: false }),
  }),
});

builder.mutationField('createDepartment', (t) =>
  t.field({
    type: DepartmentNode,
    errors: {},
    authScopes: { can: ['create', 'Department'] },
    args: { input: t.arg({ type: CreateDepartmentInput }) },
    resolve: (_root, { input }, ctx) =>
      createDepartment(ctx, {
        ...input,
        parentDepartmentId: input.parentDepartmentId ? asId(input.parentDepartmentId) : null,
      }),
  }),
);
