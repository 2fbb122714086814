export { createFirstAdministrator } from './create-first-administrator';
export { AccessLinkIsSpent } from './access-link';
export { changePassword } from './change-password';
export { choosePassword } from './choose-password';
export { accessStates, type EmployeeAccess } from './employee-access';
export { endAccessOfLeavers } from './end-access-of-leavers';
export { findAccessLink } from './find-access-link';
export { getOwnAccount, listOwnSessions } from './get-own-account';
export { canGrantRoleTo, grantRole, OwnRoles, RoleIsGranted } from './grant-role';
export { inviteEmployee } from './invite-employee';
export { inviteEmployees } from './invite-employees';
export { identityJobs } from './jobs';
export { listEmployeeAccess } from './list-employee-access';
export { listRoleGrants, listUserAccounts, listUserAccountsById } from './list-user-accounts';
export { loadViewer } from './load-viewer';
export { hashPassword } from './password';
export { requestPasswordReset } from './request-password-reset';
export { LastAdministrator, revokeRole } from './revoke-role';
export { savePreferences } from './save-preferences';
export {
  deleteSession,
  deleteSessionsExpiredBy,
  deleteSessionsOf,
  findSession,
  insertSession,
  prolongSession,
  sessionKeyOf,
} from './session-store';
export { signOutEverywhere } from './sign-out-everywhere';
export {
  type ColourScheme,
  colourSchemes,
  type GrantableRole,
  grantableRoles,
  type RoleGrant,
  type Session,
  type UserAccount,
} from './user-account';
export { TooManyAttempts } from './too-many-attempts';
export { SignInRefused, verifySignIn } from './verify-sign-in';
export { withdrawAccess } from './withdraw-access';
