import {
  AbilityBuilder,
  createMongoAbility,
  type ForcedSubject,
  type MongoAbility,
} from '@casl/ability';
import type { Action, SubjectName, Subjects } from './subjects';
import type { Role, SignedInViewer, Viewer } from './viewer';

type TaggedSubject = { [K in SubjectName]: Subjects[K] & ForcedSubject<K> }[SubjectName];
export type AppAbility = MongoAbility<[Action, SubjectName | TaggedSubject | 'all']>;
type Can = AbilityBuilder<AppAbility>['can'];

const inDepartments = (ids: readonly string[]) => ({ departmentId: { $in: [...ids] } });

/** What every person with a place in the organisation may do about themselves. */
function employeeRules(can: Can, viewer: SignedInViewer): void {
  if (!viewer.employeeId) return;
  const self = { employeeId: viewer.employeeId };
  can('read', 'Employee', self);
  can('read', 'Department', inDepartments(viewer.ownDepartmentPath));
  can(['read', 'answer'], 'PulseInvitation', self);
  can('read', 'PulseRelease', inDepartments(viewer.ownDepartmentPath));
  can(['read', 'acknowledge'], 'Review', { ...self, isShared: true });
  // Who wrote a review keeps it, also when nobody reports to them any more.
  can(['read', 'write'], 'Review', { managerEmployeeId: viewer.employeeId });
}

function departmentReaderRules(can: Can, departmentIds: readonly string[]): void {
  if (departmentIds.length === 0) return;
  const within = inDepartments(departmentIds);
  can(
    'read',
    ['Department', 'Scorecard', 'Feedback', 'Target', 'PulseParticipation', 'PulseRelease'],
    within,
  );
  can('read', 'Touchpoint');
}

/** Rules of each role. They only add: nothing one role allows is taken away by another. */
const roleRules: Record<Role, (can: Can, viewer: SignedInViewer) => void> = {
  employee: employeeRules,
  executive: (can) => {
    can('read', [
      'Department',
      'Scorecard',
      'Feedback',
      'Target',
      'Touchpoint',
      'PulseParticipation',
      'PulseRelease',
    ]);
  },
  department_head: (can, viewer) => {
    departmentReaderRules(can, viewer.headedDepartmentIds);
    can('update', 'Target', inDepartments(viewer.headedDepartmentIds));
  },
  manager: (can, viewer) => {
    if (viewer.ownDepartmentId) departmentReaderRules(can, [viewer.ownDepartmentId]);
    can('read', 'Employee', { employeeId: { $in: [...viewer.reportEmployeeIds] } });
  },
  hr: (can) => {
    can('manage', ['ReviewTemplate', 'ReviewCycle', 'PulseProgramme', 'PulseRound', 'Employee']);
    can('read', [
      'Review',
      'Department',
      'Scorecard',
      'Target',
      'PulseParticipation',
      'PulseRelease',
    ]);
  },
  analyst: (can) => {
    can('manage', ['FeedbackImport', 'OpenLink', 'Survey', 'Touchpoint', 'Metric', 'Target']);
    can('read', ['Department', 'Scorecard', 'Feedback']);
    can('hold', 'Feedback');
    can('create', 'Department');
  },
  case_owner: (can, viewer) => {
    if (!viewer.ownDepartmentId) return;
    can('read', ['Department', 'Feedback'], inDepartments([viewer.ownDepartmentId]));
    can('read', 'Touchpoint');
  },
  administrator: (can) => {
    can('manage', [
      'Organisation',
      'Department',
      'Employee',
      'UserAccount',
      'RoleGrant',
      'Job',
      'OutboxMail',
    ]);
    can('read', 'AuditEntry');
  },
};

/** What the viewer may do. Denies by default; an anonymous caller may do nothing. */
export function abilityOf(viewer: Viewer): AppAbility {
  const { can, build } = new AbilityBuilder<AppAbility>(createMongoAbility);
  if (viewer.kind === 'system') can('manage', 'all');
  if (viewer.kind === 'signed-in') {
    can('read', ['Organisation', 'Metric']);
    can(['read', 'update'], 'UserAccount', { userAccountId: viewer.userAccountId });
    for (const role of viewer.roles) roleRules[role](can, viewer);
  }
  return build();
}
