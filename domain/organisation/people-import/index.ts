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
export {
  checkFileJob,
  importPeopleJob,
  receivePeopleFile,
  startPeopleImport,
} from './start-people-import';
