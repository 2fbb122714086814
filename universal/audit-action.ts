/** Everything that leaves an entry in the audit log, as `area.what_was_done`. */
export const auditActions = [
  'department.archive',
  'department.create',
  'department.move',
  'department.restore',
  'department.update',
  'employee.create',
  'employee.end_employment',
  'employee.transfer',
  'employee.update',
  'feedback.hold',
  'feedback.release',
  'feedback_import.choose_encoding',
  'feedback_import.commit',
  'feedback_import.map_columns',
  'feedback_import.match_departments',
  'feedback_import.take_back',
  'feedback_import.upload',
  'identity.accept_invitation',
  'identity.change_password',
  'identity.create_first_administrator',
  'identity.end_access_of_leaver',
  'identity.grant_role',
  'identity.invite',
  'identity.invite_employees',
  'identity.request_password_reset',
  'identity.reset_password',
  'identity.revoke_role',
  'identity.save_preferences',
  'identity.sign_in',
  'identity.sign_in_refused',
  'identity.sign_out_everywhere',
  'identity.withdraw_access',
  'job.discard',
  'job.retry',
  'journey.save',
  'open_link.create',
  'open_link.deactivate',
  'organisation.create',
  'organisation.update',
  'people_import.finish',
  'people_import.read_as',
  'people_import.start',
  'people_import.upload',
  'pulse_programme.create',
  'pulse_round.close',
  'pulse_round.create',
  'pulse_round.open',
  'review.acknowledge',
  'review.save',
  'review.share',
  'review.start_manager_review',
  'review.submit',
  'review.withdraw',
  'review_cycle.close',
  'review_cycle.launch',
  'review_cycle.manager_reviews_started',
  'review_cycle.start_manager_reviews',
  'review_template.publish',
  'review_template.revise',
  'review_template.save',
  'scorecard_target.set',
  'survey.publish',
  'touchpoint.archive',
  'touchpoint.save',
] as const;

export type AuditAction = (typeof auditActions)[number];

export function isAuditAction(value: string): value is AuditAction {
  return (auditActions as readonly string[]).includes(value);
}

/** The kinds of things that an entry may be about. */
export const auditSubjectTypes = [
  'Department',
  'Employee',
  'Feedback',
  'FeedbackImport',
  'Job',
  'Journey',
  'OpenLink',
  'Organisation',
  'PeopleImport',
  'PulseProgramme',
  'PulseRound',
  'Review',
  'ReviewCycle',
  'ReviewTemplate',
  'ScorecardTarget',
  'Survey',
  'Touchpoint',
  'UserAccount',
] as const;

export type AuditSubjectType = (typeof auditSubjectTypes)[number];

export function isAuditSubjectType(value: string): value is AuditSubjectType {
  return (auditSubjectTypes as readonly string[]).includes(value);
}

/** Changes of who may do or read what; they stand out in the audit log. */
const rightsActions: ReadonlySet<string> = new Set<AuditAction>([
  'identity.create_first_administrator',
  'identity.grant_role',
  'identity.revoke_role',
  'identity.withdraw_access',
]);

/** `own`: somebody changed their own rights, which only goes while nobody else could. */
export function rightsChangeOf(action: string, details: unknown): 'own' | 'other' | undefined {
  const isOwn = typeof details === 'object' && details !== null && 'isOwn' in details;
  if (isOwn && details.isOwn === true) return 'own';
  return rightsActions.has(action) ? 'other' : undefined;
}
