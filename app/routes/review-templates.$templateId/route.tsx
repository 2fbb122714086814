import { parseWithZod } from '@conform-to/zod/v4';
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { PageHeader } from '../../components/page-header';
import { replyWithError } from '../../forms/reply';
import { UnsavedText } from '../../forms/unsaved-text';
import { useMessages } from '../../locale';
import { reviewTemplateMessages } from '../../locales/review-templates';
import { reviewMessages } from '../../locales/reviews';
import { pageTitle } from '../../page-title';
import { redirect } from '../../redirect';
import { previewOf } from './preview-action';
import { PublishedTemplate } from './published-template';
import {
  getReviewMetrics,
  getReviewTemplate,
  publishReviewTemplate,
  reviseReviewTemplate,
  saveReviewTemplate,
} from './template.document';
import { TemplateEditor } from './template-editor';
import { templateFormSchema } from './template-form';
import { templateWords } from './template-words';

export const meta = pageTitle(reviewTemplateMessages, (t) => t.templates);

const isNew = (templateId: string | undefined): boolean => templateId === 'new';

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { templateId = '' } = params;
  if (isNew(templateId)) {
    const { reviewMetrics } = await context.query(getReviewMetrics);
    return { template: undefined, metrics: reviewMetrics };
  }
  const { reviewTemplate, reviewMetrics } = await context.query(getReviewTemplate, { templateId });
  return { template: reviewTemplate, metrics: reviewMetrics };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const form = await request.formData();
  const wish = String(form.get('do') ?? '');
  form.delete('do');
  const { templateId = '' } = params;
  const submission = parseWithZod(form, { schema: templateFormSchema(context.locale) });
  if (wish === 'revise') {
    const revised = await context.mutate(reviseReviewTemplate, { input: { templateId } });
    if (!revised.ok)
      return { result: replyWithError(submission, revised.error), preview: undefined };
    throw redirect(`/review-templates/${templateId}`);
  }
  if (wish.startsWith('preview:'))
    return previewOf(context, form, Number(wish.slice('preview:'.length)));
  if (submission.status !== 'success') return { result: submission.reply(), preview: undefined };
  const saved = await context.mutate(saveReviewTemplate, {
    input: { ...submission.value, ...(!isNew(templateId) && { templateId }) },
  });
  if (!saved.ok) return { result: replyWithError(submission, saved.error), preview: undefined };
  if (wish === 'publish') {
    const published = await context.mutate(publishReviewTemplate, {
      input: { templateId: saved.data.templateId },
    });
    if (!published.ok)
      return { result: replyWithError(submission, published.error), preview: undefined };
  }
  throw redirect(`/review-templates/${saved.data.templateId}`);
}

export default function ReviewTemplate() {
  const t = useMessages(reviewTemplateMessages);
  const words = useMessages(reviewMessages);
  const { template, metrics } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <PageHeader
        title={template?.name.text ?? t.newTemplate}
        trail={[{ to: '/review-templates', label: t.templates }]}
        description={
          template && !template.publishedAt
            ? t.templateDraft({ version: template.version })
            : undefined
        }
      />
      {template?.publishedAt ? (
        <>
          <UnsavedText answer={answer?.result} words={templateWords(t, words, metrics)} />
          <PublishedTemplate template={template} />
        </>
      ) : (
        <TemplateEditor
          key={template?.templateId ?? 'new'}
          template={template}
          metrics={metrics}
          lastResult={answer?.result}
          preview={answer?.preview}
        />
      )}
    </>
  );
}
