export { accessibleIds, accessibleWhere } from './accessible';
export { authorise, isAllowed } from './authorise';
export { securityContextOf } from './security-context';
export type { Action, SubjectName, Subjects } from './subjects';
export {
  anonymousViewer,
  type AnonymousViewer,
  type Role,
  roles,
  type SignedInViewer,
  type SystemViewer,
  systemViewer,
  type Viewer,
} from './viewer';
