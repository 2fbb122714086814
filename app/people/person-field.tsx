import { useFetcher } from '@remix-run/react';
import { useEffect, useRef, type ReactNode } from 'react';

import { TextField, type FieldState } from '../forms/field';
import type { loader } from '../routes/people.suggestions/route';

const patienceMs = 200;

interface PersonFieldProps {
  field: FieldState;
  label: ReactNode;
  help?: ReactNode;
}

/** One person, or nobody: suggestions while typing; without scripts the employee number does. */
export function PersonField({ field, label, help }: PersonFieldProps) {
  const { load, data } = useFetcher<typeof loader>();
  const timer = useRef<ReturnType<typeof setTimeout>>();
  const listId = `${field.id}-people`;
  useEffect(() => () => clearTimeout(timer.current), []);
  return (
    <>
      <TextField
        field={field}
        label={label}
        help={help}
        isOptional
        list={listId}
        autoComplete="off"
        onInput={({ currentTarget: { value } }) => {
          clearTimeout(timer.current);
          timer.current = setTimeout(
            () => load(`/people/suggestions?q=${encodeURIComponent(value)}`),
            patienceMs,
          );
        }}
      />
      <datalist id={listId}>
        {data?.people.map(({ words, position }) => (
          <option key={words} value={words}>
            {position}
          </option>
        ))}
      </datalist>
    </>
  );
}
