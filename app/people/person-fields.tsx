import { SelectField, TextField, type Choice, type FieldState } from '../forms/field';
import type { FormWords } from '../forms/field-words';
import { type MessagesOf, useMessages } from '../locale';
import { organisationMessages } from '../locales/organisation';
import { PersonField } from './person-field';

type Words = MessagesOf<typeof organisationMessages>;

const languages = (t: Words) => [
  { value: 'en', label: t.english },
  { value: 'zh', label: t.chinese },
];

/** What the fields of who somebody is are called. */
export const identityWords = (t: Words): FormWords => ({
  fullName: t.name,
  employeeNumber: t.number,
  email: t.email,
  locale: { label: t.language, choices: languages(t) },
});

/** What the fields of where somebody works are called. */
export const placeWords = (t: Words, departments: readonly Choice[]): FormWords => ({
  departmentId: { label: t.department, choices: departments },
  positionTitle: t.position,
  manager: t.manager,
});

/** Who somebody is. */
export function IdentityFields({
  fields,
}: {
  fields: Record<'employeeNumber' | 'fullName' | 'email' | 'locale', FieldState>;
}) {
  const t = useMessages(organisationMessages);
  return (
    <>
      <TextField field={fields.fullName} label={t.name} autoComplete="off" />
      <TextField
        field={fields.employeeNumber}
        label={t.number}
        help={t.numberHelp}
        autoComplete="off"
      />
      <TextField
        field={fields.email}
        label={t.email}
        help={t.emailHelp}
        isOptional
        type="email"
        autoComplete="off"
      />
      <SelectField
        field={fields.locale}
        label={t.language}
        help={t.languageHelp}
        choices={languages(t)}
      />
    </>
  );
}

/** Where somebody works, as what and for whom. */
export function PlaceFields({
  fields,
  departments,
}: {
  fields: Record<'departmentId' | 'positionTitle' | 'manager', FieldState>;
  departments: readonly Choice[];
}) {
  const t = useMessages(organisationMessages);
  return (
    <>
      <SelectField
        field={fields.departmentId}
        label={t.department}
        choices={departments}
        emptyChoice={t.chooseDepartment}
      />
      <TextField field={fields.positionTitle} label={t.position} help={t.positionHelp} isOptional />
      <PersonField field={fields.manager} label={t.manager} help={t.managerHelp} />
    </>
  );
}
