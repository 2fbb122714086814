import { Button } from '@mantine/core';
import type { LoaderFunctionArgs } from '@remix-run/node';
import { Link, useLoaderData, useSearchParams } from '@remix-run/react';

import { isRefusalCode, refusalText } from '../../../universal/intake/file-refusal';
import { formatDateTime } from '../../../universal/format';
import { DataTable } from '../../components/data-table';
import { Notice } from '../../components/notice';
import { PageHeader } from '../../components/page-header';
import { Panel } from '../../components/panel';
import { useLocale, useMessages, useTimeZone } from '../../locale';
import { organisationMessages } from '../../locales/organisation';
import { pageTitle } from '../../page-title';
import { ImportStateBadge } from '../../people/import-state';
import { listImportsOfPeople } from '../../people/people-import.document';
import classes from '../../people/person-form.module.css';

export const meta = pageTitle(organisationMessages, (t) => t.importTitle);

export async function loader({ context }: LoaderFunctionArgs) {
  const { peopleImports } = await context.query(listImportsOfPeople);
  return { imports: peopleImports };
}

export default function ImportPeople() {
  const t = useMessages(organisationMessages);
  const [search] = useSearchParams();
  const locale = useLocale();
  const timeZone = useTimeZone();
  const { imports } = useLoaderData<typeof loader>();
  const code = search.get('problem');
  const params = Object.fromEntries([...search].filter(([name]) => name !== 'problem'));
  const problem = isRefusalCode(code) ? refusalText(code, { line: null, ...params })[locale] : null;
  return (
    <>
      <PageHeader
        title={t.importTitle}
        description={t.importText}
        trail={[{ to: '/people', label: t.people }]}
      />
      {problem && <Notice kind="bad">{problem}</Notice>}
      <Panel>
        {/* Goes past the router: the file is streamed, and the answer is the page of the import. */}
        <form
          method="post"
          action="/uploads/people"
          encType="multipart/form-data"
          className={classes.form}
        >
          <div className={classes.file}>
            <label htmlFor="people-file">{t.importFile}</label>
            <input
              id="people-file"
              name="file"
              type="file"
              accept=".csv,.tsv,.txt,text/csv,text/tab-separated-values"
              required
              aria-describedby="people-file-help"
            />
            <p id="people-file-help" className="quiet">
              {t.importFileHelp}
            </p>
          </div>
          <div className={classes.buttons}>
            <Button type="submit">{t.importUpload}</Button>
            <Button component="a" href="/downloads/people/template.csv" download variant="default">
              {t.importTemplate}
            </Button>
          </div>
        </form>
      </Panel>
      <Panel flush title={t.importNewest}>
        <DataTable
          caption={t.importNewest}
          rows={imports}
          rowId={(row) => row.peopleImportId}
          empty={<p className={classes.nothing}>{t.importNone}</p>}
          columns={[
            {
              id: 'file',
              header: t.importFile,
              enableSorting: false,
              isRowHeader: true,
              cell: ({ row }) => (
                <Link to={`/people/import/${row.original.peopleImportId}`}>
                  {row.original.fileName}
                </Link>
              ),
            },
            {
              id: 'state',
              header: t.importState,
              enableSorting: false,
              cell: ({ row }) => <ImportStateBadge state={row.original.state} />,
            },
            {
              id: 'when',
              header: t.importWhen,
              enableSorting: false,
              isMinor: true,
              cell: ({ row }) => formatDateTime(locale, row.original.createdAt, timeZone),
            },
          ]}
        />
      </Panel>
    </>
  );
}
