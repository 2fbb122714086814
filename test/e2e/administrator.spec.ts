import { expect, type Page, test } from '@playwright/test';

import { administrationMessages } from '../../app/locales/administration';
import { auditActionMessages } from '../../app/locales/audit';
import { identityMessages } from '../../app/locales/identity';
import { organisationMessages } from '../../app/locales/organisation';
import { randomId } from '../../platform/ids';
import { roleNames } from '../../universal/role-names';
import { expectAccessible } from './steps/expect-accessible';
import { signInAs } from './steps/sign-in-as';
import { watchConsole } from './steps/watch-console';

interface Face {
  language: 'en' | 'zh';
  /** Keeps apart what several runs make in one demo organisation. */
  mark: string;
  /** Somebody of the demo organisation without a granted role. */
  grantee: string;
}

const face: Face = {
  language: 'zh',
  mark: randomId().slice(0, 8).toUpperCase(),
  grantee: 'employee@aster.example',
};
test.use({ locale: 'zh-CN' });

test('an administrator looks after departments, people, roles, mails and jobs', async ({
  page,
}) => {
  test.setTimeout(240_000);
  const expectNoComplaints = watchConsole(page);
  await signInAs(page, 'admin');

  await addDepartment(page, face);
  const person = await addPerson(page, face);
  await transferPerson(page, face, person);
  await importPeople(page, face);
  await grantRole(page, face);
  await lookIntoTheMachine(page, face);
  expectNoComplaints();
});

async function addDepartment(page: Page, { language, mark }: Face): Promise<void> {
  const t = organisationMessages[language];
  await page.goto('/departments');
  await expect(
    page.getByRole('rowheader', { name: language === 'en' ? 'Camden store' : '卡姆登店' }),
  ).toBeVisible();
  await page.getByRole('link', { name: t.addDepartment }).click();
  await page.getByRole('button', { name: t.addDepartmentVerb }).click();
  await expect(page.getByRole('alert')).toBeVisible();
  await expectAccessible(page);

  await page.getByRole('main').getByLabel(t.nameEn).fill(`Bath store ${mark}`);
  await page.getByRole('main').getByLabel(t.nameZh).fill(`巴斯店 ${mark}`);
  await page.getByRole('main').getByLabel(t.code, { exact: true }).fill(`ST-BATH-${mark}`);
  await page
    .getByRole('main')
    .getByLabel(t.parent)
    .selectOption({ label: `\u2003${language === 'en' ? 'Stores' : '门店事业部'}` });
  await page.getByRole('button', { name: t.addDepartmentVerb }).click();
  await expect(
    page.getByRole('link', { name: nameOfStore(language, mark), exact: true }),
  ).toBeVisible();
}

const nameOfStore = (language: 'en' | 'zh', mark: string) =>
  language === 'en' ? `Bath store ${mark}` : `巴斯店 ${mark}`;

