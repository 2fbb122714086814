import { SelectField, TextField, type Choice, type FieldState } from '../forms/field';
import { useMessages } from '../locale';
import { organisationMessages } from '../locales/organisation';
import { PersonField } from './person-field';

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
        choices={[
          { value: 'en', label: t.english },
          { value: 'zh', label: t.chinese },
        ]}
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
