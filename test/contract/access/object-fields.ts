import type { Caller } from './callers';

/** Fields that not everybody who holds the object may read, and who may. */
export const guardedFields: Record<string, readonly Caller[]> = {
  'UserAccount.roleGrants': ['administrator'],
  // An id of something the caller may not see leads to nothing, like an id of nothing.
  'Query.nodes': [],
};

/**
 * The reviewed fields of every object. Whoever may hold the object reads all of them, but for the guarded ones. A
 * field that is not listed here fails the test: decide who may read it before it is added.
 */
export const objectFields: Record<string, string> = {
  AuditEntry:
    'action actorKind actorName auditEntryId details recordedAt requestId subjectId subjectName subjectType',
  BackgroundJob:
    'attempts createdAt jobId lastError maxAttempts name progressDone progressTotal runAt state title',
  BackgroundJobPage: 'jobs totalCount',
  Comment:
    'cesScore channel channelName csatScore department feedbackId npsScore occurredAt scorePercent text touchpoint',
  Department:
    'canUpdate code departmentId headEmployeeId headName id isArchived level memberCount name nameEn nameZh parent revision',
  DepartmentScorecard:
    'asOf byChannel byTouchpoint canSetTarget comparedWith department lines period periodSoFar',
  Employee:
    'access canUpdate department earlierEmployments email employeeId employeeNumber fullName hiredOn id leftOn locale managerEmployeeId managerName placeRevision placements positionTitle reportingLines revision',
  EarlierEmployment: 'hiredOn leftOn',
  EarlierFeedbackImport: 'createdAt differences fileName importId isSameFile sourceName',
  EmployeeAccess: 'account activeSince invitedAt lastSignedInAt linkExpiresAt refusal state',
  EncodingCandidate: 'encoding name preview',
  FeedbackImport:
    'changeSamples changes columns createdAt delimiter earlierImport encoding encodingCandidates encodingCertainty failure fileBytes fileName finishedAt guess importId mapping mappingName offeredMappings percent period profile rejectedRows revision rowsChanged rowsRead rowsRejected rowsSkipped rowsStored rowsUnchanged sample secondsLeft source status suggestedMatches takeBack tally',
  FeedbackEntry:
    'addedBy cesScore channelName csatScore department feedbackId holds isHeld npsScore occurredAt occurredOn text touchpoint',
  FeedbackHold: 'heldAt reason releaseReason releasedAt',
  ImportChangeCount: 'field rows',
  ImportChangeSample: 'after before field line',
  ImportColumnMapping:
    'channel comment date dateOrder defaultTouchpointId department respondent rowId scores touchpoint',
  ImportDepartmentMatch: 'action departmentId path sameAs',
  ImportFailure: 'message step',
  ImportMapping: 'columns createUnderId departments',
  ImportProblem: 'code column reason value',
  ImportProfile: 'dateOrder datesInOtherFormat rows unreadableDates',
  ImportRejectedRow: 'line problems',
  ImportSampleRow: 'line values',
  ImportScoreColumn: 'best column metric',
  ImportScoreTally: 'metric satisfied scored',
  ImportSimilarValue: 'path',
  ImportSuggestedMatch: 'match path rows similarDepartmentIds similarPaths',
  ImportTakeBackPlan: 'added changed changedSince foundSince isForgotten',
  ImportTally: 'path rows scores',
  IndicatorBands: 'stretch target threshold',
  IndicatorPreview: 'lines period separation',
  IndicatorPreviewLine:
    'countedValue department interval n score scoreRange status target targetSource value',
  Interval: 'high low',
  Journey: 'journeyId name nameEn nameZh revision stages',
  LaterFeedbackImport: 'fileName importId rows',
  Measurement: 'interval isTooFew n npsCounts people value',
  Metric:
    'direction effectiveOn formula grain id isAdditive key lowestLevel minimumN name owner scaleMaximum scaleMinimum status unit version',
  MetricChange: 'confidence difference direction interval isSignificant pValue',
  NpsCounts: 'detractors passives promoters',
  OpenLink:
    'address channel createdAt deactivatedAt departmentId departmentName label openLinkId qrCodeSvg surveyName touchpointId touchpointName',
  Organisation: 'canUpdate defaultLocale name nameEn nameZh organisationId revision timeZone',
  OutboxMail: 'attempts createdAt lastError outboxMailId sentAt state subject to',
  OutboxMailContent: 'html links mail text',
  OwnPulse: 'daysLeft isAnswered path round',
  PageInfo: 'endCursor hasNextPage hasPreviousPage startCursor',
  PeopleImport:
    'createdAt dateCandidates dateOrder encoding encodingCandidates encodingCertainty failure fileName finishedAt ignoredColumns peopleImportId rejectedRows revision state tally unknownDepartments',
  PeopleImportTally: 'created judged rehired rejected rows stored unchanged updated',
  Period: 'endOn key kind startOn',
  PersonRowProblem: 'field reason value',
  Placement: 'department from positionTitle to',
  PulseComment: 'body commentId',
  PulseCommentPage: 'comments hasMore',
  PulseDepartmentResults: 'department figures',
  PulseFigure:
    'bound change changeInterval favourableBound favourablePercent interval isChangeBeyondNoise key n value',
  PulseFigures: 'drivers engagement enps',
  PulseParticipation: 'answered asked department',
  PulseProgramme: 'isLocked minimumCommentGroup minimumGroup mode name programmeId',
  PulseResults: 'department figures round statements tenure trend',
  PulseRound:
    'canManage closesAt isReleased minimumCommentGroup minimumGroup mode name number opensAt roundId status',
  PulseStatement: 'key text',
  PulseTenureResults: 'band figures',
  PulseTrendPoint: 'engagement enps round',
  RejectedPersonRow: 'line problems',
  RememberedImportMapping: 'columns importMappingId name updatedAt',
  ReportingLine: 'from managerName to',
  Review:
    'acknowledgedAt acknowledgementNote canWrite content cycleId cycleName departmentName dueOn employeeName id managerName overallScore party positionTitle reviewId revision savedAt sharedAt step submittedAt summary',
  ReviewCompetency: 'competencyId label rating remark',
  ReviewContent:
    'areGoalsEqual competencies goals hasComments highestAchievement indicators isRescaled overallScore range ratingLabels sections',
  ReviewCountedValue: 'interval populationMean populationSize priorWeight value',
  ReviewCycle:
    'acknowledgedCount closedAt cycleId department launchedAt managerReviewRequestedAt managerReviewStartedAt name reviewCount sharedCount steps templateId templateName templateVersion withoutManager',
  ReviewCycleStep: 'count dueOn step',
  ReviewEvidence:
    'counted coversScores departmentName effectiveN frozenAt intervalHigh intervalLow metricVersion n people periodFrom periodTo query responseCount responseHash score scoreRange sentence status targetSource value version',
  ReviewGoal: 'achievement goalId measure title weight',
  ReviewIndicator:
    'countedWeight evidence indicatorId metric minimumN scope stretch target threshold weight',
  ReviewLabel: 'en text zh',
  ReviewMetric: 'direction key maximum minimum minimumN name suggestedBands unit',
  ReviewPopulation: 'reviewed withoutManager',
  ReviewSection: 'countedWeight kind range score weight',
  ReviewTemplate:
    'competencies competenciesWeight goalsWeight hasComments indicators indicatorsWeight name publishedAt ratingLabels revision templateId updatedAt version',
  ReviewTemplateSummary:
    'cycleCount indicatorCount isDraft name publishedVersion templateId updatedAt version',
  RoleGrant: 'department grantedAt role roleGrantId',
  ScorecardGrid: 'asOf comparedWith metrics period periodSoFar rows',
  ScorecardGroup: 'key lines name',
  ScorecardGroupLine: 'change current metric previous',
  ScorecardLine: 'change current metric previous status target trend',
  ScorecardRow: 'department lines',
  ScorecardTarget: 'departmentId effectiveOn metric target',
  Session: 'expiresAt sessionKey signedInAt userAgent',
  Stage: 'kind name stageId',
  Survey: 'audience name surveyId version',
  SurveyVersion: 'surveyId surveyVersionId version',
  TemplateCompetency: 'competencyId label',
  TargetOfDay: 'revision target',
  TemplateIndicator:
    'direction indicatorId metric metricVersion minimumN scope stretch target threshold weight',
  Touchpoint:
    'code id isArchived name nameEn nameZh owner ownerDepartmentId revision stageId touchpointId',
  TrendPoint: 'isPartial measurement period target',
  UnknownDepartment: 'rows similarDepartmentIds value',
  UserAccount: 'canGrantRole displayName email id isDisabled isEmployee roleGrants userAccountId',
  Viewer: 'account displayName roles sessions',
};
