import { FormProvider, parse, useForm } from '@conform-to/react';
import { parseWithZod } from '@conform-to/zod/v4';
import { Button } from '@mantine/core';
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';

import { formatCount } from '../../../universal/format';
import { EmptyState } from '../../components/empty-state';
import { Notice } from '../../components/notice';
import { PageHeader } from '../../components/page-header';
import { Panel } from '../../components/panel';
import { SelectField, TextField } from '../../forms/field';
import { EditorForm } from '../../forms/editor-form';
import { FormErrors } from '../../forms/form-errors';
import { replyWithError } from '../../forms/reply';
import { SubmitButton } from '../../forms/submit-button';
import { useLocale, useMessages } from '../../locale';
import { reviewCycleMessages } from '../../locales/review-cycles';
import { pageTitle } from '../../page-title';
import { redirect } from '../../redirect';
import { cycleFormSchema, defaultDays, dueSteps, type CycleForm } from './cycle-form';
import { getCycleChoices, getPopulation, launchReviewCycle } from './new-cycle.document';
import classes from './new-cycle.module.css';

export const meta = pageTitle(reviewCycleMessages, (t) => t.newCycle);

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { reviewTemplates, departments } = await context.query(getCycleChoices);
  return {
    templates: reviewTemplates.filter(({ publishedVersion }) => publishedVersion !== null),
    departments,
    templateId: new URL(request.url).searchParams.get('template') ?? '',
    dueOn: defaultDays(context.today),
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await request.formData();
  const wish = form.get('do');
  form.delete('do');
  const departmentId = form.get('departmentId');
  if (wish === 'count' && typeof departmentId === 'string' && departmentId !== '') {
    const { reviewPopulation } = await context.query(getPopulation, { departmentId });
    // The rest of the form may be half written; it stays, and nothing is held against it.
    const asTyped = parse(form, { resolve: (value) => ({ value }) });
    return { result: asTyped.reply(), population: reviewPopulation };
  }
  const submission = parseWithZod(form, { schema: cycleFormSchema(context.locale) });
  if (submission.status !== 'success') return { result: submission.reply(), population: undefined };
  const launched = await context.mutate(launchReviewCycle, { input: submission.value });
  if (!launched.ok)
    return { result: replyWithError(submission, launched.error), population: undefined };
  throw redirect(`/review-cycles/${launched.data.cycleId}`);
}

export default function NewReviewCycle() {
  const t = useMessages(reviewCycleMessages);
  const { templates } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title={t.newCycle}
        description={t.newCycleText}
        trail={[{ to: '/review-cycles', label: t.cycles }]}
      />
      {templates.length === 0 ? (
        <EmptyState
          title={t.noPublished}
          action={
            <Button component={Link} to="/review-templates">
              {t.toTemplates}
            </Button>
          }
        >
          {t.noPublishedText}
        </EmptyState>
      ) : (
        <CycleEditor />
      )}
    </>
  );
}

function CycleEditor() {
  const t = useMessages(reviewCycleMessages);
  const locale = useLocale();
  const { templates, departments, templateId, dueOn } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [form, fields] = useForm<CycleForm>({
    id: 'cycle',
    lastResult: answer?.result as never,
    defaultValue: { templateId: templateId || templates[0]?.templateId, departmentId: '', dueOn },
    shouldRevalidate: 'onSubmit',
  });
  const days = fields.dueOn.getFieldset();
  const labels = {
    goals: t.due_goals,
    managerReview: t.due_manager_review,
    share: t.due_share,
    acknowledge: t.due_acknowledge,
  };
  const population = answer?.population;
  return (
    <FormProvider context={form.context}>
      <EditorForm
        id={form.id}
        answer={answer?.result}
        onSubmit={form.onSubmit}
        noValidate
        preventScrollReset
        className={classes.form}
      >
        <button type="submit" name="do" value="launch" hidden tabIndex={-1} />
        <FormErrors errors={form.allErrors} formId={form.id} />
        <Panel title={t.name} description={t.nameText}>
          <div className={classes.fields}>
            <TextField field={fields.nameEn} label={t.english} />
            <TextField field={fields.nameZh} label={t.chinese} lang="zh" />
          </div>
        </Panel>
        <Panel title={t.who}>
          <div className={classes.fields}>
            <SelectField
              field={fields.templateId}
              label={t.template}
              choices={templates.map((template) => ({
                value: template.templateId,
                label: `${template.name}, ${t.version({ version: template.publishedVersion ?? 1 })}`,
              }))}
            />
            <SelectField
              field={fields.departmentId}
              label={t.population}
              help={t.populationHelp}
              emptyChoice={t.chooseDepartment}
              choices={departments.map((department) => ({
                value: department.departmentId,
                label: `${'\u00a0\u00a0\u00a0'.repeat(department.level)}${department.name}`,
              }))}
            />
          </div>
          <div className={classes.count}>
            <SubmitButton name="do" value="count" variant="default">
              {t.countPeople}
            </SubmitButton>
          </div>
          {population && (
            <Notice
              title={t.populationCount({ reviewed: formatCount(locale, population.reviewed) })}
            >
              {population.withoutManager > 0 &&
                t.populationWithout({ count: formatCount(locale, population.withoutManager) })}
            </Notice>
          )}
        </Panel>
        <Panel title={t.dates} description={t.datesText}>
          <div className={classes.fields}>
            {dueSteps.map((step) => (
              <TextField key={step} field={days[step]} label={labels[step]} type="date" />
            ))}
          </div>
        </Panel>
        <div>
          <SubmitButton name="do" value="launch">
            {t.launch}
          </SubmitButton>
        </div>
      </EditorForm>
    </FormProvider>
  );
}
