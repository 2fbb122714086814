import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { isRefusalCode, refusalText } from '../../../universal/intake/file-refusal';
import { Notice } from '../../components/notice';
import { PageHeader } from '../../components/page-header';
import { Panel } from '../../components/panel';
import { importMessages } from '../../locales/imports';
import { useMessages } from '../../locale';
import { pageTitle } from '../../page-title';
import { mayImport } from './may-import.document';
import { ImportSteps } from '../imports.$importId/import-steps';
import { UploadForm } from './upload-form';

export const meta = pageTitle(importMessages, (t) => t.newTitle);

/** What a refused upload came back with, when scripts are off. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  await context.query(mayImport);
  const search = new URL(request.url).searchParams;
  const code = search.get('problem');
  if (!isRefusalCode(code)) return { refusal: null };
  const params = Object.fromEntries([...search].filter(([name]) => name !== 'problem'));
  return { refusal: refusalText(code, { line: null, ...params })[context.locale] };
}

export default function NewImport() {
  const t = useMessages(importMessages);
  const { refusal } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title={t.newTitle}
        description={t.newIntro}
        trail={[{ to: '/imports', label: t.title }]}
      />
      <ImportSteps current="upload" />
      {refusal && (
        <Notice kind="bad" title={t.refusedTitle}>
          {refusal}
        </Notice>
      )}
      <Panel>
        <UploadForm />
      </Panel>
    </>
  );
}
