import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

/** Forms that need no draft, each with its reason. Everything else that is posted is an `EditorForm`. */
const without: Record<string, string> = {
  'app/components/confirm-dialog.tsx': 'asks once and holds no text',
  'app/shell/preferences.tsx': 'switches; each press is stored',
  'app/shell/user-menu.tsx': 'signs out',
  'app/routes/account/password-form.tsx': 'passwords are never kept',
  'app/routes/welcome.$token/choose-password-form.tsx': 'passwords are never kept',
  'app/routes/forgot-password/route.tsx': 'for who is not signed in; the address comes back',
  'app/routes/sign-in/route.tsx': 'for who is not signed in; the address comes back',
  'app/routes/sign-in/demo-accounts.tsx': 'buttons',
  'app/routes/people.invite/route.tsx': 'a button',
  'app/routes/people.$employeeId._index/access-panel.tsx': 'buttons',
  'app/intake/encoding-choice.tsx': 'a choice from a list; the import keeps what was sent',
  'app/routes/people.import.$peopleImportId/route.tsx': 'a button',
  'app/routes/people.import.$peopleImportId/date-order-choice.tsx':
    'a choice from a list; the import keeps what was sent',
  'app/routes/people.import._index/route.tsx': 'a file, which a browser never fills in itself',
  'app/routes/imports.new/upload-form.tsx': 'a file, which a browser never fills in itself',
  'app/routes/imports.$importId/report-step.tsx': 'a button',
  'app/routes/review-cycles.$cycleId/cycle-actions.tsx': 'buttons',
  'app/routes/reviews.$reviewId/manager-steps.tsx': 'buttons',
  'app/routes/review-templates.$templateId/published-template.tsx': 'a button',
  'app/routes/settings.jobs/job-columns.tsx': 'buttons',
  'app/routes/touchpoints.$touchpointId/route.tsx': 'a button beside its editor',
};

const folder = join(import.meta.dirname, '..');
const pages = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.tsx'))
  .map((path) => ({ path: `app/${path}`, source: readFileSync(join(folder, path), 'utf8') }))
  .filter(({ path }) => path !== 'app/forms/editor-form.tsx');

describe('the forms of the portal', () => {
  it('keep what is typed, but for those whose reason is known', () => {
    const posted = pages.filter(({ source }) =>
      /<(?:fetcher\.)?[Ff]orm\s[^>]*method="post"/.test(source),
    );
    expect(posted.map(({ path }) => path).sort()).toEqual(Object.keys(without).sort());
  });
});
