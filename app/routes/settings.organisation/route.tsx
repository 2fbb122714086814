import { getFormProps, useForm } from '@conform-to/react';
import { parseWithZod } from '@conform-to/zod/v4';
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData, useSearchParams } from '@remix-run/react';

import { formErrorMap } from '../../../universal/form-error-map';
import { organisationForm } from '../../../universal/organisation/forms';
import { readOrganisation, updateOrganisation } from '../../administration/administration.document';
import { Notice } from '../../components/notice';
import { PageHeader } from '../../components/page-header';
import { Panel } from '../../components/panel';
import { EditorForm } from '../../forms/editor-form';
import { SelectField, TextField } from '../../forms/field';
import { FormErrors } from '../../forms/form-errors';
import { replyWithError } from '../../forms/reply';
import { SubmitButton } from '../../forms/submit-button';
import { useLocale, useMessages } from '../../locale';
import { administrationMessages } from '../../locales/administration';
import { organisationMessages } from '../../locales/organisation';
import { pageTitle } from '../../page-title';
import classes from '../../people/person-form.module.css';
import { requireRole } from '../../people/require-role';
import { redirect } from '../../redirect';

export const meta = pageTitle(organisationMessages, (t) => t.organisation);

export async function loader({ context }: LoaderFunctionArgs) {
  requireRole(context, ['administrator']);
  const { organisation } = await context.query(readOrganisation);
  return { organisation, timeZones: ['UTC', ...Intl.supportedValuesOf('timeZone')] };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await request.formData();
  const submission = parseWithZod(form, {
    schema: organisationForm,
    error: formErrorMap(context.locale),
  });
  if (submission.status !== 'success') return submission.reply();
  const { defaultLocale, revision = '', ...change } = submission.value;
  const outcome = await context.mutate(updateOrganisation, {
    input: { ...change, revision, defaultLocale: defaultLocale === 'zh' ? 'ZH' : 'EN' },
  });
  if (!outcome.ok) return replyWithError(submission, outcome.error);
  throw redirect('/settings/organisation?saved=yes');
}

export default function OrganisationSettings() {
  const t = useMessages(organisationMessages);
  const words = useMessages(administrationMessages);
  const locale = useLocale();
  const [search] = useSearchParams();
  const { organisation, timeZones } = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>();
  const stored = {
    nameEn: organisation.nameEn,
    nameZh: organisation.nameZh,
    timeZone: organisation.timeZone,
    defaultLocale: organisation.defaultLocale === 'ZH' ? 'zh' : 'en',
  };
  const [form, fields] = useForm({
    id: 'organisation',
    lastResult,
    defaultValue: stored,
    shouldRevalidate: 'onInput',
    onValidate: ({ formData }) =>
      parseWithZod(formData, { schema: organisationForm, error: formErrorMap(locale) }),
  });
  const languages = [
    { value: 'en', label: t.english },
    { value: 'zh', label: t.chinese },
  ];
  const known = timeZones.includes(organisation.timeZone)
    ? timeZones
    : [organisation.timeZone, ...timeZones];
  return (
    <>
      <PageHeader
        title={t.organisation}
        description={t.organisationText}
        trail={[{ to: '/settings', label: words.settings }]}
      />
      {search.get('saved') && !lastResult && <Notice kind="good">{t.saved}</Notice>}
      <Panel>
        <EditorForm
          {...getFormProps(form)}
          stored={{
            revision: organisation.revision,
            fields: stored,
            words: {
              nameEn: t.nameEn,
              nameZh: t.nameZh,
              timeZone: t.timeZone,
              defaultLocale: { label: t.defaultLocale, choices: languages },
            },
          }}
          answer={lastResult}
          className={classes.form}
        >
          <FormErrors errors={form.allErrors} formId={form.id} />
          <TextField field={fields.nameEn} label={t.nameEn} lang="en" />
          <TextField field={fields.nameZh} label={t.nameZh} lang="zh" />
          <SelectField
            field={fields.timeZone}
            label={t.timeZone}
            help={t.timeZoneHelp}
            choices={known.map((zone) => ({ value: zone, label: zone }))}
          />
          <SelectField
            field={fields.defaultLocale}
            label={t.defaultLocale}
            help={t.defaultLocaleHelp}
            choices={languages}
          />
          <div className={classes.buttons}>
            <SubmitButton>{t.save}</SubmitButton>
          </div>
        </EditorForm>
      </Panel>
    </>
  );
}
