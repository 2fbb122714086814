import { useForm } from '@conform-to/react';
import { parseWithZod } from '@conform-to/zod/v4';
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { formErrorMap } from '../../../universal/form-error-map';
import { transferForm } from '../../../universal/organisation/forms';
import { messagesOf } from '../../../universal/text';
import { departmentChoices } from '../../departments/department-choices';
import { TextField } from '../../forms/field';
import { replyWithError } from '../../forms/reply';
import { SubmitButton } from '../../forms/submit-button';
import { perPath } from '../../forms/per-path';
import { useLocale, useMessages } from '../../locale';
import { organisationMessages } from '../../locales/organisation';
import { pageTitle } from '../../page-title';
import { findPerson, personWords } from '../../people/find-person';
import { PlaceFields, placeWords } from '../../people/person-fields';
import { RehireField } from '../../people/rehire-field';
import { personsNumber, transferPerson } from '../../people/save-person.document';
import { loadPersonToChange, PersonFormPage } from '../../people/person-form-page';
import { redirect } from '../../redirect';

export const meta = pageTitle(organisationMessages, (t) => t.transfer);

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { employee, departments } = await loadPersonToChange({ params, context });
  const manager = employee.managerEmployeeId
    ? await context.query(personsNumber, { employeeId: employee.managerEmployeeId })
    : undefined;
  return {
    person: employee,
    departments,
    manager: manager ? personWords(manager.employee) : '',
    today: context.today,
  };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const form = await request.formData();
  const submission = parseWithZod(form, {
    schema: transferForm,
    error: formErrorMap(context.locale),
  });
  if (submission.status !== 'success') return submission.reply();
  const { manager, positionTitle = '', revision = '', ...place } = submission.value;
  const managerEmployeeId = await findPerson(context, manager);
  if (managerEmployeeId === undefined) {
    return submission.reply({
      fieldErrors: { manager: [messagesOf(organisationMessages, context.locale).managerUnknown] },
    });
  }
  const employeeId = params['employeeId'] ?? '';
  const outcome = await context.mutate(transferPerson, {
    input: { ...place, positionTitle, employeeId, managerEmployeeId, revision },
  });
  if (!outcome.ok) return replyWithError(submission, outcome.error);
  throw redirect(`/people/${employeeId}`);
}

function TransferPerson() {
  const t = useMessages(organisationMessages);
  const locale = useLocale();
  const { person, departments, manager, today } = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>();
  const choices = departmentChoices(departments);
  const hasLeft = person.leftOn !== null && person.leftOn <= today;
  const stored = {
    departmentId: person.department?.departmentId ?? '',
    positionTitle: person.positionTitle ?? '',
    manager,
    from: person.hiredOn > today ? person.hiredOn : today,
    // Whoever opens this page of somebody who left means to take them back.
    ...(hasLeft && { rehire: 'on' }),
  };
  const [form, fields] = useForm({
    id: 'transfer',
    lastResult,
    defaultValue: stored,
    shouldRevalidate: 'onInput',
    onValidate: ({ formData }) =>
      parseWithZod(formData, { schema: transferForm, error: formErrorMap(locale) }),
  });
  return (
    <PersonFormPage
      person={person}
      title={(hasLeft ? t.rehirePerson : t.transferPerson)({ name: person.fullName })}
      description={hasLeft ? t.rehireText : t.transferText}
      form={form}
      stored={{
        revision: person.placeRevision ?? '',
        fields: stored,
        words: placeWords(t, choices),
      }}
      answer={lastResult}
      verb={<SubmitButton>{hasLeft ? t.rehire : t.transferVerb}</SubmitButton>}
    >
      <TextField field={fields.from} label={t.transferFrom} help={t.transferFromHelp} type="date" />
      <RehireField field={fields.rehire} isShown={hasLeft} />
      <PlaceFields fields={fields} departments={choices} />
    </PersonFormPage>
  );
}

export default perPath(TransferPerson);
