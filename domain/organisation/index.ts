export { createDepartment } from './create-department';
export type { Department } from './department';
export { listDepartments, listDepartmentsById } from './list-departments';
