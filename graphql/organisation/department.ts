import { isAllowed, type Viewer } from '../../domain/access';
import type { Department } from '../../domain/organisation';
import {
  departmentRevision,
  listDepartments,
  listDepartmentsById,
  listMemberCounts,
} from '../../domain/organisation';
import { NotFound } from '../../platform/errors';
import { builder } from '../builder';
import { asId } from '../scalars';

/** The id for a nullable field that leads to a department: null where there is none that the viewer may see. */
export function visibleDepartment(
  viewer: Viewer,
  departmentId: string | null | undefined,
): string | null {
  return departmentId && isAllowed(viewer, 'read', 'Department', { departmentId })
    ? departmentId
    : null;
}

export const DepartmentNode = builder.loadableNodeRef('Department', {
  load: async (ids: string[], ctx): Promise<(Department | NotFound)[]> =>
    (await listDepartmentsById(ctx, { departmentIds: ids })).map(
      (department) => department ?? new NotFound(),
    ),
  id: { resolve: (department: Department) => department.departmentId },
});

DepartmentNode.implement({
  description:
    'A part of the organisation. `id` is global; `departmentId` is what addresses and arguments hold.',
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
    isArchived: t.exposeBoolean('isArchived'),
    headName: t.exposeString('headName', { nullable: true, description: 'Who leads it.' }),
    headEmployeeId: t.id({
      nullable: true,
      description: 'Null also where the viewer may not see that person.',
      resolve: ({ headEmployeeId: employeeId }, _args, { viewer }) =>
        employeeId && isAllowed(viewer, 'read', 'Employee', { employeeId }) ? employeeId : null,
    }),
    memberCount: t.loadable({
      type: 'Int',
      nullable: true,
      description:
        'How many people work in it or below it today; null for those who do not look after people.',
      load: (departmentIds: string[], ctx) => listMemberCounts(ctx, { departmentIds }),
      resolve: (department) => department.departmentId,
    }),
    revision: t.string({
      description:
        'Of what an editor shows; saving gives it back, so that nothing unseen is overwritten.',
      resolve: (department) => departmentRevision(department),
    }),
    canUpdate: t.boolean({
      description: 'Whether the viewer may rename, move or archive it.',
      resolve: ({ departmentId }, _args, { viewer }) =>
        isAllowed(viewer, 'update', 'Department', { departmentId }),
    }),
    parent: t.field({
      type: DepartmentNode,
      nullable: true,
      description: 'Null for the root, and where the viewer’s own part of the tree begins.',
      resolve: ({ parentDepartmentId }, _args, { viewer }) =>
        visibleDepartment(viewer, parentDepartmentId),
    }),
  }),
});

builder.queryFields((t) => ({
  departments: t.field({
    type: [DepartmentNode],
    description: 'The departments that the viewer may see, in the order of the tree.',
    authScopes: { can: ['read', 'Department'] },
    args: { withArchived: t.arg.boolean({ defaultValue: false }) },
    resolve: (_root, { withArchived }, ctx) => listDepartments(ctx, { withArchived }),
  }),
  department: t.field({
    type: DepartmentNode,
    authScopes: { can: ['read', 'Department'] },
    args: { departmentId: t.arg.id() },
    resolve: (_root, { departmentId }) => asId(departmentId),
  }),
}));
