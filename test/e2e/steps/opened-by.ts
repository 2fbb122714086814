import type { DemoAccountName } from './sign-in-as';

/**
 * Who opens which pages: folders of app/routes, or addresses where one page has several faces. Each page is opened by
 * the person who sees most of it; by somebody else as well only where it shows that person something of another kind,
 * which stands beside it. A page with a key in its address stands after a page that links to it.
 */
export const openedBy: Readonly<Partial<Record<DemoAccountName, readonly string[]>>> = {
  executive: [
    // The whole organisation's scorecards.
    '_index',
    'scorecards._index',
    'scorecards.$departmentId',
    '/scorecards?view=heat',
    '/scorecards?view=trends',
    'metric-catalogue._index',
    'metric-catalogue.$key',
    // Results of every department.
    'pulse._index',
    'pulse.rounds.$roundId',
    'search',
    '/search?q=store',
  ],
  'head.stores': [
    // The form of the own targets.
    'scorecards._index',
    'scorecards.$departmentId',
  ],
  manager: [
    // The team's tasks, who takes part, and the reviews to write.
    '_index',
    'pulse._index',
    'reviews._index',
    'reviews.$reviewId',
  ],
  employee: [
    // The own tasks, answers and reviews.
    '_index',
    'pulse._index',
    'pulse.rounds.$roundId',
    'reviews._index',
    'reviews.$reviewId',
    'account',
    '$',
  ],
  hr: [
    '_index',
    // The planning of rounds.
    'pulse._index',
    'pulse.rounds._index',
    'review-templates._index',
    'review-templates.$templateId',
    '/review-templates/new',
    'review-cycles._index',
    'review-cycles.$cycleId',
    'review-cycles.new',
    // Everybody's reviews, one read without writing it.
    'reviews._index',
    'reviews.$reviewId',
  ],
  analyst: [
    '_index',
    'feedback._index',
    'feedback.held',
    'feedback.entries.$entryKey',
    'feedback.links._index',
    'feedback.links.$openLinkId',
    'touchpoints._index',
    'touchpoints.$touchpointId',
    '/touchpoints/new',
    'journeys.$journeyId',
    'imports._index',
    'imports.new',
    'imports.$importId',
  ],
  caseowner: [
    // The own tasks; comments without the links of an analyst.
    '_index',
    'feedback._index',
  ],
  admin: [
    '_index',
    'settings._index',
    'settings.organisation',
    'settings.roles',
    'settings.audit',
    'settings.jobs',
    'settings.outbox._index',
    'settings.outbox.$outboxMailId',
    'departments._index',
    'departments.$departmentId.edit',
    'departments.new',
    'people._index',
    'people.$employeeId._index',
    'people.$employeeId.edit',
    'people.$employeeId.transfer',
    'people.$employeeId.leave',
    'people.new',
    'people.invite',
    '/people/invite?chosen=1',
    'people.import._index',
    'people.import.$peopleImportId',
  ],
};

/** Opened by those who are not signed in. */
export const visitors: readonly string[] = ['sign-in', 'forgot-password', 'welcome.$token'];
