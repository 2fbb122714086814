import { useState } from 'react';

import { CheckboxField, type FieldState } from '../forms/field';
import { useMessages } from '../locale';
import { organisationMessages } from '../locales/organisation';

interface RehireFieldProps {
  field: FieldState;
  isShown?: boolean;
}

/** Whether someone who left is meant to come back; asked only where the answer matters, and then it stays. */
export function RehireField({ field, isShown = false }: RehireFieldProps) {
  const t = useMessages(organisationMessages);
  const isAsked = isShown || Boolean(field.errors?.length) || field.defaultValue === 'on';
  const [wasAsked, setWasAsked] = useState(isAsked);
  // The question's own error goes away as soon as something is typed; the question must not.
  if (isAsked && !wasAsked) setWasAsked(true);
  if (!isAsked && !wasAsked) return null;
  return <CheckboxField field={field} label={t.comesBack} help={t.comesBackHelp} />;
}
