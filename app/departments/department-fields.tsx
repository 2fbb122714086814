import { SelectField, TextField, type Choice, type FieldState } from '../forms/field';
import type { FormWords } from '../forms/field-words';
import { type MessagesOf, useMessages } from '../locale';
import { organisationMessages } from '../locales/organisation';
import { PersonField } from '../people/person-field';

interface DepartmentFieldsProps {
  fields: Record<'code' | 'nameEn' | 'nameZh' | 'parentDepartmentId' | 'head', FieldState>;
  /** Where it may lie: everywhere but in itself. */
  parents: readonly Choice[];
  asksForHead: boolean;
  /** The day from which a department that exists lies in a new place. */
  from?: FieldState;
}

/** What the fields of a department are called. */
export const departmentWords = (
  t: MessagesOf<typeof organisationMessages>,
  parents: readonly Choice[],
): FormWords => ({
  nameEn: t.nameEn,
  nameZh: t.nameZh,
  code: t.code,
  parentDepartmentId: { label: t.parent, choices: [{ value: '', label: t.topLevel }, ...parents] },
  head: t.head,
});

/** What a department is called, where it lies in the tree, and who leads it. */
export function DepartmentFields({ fields, parents, asksForHead, from }: DepartmentFieldsProps) {
  const t = useMessages(organisationMessages);
  return (
    <>
      <TextField field={fields.nameEn} label={t.nameEn} lang="en" />
      <TextField field={fields.nameZh} label={t.nameZh} lang="zh" />
      <TextField field={fields.code} label={t.code} help={t.codeHelp} />
      <SelectField
        field={fields.parentDepartmentId}
        label={t.parent}
        help={t.parentHelp}
        isOptional
        choices={parents}
        emptyChoice={t.topLevel}
      />
      {from && (
        <TextField field={from} label={t.movedFrom} help={t.movedFromHelp} type="date" isOptional />
      )}
      {asksForHead && <PersonField field={fields.head} label={t.head} help={t.headHelp} />}
    </>
  );
}
