import { resolveCursorConnection, type ResolveCursorConnectionArgs } from '@pothos/plugin-relay';
import { isAllowed } from '../../domain/access';
import {
  countEmployees,
  employeeAccessFilters,
  type EmployeeEntry,
  employeeRevision,
  type Employment,
  employeeSorts,
  employeeStates,
  getPlaceRevision,
  listEarlierEmployments,
  type ListedEmployee,
  listEmployees,
  listEmployeesById,
  listManagerHistories,
  listPlacementHistories,
  type NamedManager,
  type Period,
  type Placement,
} from '../../domain/organisation';
import { NotFound } from '../../platform/errors';

import { builder } from '../builder';
import { LocaleEnum } from '../identity/account';
import { asId } from '../scalars';
import { DepartmentNode, visibleDepartment } from './department';

const PlacementObject = builder.objectRef<Period<Placement>>('Placement').implement({
  description:
    'Where somebody works from a day on; `to` is the first day on which it no longer holds.',
  fields: (t) => ({
    from: t.expose('from', { type: 'Date' }),
    to: t.expose('to', { type: 'Date', nullable: true }),
    positionTitle: t.string({ resolve: ({ value }) => value.positionTitle }),
    department: t.field({
      type: DepartmentNode,
      nullable: true,
      description: 'Null where the viewer may not see the department.',
      resolve: ({ value: { departmentId } }, _args, { viewer }) =>
        visibleDepartment(viewer, departmentId),
    }),
  }),
});

const EarlierEmploymentObject = builder.objectRef<Employment>('EarlierEmployment').implement({
  description:
    'A time in which somebody worked here; `leftOn` is the first day on which they did not.',
  fields: (t) => ({
    hiredOn: t.expose('hiredOn', { type: 'Date' }),
    leftOn: t.expose('leftOn', { type: 'Date' }),
  }),
});

const ReportingLineObject = builder.objectRef<Period<NamedManager>>('ReportingLine').implement({
  description: 'To whom somebody reports from a day on.',
  fields: (t) => ({
    from: t.expose('from', { type: 'Date' }),
    to: t.expose('to', { type: 'Date', nullable: true }),
    managerName: t.string({ resolve: ({ value }) => value.fullName }),
  }),
});

export const EmployeeNode = builder.loadableNodeRef('Employee', {
  load: async (ids: string[], ctx): Promise<(EmployeeEntry | NotFound)[]> =>
    (await listEmployeesById(ctx, { employeeIds: ids })).map(
      (employee) => employee ?? new NotFound(),
    ),
  id: { resolve: (employee: EmployeeEntry) => employee.employeeId },
});

EmployeeNode.implement({
  description:
    'A person who works or worked here: seen by HR, administrators, their manager of today and themselves.',
  fields: (t) => ({
    employeeId: t.exposeID('employeeId'),
    employeeNumber: t.exposeString('employeeNumber'),
    fullName: t.exposeString('fullName'),
    email: t.exposeString('email', { nullable: true }),
    locale: t.expose('locale', { type: LocaleEnum }),
    revision: t.string({
      description: 'Of what an editor of the person shows.',
      resolve: (employee) => employeeRevision(employee),
    }),
    placeRevision: t.string({
      nullable: true,
      description: 'Of the person’s places and managers; null for who may not change them.',
      complexity: { field: 5 },
      resolve: ({ employeeId }, _args, ctx) =>
        isAllowed(ctx.viewer, 'update', 'Employee', { employeeId })
          ? getPlaceRevision(ctx, { employeeId })
          : null,
    }),
    hiredOn: t.expose('hiredOn', { type: 'Date' }),
    leftOn: t.expose('leftOn', {
      type: 'Date',
      nullable: true,
      description: 'The first day on which the person no longer works here.',
    }),
    earlierEmployments: t.loadableList({
      type: EarlierEmploymentObject,
      description: 'Employments that ended before the person came back, the oldest first.',
      load: (ids: string[], ctx) => listEarlierEmployments(ctx, { employeeIds: ids }),
      resolve: ({ employeeId }) => employeeId,
    }),
    positionTitle: t.exposeString('positionTitle', { nullable: true }),
    managerName: t.exposeString('managerName', { nullable: true }),
    managerEmployeeId: t.id({
      nullable: true,
      description: 'Null also where the viewer may not see that person.',
      resolve: ({ managerEmployeeId: employeeId }, _args, { viewer }) =>
        employeeId && isAllowed(viewer, 'read', 'Employee', { employeeId }) ? employeeId : null,
    }),
    department: t.field({
      type: DepartmentNode,
      nullable: true,
      description: 'Where the person works today.',
      resolve: ({ departmentId }, _args, { viewer }) => visibleDepartment(viewer, departmentId),
    }),
    canUpdate: t.boolean({
      description: 'Whether the viewer may change the person and where they work.',
      resolve: ({ employeeId }, _args, { viewer }) =>
        isAllowed(viewer, 'update', 'Employee', { employeeId }),
    }),
    placements: t.loadableList({
      type: PlacementObject,
      description: 'Newest first.',
      load: (employeeIds: string[], ctx) => listPlacementHistories(ctx, { employeeIds }),
      resolve: (employee) => employee.employeeId,
    }),
    reportingLines: t.loadableList({
      type: ReportingLineObject,
      description: 'Newest first.',
      load: (employeeIds: string[], ctx) => listManagerHistories(ctx, { employeeIds }),
      resolve: (employee) => employee.employeeId,
    }),
  }),
});

