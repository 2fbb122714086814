import { gzipSync } from 'node:zlib';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Question } from '../universal/survey';
import { locales } from '../universal/text';
import { feedbackPage, noticePage, pulsePage, retryPage } from '.';

const question = (key: string, kind: Question['kind'], isRequired = false): Question => ({
  key,
  kind,
  isRequired,
  text: { en: `How about <${key}>?`, zh: `${key}怎么样？` },
});
const questions = [
  question('recommend', 'nps', true),
  question('satisfaction', 'csat'),
  question('effort', 'ces'),
  question('reason', 'comment'),
];
const frame = {
  locale: 'en',
  organisation: 'Fish & Sons',
  path: '/f/token',
  scriptPath: '/respond/x.js',
} as const;
const empty = { values: {}, problems: [] };
const feedback = {
  ...frame,
  touchpoint: 'Visit',
  questions,
  submissionKey: 'the-key',
  isKiosk: false,
};
const round = {
  name: 'Pulse',
  closesAt: new Date('2026-12-01T18:00:00Z'),
  timeZone: 'Europe/London',
  minimumGroup: 5,
  minimumCommentGroup: 10,
};

describe('the pages for those who answer', () => {
  it('escape everything that was typed or configured', () => {
    const page = feedbackPage({
      ...feedback,
      values: { reason: '</textarea><script>alert(1)</script>' },
      problems: [],
    });
    expect(page).not.toContain('<script>alert');
    expect(page).toContain('&lt;/textarea&gt;');
    expect(page).toContain('Fish &amp; Sons');
    expect(page).toContain('How about &lt;recommend&gt;?');
  });

  it('keep what was entered and lead from the summary to each question that needs attention', () => {
    const page = feedbackPage({
      ...feedback,
      values: { satisfaction: '4', reason: 'Kept\nas typed' },
      problems: [
        { questionKey: 'recommend', message: { en: 'Choose an answer.', zh: '请选择。' } },
      ],
    });
    expect(page).toMatch(/id="satisfaction-4"[^>]*checked/);
    expect(page).toContain('\nKept\nas typed</textarea>');
    expect(page).toContain('href="#recommend-0"');
    expect(page).toContain('id="recommend-0"');
    expect(page).toContain('<title>Error: How was it? Visit');
  });

  it('tell an employee who will see what, from which group size, before the first question', () => {
    const page = pulsePage({ ...frame, ...empty, round, questions, submissionKey: 'k' });
    const promise = page.slice(0, page.indexOf('<fieldset'));
    expect(promise).toContain('at least 5 answers');
    expect(promise).toContain('at least 10');
    expect(promise).toContain('Confidential');
    expect(promise).toContain('about one minute');
  });

  it.each(['en', 'zh'] as const)(
    'warn an employee (%s) before the first question where groups are so small that one can guess',
    (locale) => {
      const page = (minimumGroup: number) =>
        pulsePage({
          ...frame,
          ...empty,
          locale,
          round: { ...round, minimumGroup },
          questions,
          submissionKey: 'k',
        });
      for (const group of [3, 4]) {
        const promise = page(group).slice(0, page(group).indexOf('<fieldset'));
        expect(promise).toMatch(new RegExp(`<p class="warning">[^<]*${group}`));
      }
      expect(page(5)).not.toContain('class="warning"');
    },
  );

  it('carry the key that makes sending again count once', () => {
    const page = feedbackPage({ ...feedback, ...empty });
    expect(page).toContain('name="submission_key" value="the-key"');
    const retry = retryPage(frame, 'failed', { submission_key: 'the-key', reason: 'Mine' });
    expect(retry).toContain('name="submission_key" value="the-key"');
    expect(retry).toContain('value="Mine"');
  });

  it('keep no draft where the next person uses the same device', () => {
    expect(feedbackPage({ ...feedback, ...empty, isKiosk: true })).toContain('data-draft="none"');
    expect(pulsePage({ ...frame, ...empty, round, questions, submissionKey: 'k' })).toContain(
      'data-draft="entry"',
    );
  });

  it('give back what was typed when the link was closed meanwhile, and no scores', () => {
    const submitted = { submission_key: 'the-key', recommend: '9', reason: 'The <queue>\nis long' };
    const page = noticePage(frame, 'inactive', { typed: submitted });
    expect(page).toContain('What you had written');
    expect(page).toContain('The &lt;queue&gt;\nis long');
    expect(page).not.toContain('the-key');
    expect(page).not.toContain('>9<');
    expect(noticePage(frame, 'inactive', { typed: { recommend: '9' } })).not.toContain(
      'What you had written',
    );
  });

  it.each(locales)('offer the other language and speak only one themselves (%s)', (locale) => {
    const page = noticePage({ ...frame, locale }, 'inactive');
    expect(page).toContain(locale === 'zh' ? 'lang="zh-CN"' : 'lang="en-GB"');
    expect(page).toContain(locale === 'zh' ? '>English<' : '>中文<');
  });

  it('weigh at most 30 KB compressed with their script, in two requests', () => {
    const script = gzipSync(readFileSync(new URL('./browser/answer-page.js', import.meta.url)));
    for (const locale of locales) {
      const page = pulsePage({
        ...frame,
        ...empty,
        locale,
        round,
        questions: [
          ...questions,
          ...Array.from({ length: 4 }, (_, index) => question(`more_${index}`, 'agreement')),
        ],
        submissionKey: 'k',
      });
      expect(gzipSync(page).length + script.length).toBeLessThan(30_000);
      const requests =
        page.match(/<(script|img|link|iframe)[^>]*(src|href)="(?!data:)[^"]+"/g) ?? [];
      expect(requests).toHaveLength(1);
    }
  });
});
