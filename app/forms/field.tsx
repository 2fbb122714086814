import { Checkbox, NativeSelect, PasswordInput, Textarea, TextInput } from '@mantine/core';
import type { ComponentPropsWithoutRef, ReactNode } from 'react';

import { shellMessages } from '../locales/shell';
import { useMessages } from '../locale';

/** What the wrappers need to know of a field; conform's metadata has all of it. */
export interface FieldState {
  id: string;
  name: string;
  errors?: string[] | undefined;
  defaultValue?: string | undefined;
  defaultChecked?: boolean | undefined;
}

interface FieldWords {
  field: FieldState;
  label: ReactNode;
  /** One sentence below: what to enter, or what it is for. */
  help?: ReactNode;
  /** Marks the label; fields are required unless said otherwise. */
  isOptional?: boolean;
}

type Native<Tag extends 'input' | 'select' | 'textarea'> = Omit<
  ComponentPropsWithoutRef<Tag>,
  'id' | 'name' | 'size' | 'defaultValue' | 'color' | 'value' | 'onChange'
>;

function useWords({ field, label, help, isOptional }: FieldWords) {
  const t = useMessages(shellMessages);
  return {
    id: field.id,
    name: field.name,
    label: isOptional ? (
      <>
        {label} <span className="quiet">({t.optional})</span>
      </>
    ) : (
      label
    ),
    description: help,
    error: field.errors?.length ? field.errors.join(' ') : undefined,
    // What is optional says so; a mark on everything else would be noise.
    withAsterisk: false,
    // Label above, help below, the error last: read in the order in which it is needed.
    inputWrapperOrder: [
      'label',
      'input',
      'description',
      'error',
    ] as const satisfies readonly string[],
  };
}

type Order = ('label' | 'input' | 'description' | 'error')[];

export function TextField(props: FieldWords & Native<'input'>) {
  const { field, label, help, isOptional, ...native } = props;
  const { inputWrapperOrder, ...words } = useWords({
    field,
    label,
    help,
    isOptional: isOptional ?? false,
  });
  return (
    <TextInput
      dir="auto"
      {...words}
      {...native}
      inputWrapperOrder={[...inputWrapperOrder] as Order}
      defaultValue={field.defaultValue}
    />
  );
}

export function SecretField(props: FieldWords & Native<'input'>) {
  const { field, label, help, isOptional, ...native } = props;
  const { inputWrapperOrder, ...words } = useWords({
    field,
    label,
    help,
    isOptional: isOptional ?? false,
  });
  return (
    <PasswordInput {...words} {...native} inputWrapperOrder={[...inputWrapperOrder] as Order} />
  );
}

export function LongTextField(props: FieldWords & Native<'textarea'> & { rows?: number }) {
  const { field, label, help, isOptional, rows = 4, ...native } = props;
  const { inputWrapperOrder, ...words } = useWords({
    field,
    label,
    help,
    isOptional: isOptional ?? false,
  });
  return (
    <Textarea
      dir="auto"
      {...words}
      {...native}
      rows={rows}
      inputWrapperOrder={[...inputWrapperOrder] as Order}
      defaultValue={field.defaultValue}
    />
  );
}

export interface Choice {
  value: string;
  label: string;
  disabled?: boolean;
}

/** A native select: it works without scripts, and phones show their own picker. */
export function SelectField(
  props: FieldWords & Native<'select'> & { choices: readonly Choice[]; emptyChoice?: string },
) {
  const { field, label, help, isOptional, choices, emptyChoice, ...native } = props;
  const { inputWrapperOrder, ...words } = useWords({
    field,
    label,
    help,
    isOptional: isOptional ?? false,
  });
  const data =
    emptyChoice === undefined ? [...choices] : [{ value: '', label: emptyChoice }, ...choices];
  return (
    <NativeSelect
      {...words}
      {...native}
      data={data}
      inputWrapperOrder={[...inputWrapperOrder] as Order}
      defaultValue={field.defaultValue}
    />
  );
}

export function CheckboxField(props: FieldWords & { value?: string }) {
  const { field, value = 'on' } = props;
  const { inputWrapperOrder: _order, ...words } = useWords(props);
  return (
    <Checkbox
      {...words}
      value={value}
      defaultChecked={field.defaultChecked ?? field.defaultValue === value}
    />
  );
}
