export { createFirstAdministrator } from './create-first-administrator';
export { changePassword } from './change-password';
export { getOwnAccount, listOwnSessions } from './get-own-account';
export { grantRole, RoleIsGranted } from './grant-role';
export { identityJobs } from './jobs';
export { listRoleGrants, listUserAccounts, listUserAccountsById } from './list-user-accounts';
export { loadViewer } from './load-viewer';
export { hashPassword } from './password';
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
export { SignInRefused, verifySignIn } from './verify-sign-in';
