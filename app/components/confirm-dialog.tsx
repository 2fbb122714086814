import { Button, Group, Modal } from '@mantine/core';
import { Form } from '@remix-run/react';
import { useState, type ReactNode } from 'react';

import { shellMessages } from '../locales/shell';
import { useMessages } from '../locale';

interface ConfirmDialogProps {
  /** What the button says. */
  verb: string;
  /** The verb with its thing, where the button alone does not name it: "Withdraw the link of Oxford Street". */
  label?: string;
  /** What will happen, and whether it can be undone. */
  children: ReactNode;
  /** Where the form goes; the page itself when absent. */
  action?: string;
  fields: Readonly<Record<string, string>>;
  isDangerous?: boolean;
  size?: 'xs' | 'sm';
  variant?: 'subtle' | 'filled';
}

/** Asks once before a change that cannot be undone. Without scripts the button does it at once, since nothing else can be shown. */
export function ConfirmDialog({
  verb,
  label,
  children,
  action,
  fields,
  isDangerous = true,
  size = 'xs',
  variant = 'subtle',
}: ConfirmDialogProps) {
  const t = useMessages(shellMessages);
  const [isOpen, setOpen] = useState(false);
  const hidden = Object.entries(fields).map(([name, value]) => (
    <input key={name} type="hidden" name={name} value={value} />
  ));
  const target = action === undefined ? {} : { action };
  return (
    <>
      <Form
        method="post"
        {...target}
        onSubmit={(event) => {
          event.preventDefault();
          setOpen(true);
        }}
      >
        {hidden}
        <Button
          type="submit"
          variant={variant}
          size={size}
          aria-label={label}
          {...(isDangerous && { color: 'red' })}
        >
          {verb}
        </Button>
      </Form>
      <Modal.Root opened={isOpen} onClose={() => setOpen(false)} centered>
        <Modal.Overlay />
        <Modal.Content>
          {/* The kit draws a <header>, which would be a second banner of the page. */}
          <Modal.Header role="none">
            <Modal.Title>{label ?? verb}</Modal.Title>
            <Modal.CloseButton aria-label={t.close} />
          </Modal.Header>
          <Modal.Body>
            {children}
            <Form method="post" {...target} onSubmit={() => setOpen(false)}>
              {hidden}
              <Group justify="flex-end" gap={8} mt={24}>
                <Button variant="default" onClick={() => setOpen(false)}>
                  {t.cancel}
                </Button>
                <Button type="submit" {...(isDangerous && { color: 'red' })}>
                  {verb}
                </Button>
              </Group>
            </Form>
          </Modal.Body>
        </Modal.Content>
      </Modal.Root>
    </>
  );
}
