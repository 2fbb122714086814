import type { DemoAccountName } from './sign-in-as';

/** What shows something else to every role that has it. */
const own = ['_index', 'pulse._index', 'reviews._index'];
const scorecards = ['scorecards._index', 'scorecards.$departmentId'];

/**
 * Who opens which pages: folders of app/routes, or addresses where one page has several faces. Each page is opened by
 * the person who sees most of it, and by every role to whom it shows something else. A page with a key in its address
 * stands after a page that links to it.
 */
export const openedBy: Readonly<Partial<Record<DemoAccountName, readonly string[]>>> = {
  executive: [
    ...own,
    ...scorecards,
    '/scorecards?view=heat',
    '/scorecards?view=trends',
    'metric-catalogue._index',
    'metric-catalogue.$key',
    'feedback._index',
    'pulse.rounds.$roundId',
    'search',
    '/search?q=store',
  ],
  'head.stores': [...own, ...scorecards, 'reviews.$reviewId'],
  manager: [...own, ...scorecards, 'pulse.rounds.$roundId', 'reviews.$reviewId'],
  employee: [...own, 'pulse.rounds.$roundId', 'reviews.$reviewId', 'account', '$'],
  hr: [
    ...own,
    ...scorecards,
    'pulse.rounds._index',
    'review-templates._index',
    'review-templates.$templateId',
    '/review-templates/new',
    'review-cycles._index',
    'review-cycles.$cycleId',
    'review-cycles.new',
    'reviews.$reviewId',
    'people._index',
  ],
  analyst: [
    '_index',
    'pulse._index',
    ...scorecards,
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
  caseowner: ['_index', 'pulse._index', 'feedback._index'],
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
