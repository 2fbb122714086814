import { Form, useSearchParams, type FormProps } from '@remix-run/react';
import { useEffect, useRef } from 'react';

import { pageParameters } from './address';

interface FilterFormProps extends Omit<FormProps, 'method'> {
  /** The parameters that the fields of this form are named after; it keeps all others, save the page of a list. */
  parameters: readonly string[];
}

/**
 * A form whose fields stand in the address. They are never made anew when the address changes, so that the focus and
 * what is being typed outlive every move that is under way.
 */
export function FilterForm({ parameters, children, ...form }: FilterFormProps) {
  const element = useRef<HTMLFormElement>(null);
  const [search] = useSearchParams();
  const followed = useRef(search);
  useEffect(() => {
    if (!element.current || followed.current === search) return;
    for (const field of element.current.elements) {
      const name = field.getAttribute('name') ?? '';
      if (!parameters.includes(name)) continue;
      const value = search.get(name) ?? '';
      if (field instanceof HTMLSelectElement) choose(field, value);
      else if (field instanceof HTMLInputElement) {
        // Text that differs from what was asked for has not been sent yet.
        const isSent = field.value.trim() === (followed.current.get(name) ?? '').trim();
        if (isSent) field.value = value;
      }
    }
    followed.current = search;
  }, [search, parameters]);
  const kept = [...search].filter(
    ([name]) => !parameters.includes(name) && !pageParameters.has(name),
  );
  return (
    <Form {...form} ref={element} method="get">
      {kept.map(([name, value]) => (
        <input key={name + value} type="hidden" name={name} value={value} />
      ))}
      {children}
    </Form>
  );
}

/** An address may ask for what is not offered; then the field shows its first choice, as at the start. */
function choose(field: HTMLSelectElement, value: string): void {
  const isOffered = [...field.options].some((option) => option.value === value);
  field.value = isOffered ? value : '';
}
