export { checkPeopleFile } from './check-people-file';
export { forgetPeopleImports } from './forget-people-imports';
export {
  type PeopleImport,
  peopleImportStates,
  type PeopleImportTally,
  type RejectedRow,
} from './people-import';
export type { RowProblem } from './person-row';
export {
  getPeopleImport,
  ignoredColumns,
  listPeopleImports,
  listRejectedRows,
  peopleTemplate,
  rejectedPeopleReport,
  tallyPeopleImport,
} from './read-people-import';
export { runPeopleImport } from './run-people-import';
export { readPeopleFileAs } from './read-people-file-as';
export { peopleImportRevision } from './unchanged-import';
export { listUnknownDepartments, type UnknownDepartment } from './unknown-departments';
export {
  checkFileJob,
  importPeopleJob,
  receivePeopleFile,
  startPeopleImport,
} from './start-people-import';