const EmployeeSortEnum = builder.enumType('EmployeeSort', { values: employeeSorts });
const EmployeeStateEnum = builder.enumType('EmployeeState', { values: employeeStates });

const EmployeeAccessFilterEnum = builder.enumType('EmployeeAccessFilter', {
  description:
    'For administrators. NONE: was never invited to sign in, or let it expire. INVITABLE: those among them who have a mail address and work here.',
  values: employeeAccessFilters,
});

export const EmployeeFilterInput = builder.inputType('EmployeeFilter', {
  fields: (t) => ({
    search: t.string({
      required: false,
      description: 'Words of the name, number, mail address or position.',
    }),
    departmentId: t.id({ required: false, description: 'Everyone in it or below it.' }),
    managerEmployeeId: t.id({ required: false }),
    employeeIds: t.idList({ required: false }),
    peopleImportId: t.id({ required: false, description: 'Whom an import has added or changed.' }),
    access: t.field({ type: EmployeeAccessFilterEnum, required: false }),
    state: t.field({ type: EmployeeStateEnum, required: false }),
    sort: t.field({ type: EmployeeSortEnum, required: false }),
    isDescending: t.boolean({ required: false }),
  }),
});

type GivenFilter = typeof EmployeeFilterInput.$inferInput | null | undefined;

/** The filter as the domain takes it. */
export function employeeFilterOf(given: GivenFilter) {
  const idOf = (id: string | number | null | undefined) => (id ? asId(id) : null);
  return {
    search: given?.search,
    departmentId: idOf(given?.departmentId),
    managerEmployeeId: idOf(given?.managerEmployeeId),
    employeeIds: given?.employeeIds?.map(asId),
    peopleImportId: idOf(given?.peopleImportId),
    access: given?.access,
    state: given?.state ?? 'CURRENT',
    sort: given?.sort ?? 'NAME',
    isDescending: given?.isDescending ?? false,
  };
}

const largestPage = 100;

builder.queryFields((t) => ({
  employees: t.connection(
    {
      type: EmployeeNode,
      description: 'The people whom the viewer may see.',
      authScopes: { can: ['read', 'Employee'] },
      args: { filter: t.arg({ type: EmployeeFilterInput, required: false }) },
      complexity: ({ first, last }) => ({
        field: 1,
        multiplier: Math.min(first ?? last ?? 20, largestPage),
      }),
      resolve: async (_root, { filter: given, ...args }, ctx) => {
        const filter = employeeFilterOf(given);
        const connection = await resolveCursorConnection(
          { args, maxSize: largestPage, toCursor: (employee: ListedEmployee) => employee.cursor },
          (page: ResolveCursorConnectionArgs) => listEmployees(ctx, { filter, page }),
        );
        return { ...connection, totalCount: () => countEmployees(ctx, { filter }) };
      },
    },
    {
      name: 'EmployeeConnection',
      fields: (c) => ({
        totalCount: c.int({
          resolve: (connection) =>
            (connection as unknown as { totalCount: () => Promise<number> }).totalCount(),
        }),
      }),
    },
    { name: 'EmployeeEdge' },
  ),
  employee: t.field({
    type: EmployeeNode,
    authScopes: { can: ['read', 'Employee'] },
    args: { employeeId: t.arg.id() },
    resolve: (_root, { employeeId }) => asId(employeeId),
  }),
}));
