import type { Caller } from './callers';
import type { DemoFacts } from './demo-facts';

/** Who gets an answer, and with which arguments it is asked. Everybody else must be told NOT_FOUND or FORBIDDEN. */
export interface RootFieldAccess {
  allowed: readonly Caller[];
  arguments?: (facts: DemoFacts) => Record<string, unknown>;
}

const signedIn = [
  'executive',
  'department_head',
  'manager',
  'employee',
  'hr',
  'analyst',
  'case_owner',
  'administrator',
] as const satisfies readonly Caller[];
/** Read scorecards of at least one department. */
const scorecardReaders = [
  'executive',
  'department_head',
  'manager',
  'hr',
  'analyst',
] as const satisfies readonly Caller[];
const commentReaders = [
  'executive',
  'department_head',
  'manager',
  'analyst',
  'case_owner',
] as const satisfies readonly Caller[];
const departmentReaders = signedIn;
const pulseReaders = [
  'executive',
  'department_head',
  'manager',
  'employee',
  'hr',
] as const satisfies readonly Caller[];
const peopleKeepers = ['hr', 'administrator'] as const satisfies readonly Caller[];

const quarter = { key: '2026-Q3' };
const input = (make: (facts: DemoFacts) => Record<string, unknown>) => (facts: DemoFacts) => ({
  input: make(facts),
});

/** The reviewed table of queries. A field of the schema that is not listed here fails the test. */
export const queryAccess: Record<string, RootFieldAccess> = {
  auditEntries: { allowed: ['administrator'] },
  backgroundJobs: { allowed: ['administrator'] },
  comments: { allowed: commentReaders, arguments: () => ({ first: 5 }) },
  department: {
    allowed: departmentReaders,
    arguments: (f) => ({ departmentId: f.teamDepartmentId }),
  },
  departmentScorecard: {
    allowed: scorecardReaders,
    arguments: (f) => ({ departmentId: f.teamDepartmentId, period: quarter }),
  },
  departments: { allowed: departmentReaders },
  employee: {
    allowed: ['employee', 'manager', 'hr', 'administrator'],
    arguments: (f) => ({ employeeId: f.employeeId }),
  },
  employees: {
    allowed: ['employee', 'manager', 'hr', 'administrator'],
    arguments: () => ({ first: 5 }),
  },
  feedbackEntry: {
    allowed: ['analyst'],
    arguments: (f) => ({ feedbackId: f.feedbackId, occurredAt: f.feedbackOccurredAt }),
  },
  feedbackImport: { allowed: ['analyst'], arguments: (f) => ({ importId: f.importId }) },
  feedbackImports: { allowed: ['analyst'], arguments: () => ({ first: 5 }) },
  feedbackSources: { allowed: ['analyst'] },
  heldFeedback: { allowed: ['analyst'], arguments: () => ({ first: 5 }) },
  indicatorPreview: {
    allowed: ['hr'],
    arguments: input(() => ({
      metric: 'csat',
      scope: 'DEPARTMENT',
      threshold: 60,
      target: 75,
      stretch: 90,
      weight: 100,
      minimumN: 10,
    })),
  },
  journeys: { allowed: ['executive', 'department_head', 'manager', 'analyst', 'case_owner'] },
  metric: { allowed: signedIn, arguments: (f) => ({ key: f.metricKey }) },
  metrics: { allowed: signedIn },
  node: {
    allowed: departmentReaders,
    arguments: (f) => ({ id: globalId('Department', f.teamDepartmentId) }),
  },
  nodes: {
    allowed: departmentReaders,
    arguments: (f) => ({ ids: [globalId('Department', f.teamDepartmentId)] }),
  },
  openLink: { allowed: ['analyst'], arguments: (f) => ({ openLinkId: f.openLinkId }) },
  openLinks: { allowed: ['analyst'] },
  organisation: { allowed: signedIn },
  outboxMail: { allowed: ['administrator'], arguments: (f) => ({ outboxMailId: f.outboxMailId }) },
  outboxMails: { allowed: ['administrator'] },
  ownPulse: { allowed: ['employee', 'manager'] },
  peopleImport: {
    allowed: peopleKeepers,
    arguments: (f) => ({ peopleImportId: f.peopleImportId }),
  },
  peopleImports: { allowed: peopleKeepers },
  pulseComments: {
    allowed: ['executive', 'department_head', 'manager', 'hr'],
    arguments: (f) => ({ departmentId: f.teamDepartmentId, roundId: f.releasedRoundId }),
  },
  pulseDepartmentResults: {
    allowed: pulseReaders,
    arguments: (f) => ({ roundId: f.releasedRoundId }),
  },
  pulseParticipation: {
    allowed: ['executive', 'department_head', 'manager', 'hr'],
    arguments: (f) => ({ roundId: f.openRoundId }),
  },
  pulseProgrammes: { allowed: ['hr'] },
  pulseResults: {
    allowed: pulseReaders,
    arguments: (f) => ({ departmentId: f.teamDepartmentId, roundId: f.releasedRoundId }),
  },
  openingPeriod: { allowed: scorecardReaders },
  pulseRound: { allowed: pulseReaders, arguments: (f) => ({ roundId: f.releasedRoundId }) },
  pulseRounds: { allowed: pulseReaders },
  review: {
    allowed: ['employee', 'manager', 'hr'],
    arguments: (f) => ({ reviewId: f.sharedReviewId }),
  },
  reviewCycle: { allowed: ['hr'], arguments: (f) => ({ cycleId: f.cycleId }) },
  reviewCycles: { allowed: ['hr'] },
  reviewMetrics: { allowed: ['hr'] },
  reviewPopulation: { allowed: ['hr'], arguments: (f) => ({ departmentId: f.teamDepartmentId }) },
  reviewTemplate: { allowed: ['hr'], arguments: (f) => ({ templateId: f.publishedTemplateId }) },
  reviewTemplates: { allowed: ['hr'] },
  reviews: {
    allowed: ['employee', 'manager', 'hr'],
    arguments: () => ({ view: 'ALL', first: 5 }),
  },
  scorecardGrid: { allowed: scorecardReaders, arguments: () => ({ period: quarter }) },
  surveys: { allowed: ['analyst'] },
  targetOfDay: {
    allowed: ['department_head', 'analyst'],
    arguments: (f) => ({
      metricKey: 'nps',
      departmentId: f.storesId,
      effectiveOn: '2026-11-01',
    }),
  },
  touchpoints: { allowed: ['executive', 'department_head', 'manager', 'analyst', 'case_owner'] },
  userAccounts: { allowed: ['administrator'], arguments: () => ({ first: 5 }) },
  viewer: { allowed: signedIn },
};

