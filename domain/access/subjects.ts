/** The fields that rules may speak about, per kind of thing. An empty record means all or none. */
export interface Subjects {
  Organisation: Record<never, never>;
  Department: { departmentId: string };
  Employee: { employeeId: string };
  UserAccount: { userAccountId: string };
  RoleGrant: Record<never, never>;
  AuditEntry: Record<never, never>;
  OutboxMail: Record<never, never>;
  Job: Record<never, never>;
  Metric: Record<never, never>;
  Target: { departmentId: string };
  Scorecard: { departmentId: string };
  Feedback: { departmentId: string };
  Touchpoint: Record<never, never>;
  Survey: Record<never, never>;
  OpenLink: Record<never, never>;
  FeedbackImport: Record<never, never>;
  PulseProgramme: Record<never, never>;
  PulseRound: Record<never, never>;
  PulseInvitation: { employeeId: string };
  PulseParticipation: { departmentId: string };
  PulseRelease: { departmentId: string };
  ReviewTemplate: Record<never, never>;
  ReviewCycle: Record<never, never>;
  Review: { employeeId: string; managerEmployeeId: string; isShared: boolean };
}

export type SubjectName = keyof Subjects;

/** `manage` is every action. `hold` takes feedback out of every number and lets it back in. `write` is what the author of a review does; `acknowledge` what its subject does. */
export type Action =
  'read' | 'create' | 'update' | 'write' | 'acknowledge' | 'answer' | 'hold' | 'manage';
