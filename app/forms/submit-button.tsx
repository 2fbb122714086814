import { Button, type ButtonProps } from '@mantine/core';
import { useNavigation } from '@remix-run/react';
import type { ReactNode } from 'react';

interface SubmitButtonProps extends Pick<ButtonProps, 'variant' | 'color' | 'fullWidth' | 'size'> {
  children: ReactNode;
  name?: string;
  value?: string;
  form?: string;
}

/** Says the verb; while its own form is on the way it turns, and a second press does nothing. */
export function SubmitButton({ name, value, ...rest }: SubmitButtonProps) {
  const { state, formData } = useNavigation();
  const busy = state === 'submitting' && (name === undefined || formData?.get(name) === value);
  const identity = name === undefined ? {} : { name, value };
  return <Button type="submit" loading={busy} {...identity} {...rest} />;
}
