import { getFormProps, type FormMetadata, type SubmissionResult } from '@conform-to/react';
import { Button } from '@mantine/core';
import type { LoaderFunctionArgs } from '@remix-run/node';
import { Link } from '@remix-run/react';
import type { ReactNode } from 'react';

import { PageHeader } from '../components/page-header';
import { Panel } from '../components/panel';
import { EditorForm, type StoredText } from '../forms/editor-form';
import { FormErrors } from '../forms/form-errors';
import { useMessages } from '../locale';
import { organisationMessages } from '../locales/organisation';
import { shellMessages } from '../locales/shell';
import classes from './person-form.module.css';
import { requireRole } from './require-role';
import { personToChange } from './save-person.document';

/** The person whom a form is about, and the departments there are, for those who may change people. */
export function loadPersonToChange({
  params,
  context,
}: Pick<LoaderFunctionArgs, 'params' | 'context'>) {
  requireRole(context, ['hr', 'administrator']);
  return context.query(personToChange, { employeeId: params['employeeId'] ?? '' });
}

interface PersonFormPageProps<Fields extends Record<string, unknown>> {
  person: { employeeId: string; fullName: string };
  title: string;
  description?: string;
  form: FormMetadata<Fields, string[]>;
  stored?: StoredText;
  answer: SubmissionResult | undefined;
  /** The button that sends it. */
  verb: ReactNode;
  /** The fields. */
  children: ReactNode;
}

/** A form that changes one thing about a person and leads back to them. */
export function PersonFormPage<Fields extends Record<string, unknown>>({
  person,
  title,
  description,
  form,
  stored,
  answer,
  verb,
  children,
}: PersonFormPageProps<Fields>) {
  const t = useMessages(organisationMessages);
  const words = useMessages(shellMessages);
  const page = `/people/${person.employeeId}`;
  return (
    <>
      <PageHeader
        title={title}
        {...(description ? { description } : {})}
        trail={[
          { to: '/people', label: t.people },
          { to: page, label: person.fullName },
        ]}
      />
      <Panel>
        <EditorForm
          {...getFormProps(form)}
          stored={stored}
          answer={answer}
          className={classes.form}
        >
          <FormErrors errors={form.allErrors} formId={form.id} />
          {children}
          <div className={classes.buttons}>
            {verb}
            <Button component={Link} to={page} variant="default">
              {words.cancel}
            </Button>
          </div>
        </EditorForm>
      </Panel>
    </>
  );
}
