import { CheckboxField, type FieldState } from '../forms/field';
import { useMessages } from '../locale';
import { organisationMessages } from '../locales/organisation';

interface RehireFieldProps {
  field: FieldState;
  isShown?: boolean;
}

/** Whether someone who left is meant to come back; asked only where the answer matters. */
export function RehireField({ field, isShown = false }: RehireFieldProps) {
  const t = useMessages(organisationMessages);
  if (!isShown && !field.errors?.length && !field.defaultChecked) return null;
  return <CheckboxField field={field} label={t.comesBack} help={t.comesBackHelp} />;
}