async function addPerson(page: Page, { language, mark }: Face): Promise<string> {
  const t = organisationMessages[language];
  const name = `Edda Example ${mark}`;
  await page.goto('/people');
  await page.getByRole('link', { name: t.addPerson }).first().click();
  await page.getByRole('main').getByLabel(t.name, { exact: true }).fill(name);
  await page.getByRole('main').getByLabel(t.number, { exact: true }).fill(`E2E-${mark}`);
  await page.getByRole('main').getByLabel(t.hiredOn).fill('2025-02-03');
  await page
    .getByRole('main')
    .getByLabel(t.department)
    .selectOption({ label: `\u2003\u2003${language === 'en' ? 'Camden store' : '卡姆登店'}` });
  await page.getByRole('main').getByLabel(t.position).fill('Adviser');
  await page.getByRole('main').getByLabel(t.manager).pressSequentially('Grace Marlowe');
  await expect(page.locator('datalist option').first()).toBeAttached();
  const suggested = await page.locator('datalist option').first().getAttribute('value');
  await page
    .getByRole('main')
    .getByLabel(t.manager)
    .fill(suggested ?? '');
  await expectAccessible(page);
  await page.getByRole('button', { name: t.addPersonVerb }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Grace Marlowe' })).toBeVisible();
  return name;
}

async function transferPerson(page: Page, { language, mark }: Face, name: string): Promise<void> {
  const t = organisationMessages[language];
  await page.getByRole('link', { name: t.transfer }).click();
  await expect(
    page.getByRole('heading', { level: 1, name: t.transferPerson({ name }) }),
  ).toBeVisible();
  await page.getByRole('main').getByLabel(t.transferFrom, { exact: true }).fill('2026-04-01');
  await page
    .getByRole('main')
    .getByLabel(t.department)
    .selectOption({ label: `\u2003\u2003${nameOfStore(language, mark)}` });
  await page.getByRole('button', { name: t.transferVerb }).click();

  const places = page.getByRole('region', { name: t.placements }).getByRole('row');
  await expect(places).toHaveCount(3);
  await expect(places.nth(1)).toContainText(nameOfStore(language, mark));
  await expect(places.nth(2)).toContainText(language === 'en' ? 'Camden store' : '卡姆登店');
}

async function importPeople(page: Page, { language, mark }: Face): Promise<void> {
  const t = organisationMessages[language];
  const content = [
    'employee_number,full_name,email,department_code,position,manager_number,hired_on,from_date',
    `IMP-${mark}-1,Lead Example ${mark},lead.${mark}@aster.example,ST-BATH-${mark},Lead,E2E-${mark},2025-03-03,`,
    `IMP-${mark}-2,陈小 ${mark},,ST-BATH-${mark},Adviser,IMP-${mark}-1,2025-03-03,`,
    `IMP-${mark}-3,Nowhere Example,,NOWHERE,Adviser,,2025-03-03,`,
  ].join('\n');
  await page.goto('/people/import');
  await page
    .getByRole('main')
    .getByLabel(t.importFile)
    .setInputFiles({
      name: `people-${mark}.csv`,
      mimeType: 'text/csv',
      buffer: Buffer.from(content),
    });
  await page.getByRole('button', { name: t.importUpload }).click();
  await expect(page.getByRole('heading', { name: t.importCheckedTitle })).toBeVisible({
    timeout: 60_000,
  });

  const refused = page.getByRole('region', { name: t.importRejectedTitle }).getByRole('row').last();
  await expect(refused.getByRole('rowheader')).toHaveText('4');
  await expect(refused.getByRole('cell')).toHaveText([
    'department_code',
    'NOWHERE',
    language === 'en'
      ? 'There is no department with this code or name.'
      : '没有使用该代码或名称的部门。',
  ]);
  await expectAccessible(page);
  await page.getByRole('button', { name: t.importStart }).click();
  await expect(page.getByRole('heading', { name: t.importDoneTitle })).toBeVisible({
    timeout: 60_000,
  });
  await expect(page.locator('dl')).toContainText(t.importCreated);

  await page.goto(`/people?q=IMP-${mark}`);
  await expect(page.getByRole('rowheader')).toHaveCount(2);
}

async function grantRole(page: Page, { language, grantee }: Face): Promise<void> {
  const t = identityMessages[language];
  await page.goto(`/settings/roles?q=${encodeURIComponent(grantee)}`);
  const row = page.getByRole('row').filter({ hasText: grantee });
  await row.getByRole('link').click();
  await page
    .getByRole('main')
    .getByLabel(t.role, { exact: true })
    .selectOption({ label: roleNames.case_owner[language] });
  await expectAccessible(page);
  await page.getByRole('button', { name: t.grant, exact: true }).click();
  await expect(page.getByText(t.roleGranted)).toBeVisible();
  await expect(row).toContainText(roleNames.case_owner[language]);
}

async function lookIntoTheMachine(page: Page, { language, mark }: Face): Promise<void> {
  const t = administrationMessages[language];
  await page.goto('/settings/audit?q=department.create');
  await expect(page.getByRole('row').nth(1)).toContainText(
    auditActionMessages[language]['department.create'],
  );

  await page.goto('/settings/outbox');
  await expect(page.getByRole('heading', { level: 1, name: t.outbox })).toBeVisible();
  await page.goto('/settings/jobs');
  await expect(page.getByRole('heading', { level: 1, name: t.jobs })).toBeVisible();

  const words = organisationMessages[language];
  await page.goto('/settings/organisation');
  await page.getByRole('button', { name: words.save }).click();
  await expect(page.getByText(words.saved)).toBeVisible();

  await page.goto(`/departments?q=${encodeURIComponent(`BATH-${mark}`)}`);
  await page.getByRole('link', { name: nameOfStore(language, mark), exact: true }).click();
  const verb = words.archiveDepartment({ name: nameOfStore(language, mark) });
  await page.getByRole('button', { name: verb }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toBeVisible();
  await expectAccessible(page);
  await dialog.getByRole('button', { name: verb }).click();
  await expect(page.getByRole('alert')).toContainText('3');
  await expectAccessible(page);
}
