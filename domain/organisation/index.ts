export { archiveDepartment, restoreDepartment } from './archive-department';
export { createDepartment } from './create-department';
export { createOrganisation } from './create-organisation';
export { createEmployee } from './create-employee';
export { type Department, departmentRevision } from './department';
export { type Employee, type EmployeeEntry, employeeRevision } from './employee';
export { getPlaceRevision } from './place-revision';
export { getOrganisation } from './get-organisation';
export { findTimeZone } from './find-time-zone';
export {
  employeeAccessFilters,
  employeeFilter,
  employeeSorts,
  employeeStates,
  type PageRequest,
} from './employee-list';
export {
  departmentOf,
  directReportsOf,
  isInReportingLineOf,
  listMembersOf,
  managerOf,
} from './employee-on-day';
export { endEmployment } from './end-employment';
export type { Placement } from './history-store';
export { listDepartments, listDepartmentsById, listMemberCounts } from './list-departments';
export {
  countEmployees,
  type ListedEmployee,
  listEmployees,
  listEmployeesById,
} from './list-employees';
export type { Employment } from './employment';
export {
  listEarlierEmployments,
  listManagerHistories,
  listPlacementHistories,
  type NamedManager,
} from './list-histories';
export { moveDepartment } from './move-department';
export type { Period } from './period';
export { todayOf } from './today';
export { transferEmployee } from './transfer-employee';
export { updateDepartment } from './update-department';
export { updateEmployee } from './update-employee';
export { organisationRevision, updateOrganisation, zoneChangedJob } from './update-organisation';
export { organisationJobs } from './jobs';
export {
  getPeopleImport,
  ignoredColumns,
  listPeopleImports,
  listUnknownDepartments,
  listRejectedRows,
  type PeopleImport,
  peopleImportRevision,
  peopleImportStates,
  type PeopleImportTally,
  peopleTemplate,
  readPeopleFileAs,
  receivePeopleFile,
  rejectedPeopleReport,
  type RejectedRow,
  type RowProblem,
  startPeopleImport,
  tallyPeopleImport,
  type UnknownDepartment,
} from './people-import';
