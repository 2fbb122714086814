export { abilityOf, type AppAbility } from './ability';
export { accessibleIds, accessibleWhere, conditionsOf } from './accessible';
export { authorise, isAllowed } from './authorise';
export { securityContextOf } from './security-context';
export type { Action, SubjectName, Subjects } from './subjects';
export {
  anonymousViewer,
  hasRole,
  type AnonymousViewer,
  type Role,
  roles,
  type SignedInViewer,
  type SystemViewer,
  systemViewer,
  type Viewer,
} from './viewer';
