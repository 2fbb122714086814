import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { languageTag, locales } from '../universal/text';
import { pulsePage, respondentMessages } from '.';

const said = readFileSync('docs/security.md', 'utf8').replace(/\n> ?/g, ' ').replace(/\s+/g, ' ');

describe.each(locales)('what an employee is promised (%s)', (locale) => {
  const { pulseMode, pulseDatabase } = respondentMessages[locale];
  const page = pulsePage({
    locale,
    organisation: 'Works',
    path: '/p/token',
    scriptPath: '/script.js',
    round: {
      name: 'Team pulse',
      closesAt: new Date('2026-11-30T18:00:00Z'),
      timeZone: 'Europe/London',
      minimumGroup: 5,
      minimumCommentGroup: 10,
    },
    questions: [],
    submissionKey: 'k',
    values: {},
    problems: [],
  });

  it('stands before the questions, in the words that the documentation answers for', () => {
    expect(page).toContain(`lang="${languageTag(locale)}"`);
    for (const sentence of [pulseMode, pulseDatabase]) {
      expect(page.indexOf(sentence)).toBeGreaterThan(0);
      expect(page.indexOf(sentence)).toBeLessThan(page.indexOf('<form'));
      expect(said).toContain(sentence);
    }
  });
});