/** The reviewed table of mutations. */
export const mutationAccess: Record<string, RootFieldAccess> = {
  acknowledgeReview: {
    allowed: ['employee'],
    arguments: input((f) => ({ reviewId: f.sharedReviewId, note: '' })),
  },
  archiveDepartment: {
    allowed: ['administrator'],
    arguments: input((f) => ({ departmentId: f.emptyDepartmentId })),
  },
  archiveTouchpoint: {
    allowed: ['analyst'],
    arguments: input((f) => ({ touchpointId: f.touchpointId, isArchived: true })),
  },
  changePassword: {
    allowed: signedIn,
    arguments: input(() => ({
      currentPassword: 'not the password',
      newPassword: 'a long enough new one',
    })),
  },
  chooseImportEncoding: {
    allowed: ['analyst'],
    arguments: input((f) => ({ importId: f.importId, encoding: 'utf-8' })),
  },
  closePulseRound: { allowed: ['hr'], arguments: input((f) => ({ roundId: f.openRoundId })) },
  closeReviewCycle: { allowed: ['hr'], arguments: input((f) => ({ cycleId: f.cycleId })) },
  commitFeedbackImport: {
    allowed: ['analyst'],
    arguments: input((f) => ({ importId: f.importId })),
  },
  createDepartment: {
    allowed: ['analyst', 'administrator'],
    arguments: input((f) => ({
      code: 'NEW',
      nameEn: 'New',
      nameZh: '新',
      parentDepartmentId: f.rootId,
    })),
  },
  createEmployee: {
    allowed: peopleKeepers,
    arguments: input((f) => ({
      employeeNumber: 'N-1',
      fullName: 'New Person',
      locale: 'EN',
      hiredOn: '2026-11-01',
      departmentId: f.teamDepartmentId,
      positionTitle: 'Adviser',
    })),
  },
  createOpenLink: {
    allowed: ['analyst'],
    arguments: input((f) => ({
      channel: 'QR_CODE',
      surveyId: f.customerSurveyId,
      touchpointId: f.touchpointId,
    })),
  },
  createPulseProgramme: {
    allowed: ['hr'],
    arguments: input((f) => ({
      nameEn: 'Programme',
      nameZh: '项目',
      surveyId: f.employeeSurveyId,
    })),
  },
  createPulseRound: {
    allowed: ['hr'],
    arguments: input((f) => ({
      programmeId: f.pulseProgrammeId,
      opensOn: '2027-03-01',
      closesOn: '2027-03-10',
    })),
  },
  deactivateOpenLink: {
    allowed: ['analyst'],
    arguments: input((f) => ({ openLinkId: f.openLinkId })),
  },
  discardBackgroundJob: {
    allowed: ['administrator'],
    arguments: input((f) => ({ jobId: f.jobId })),
  },
  endEmployment: {
    allowed: peopleKeepers,
    arguments: input((f) => ({ employeeId: f.employeeId, leftOn: '2026-12-31', revision: '' })),
  },
  grantRole: {
    allowed: ['administrator'],
    arguments: input((f) => ({ userAccountId: f.userAccountOf.employee, role: 'ANALYST' })),
  },
  inviteEmployee: {
    allowed: ['administrator'],
    arguments: input((f) => ({ employeeId: f.employeeId })),
  },
  inviteEmployees: {
    allowed: ['administrator'],
    arguments: input(() => ({ filter: { state: 'CURRENT' } })),
  },
  launchReviewCycle: {
    allowed: ['hr'],
    arguments: input((f) => ({
      templateId: f.publishedTemplateId,
      departmentId: f.teamDepartmentId,
      nameEn: 'Cycle',
      nameZh: '周期',
      dueOn: {
        goals: '2026-12-01',
        managerReview: '2026-12-15',
        share: '2026-12-20',
        acknowledge: '2026-12-31',
      },
    })),
  },
  holdFeedback: {
    allowed: ['analyst'],
    arguments: input((f) => ({
      feedbackId: f.feedbackId,
      occurredAt: f.feedbackOccurredAt,
      reason: 'Answered by staff',
    })),
  },
  mapImportColumns: {
    allowed: ['analyst'],
    arguments: input((f) => ({
      importId: f.importId,
      mapping: { department: ['service'], date: 'date', dateOrder: 'YMD' },
    })),
  },
  matchImportDepartments: {
    allowed: ['analyst'],
    arguments: input((f) => ({ importId: f.importId, departments: [] })),
  },
  moveDepartment: {
    allowed: ['administrator'],
    arguments: input((f) => ({
      departmentId: f.emptyDepartmentId,
      parentDepartmentId: f.storesId,
      revision: '',
    })),
  },
  openPulseRound: { allowed: ['hr'], arguments: input((f) => ({ roundId: f.plannedRoundId })) },
  publishReviewTemplate: {
    allowed: ['hr'],
    arguments: input((f) => ({ templateId: f.draftTemplateId })),
  },
  publishSurvey: {
    allowed: ['analyst'],
    arguments: input(() => ({
      audience: 'CUSTOMER',
      nameEn: 'Survey',
      nameZh: '问卷',
      questions: [{ key: 'csat', kind: 'CSAT', textEn: 'How was it?', textZh: '感觉如何？' }],
    })),
  },
  releaseFeedback: {
    allowed: ['analyst'],
    arguments: input((f) => ({
      feedbackId: f.feedbackId,
      occurredAt: f.feedbackOccurredAt,
      reason: 'Customers after all',
    })),
  },
  restoreDepartment: {
    allowed: ['administrator'],
    arguments: input((f) => ({ departmentId: f.emptyDepartmentId })),
  },
  retryBackgroundJob: { allowed: ['administrator'], arguments: input((f) => ({ jobId: f.jobId })) },
  reviseReviewTemplate: {
    allowed: ['hr'],
    arguments: input((f) => ({ templateId: f.publishedTemplateId })),
  },
  revokeRole: {
    allowed: ['administrator'],
    arguments: input((f) => ({ roleGrantId: f.roleGrantId })),
  },
  saveJourney: {
    allowed: ['analyst'],
    arguments: input(() => ({ nameEn: 'Journey', nameZh: '旅程' })),
  },
  savePreferences: { allowed: signedIn, arguments: input(() => ({ locale: 'ZH' })) },
  saveReview: {
    allowed: ['manager'],
    arguments: input((f) => ({
      reviewId: f.reviewInWritingId,
      revision: 1,
      goals: [],
      ratings: [],
      summary: 'Well done',
    })),
  },
  saveReviewTemplate: {
    allowed: ['hr'],
    arguments: input(() => ({
      nameEn: 'Template',
      nameZh: '模板',
      goalsWeight: 100,
      indicatorsWeight: 0,
      competenciesWeight: 0,
      hasComments: true,
      indicators: [],
      competencies: [],
      ratingLabels: [],
    })),
  },
  saveTouchpoint: {
    allowed: ['analyst'],
    arguments: input((f) => ({
      code: 'new',
      nameEn: 'New',
      nameZh: '新',
      ownerDepartmentId: f.storesId,
    })),
  },
  setTarget: {
    allowed: ['department_head', 'analyst'],
    arguments: input((f) => ({
      metricKey: 'nps',
      departmentId: f.storesId,
      target: 40,
      effectiveOn: '2026-11-01',
    })),
  },
  shareReview: {
    allowed: ['manager'],
    arguments: input((f) => ({ reviewId: f.submittedReviewId })),
  },
  signOutEverywhere: { allowed: signedIn },
  startManagerReviews: { allowed: ['hr'], arguments: input((f) => ({ cycleId: f.cycleId })) },
  readPeopleFileAs: {
    allowed: peopleKeepers,
    arguments: input((f) => ({ peopleImportId: f.peopleImportId })),
  },
  startPeopleImport: {
    allowed: peopleKeepers,
    arguments: input((f) => ({ peopleImportId: f.peopleImportId })),
  },
  submitReview: {
    allowed: ['manager'],
    arguments: input((f) => ({ reviewId: f.reviewInWritingId })),
  },
  takeBackFeedbackImport: {
    allowed: ['analyst'],
    arguments: input((f) => ({ importId: f.importId })),
  },
  transferEmployee: {
    allowed: peopleKeepers,
    arguments: input((f) => ({
      employeeId: f.employeeId,
      departmentId: f.serviceId,
      from: '2026-12-01',
      positionTitle: 'Adviser',
      revision: '',
    })),
  },
  updateDepartment: {
    allowed: ['administrator'],
    arguments: input((f) => ({
      departmentId: f.emptyDepartmentId,
      code: 'EMPTY',
      nameEn: 'Empty',
      nameZh: '空',
      revision: '',
    })),
  },
  updateEmployee: {
    allowed: peopleKeepers,
    arguments: input((f) => ({
      employeeId: f.employeeId,
      employeeNumber: 'N-2',
      fullName: 'New Name',
      locale: 'EN',
      revision: '',
    })),
  },
  updateOrganisation: {
    allowed: ['administrator'],
    arguments: input(() => ({
      nameEn: 'Aster',
      nameZh: '阿斯特',
      timeZone: 'Europe/London',
      defaultLocale: 'EN',
      revision: '',
    })),
  },
  withdrawAccess: {
    allowed: ['administrator'],
    arguments: input((f) => ({ employeeId: f.employeeId })),
  },
  withdrawReview: {
    allowed: ['manager'],
    arguments: input((f) => ({ reviewId: f.submittedReviewId })),
  },
};

function globalId(type: string, id: string): string {
  return Buffer.from(`${type}:${id}`).toString('base64');
}
