import type { Draft } from './drafts';

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

const isControl = (element: Element): element is Control =>
  element instanceof HTMLInputElement ||
  element instanceof HTMLTextAreaElement ||
  element instanceof HTMLSelectElement;

const isChoice = (control: Control): control is HTMLInputElement =>
  control.type === 'radio' || control.type === 'checkbox';

function controlsOf(form: HTMLFormElement, name?: string): Control[] {
  return [...form.elements]
    .filter(isControl)
    .filter((control) => control.name !== '' && (name === undefined || control.name === name));
}

/** What the fields hold. Passwords are never read, and the revision is nobody's text. */
export function readControls(form: HTMLFormElement): Draft['fields'] {
  const secret = new Set(
    controlsOf(form)
      .filter(({ type }) => type === 'password' || type === 'file')
      .map(({ name }) => name),
  );
  return [...new FormData(form)].flatMap(([name, value]): Draft['fields'] =>
    typeof value === 'string' && name !== 'revision' && !secret.has(name) ? [[name, value]] : [],
  );
}

/** What the page calls the fields into which words are typed. */
export function readLabels(form: HTMLFormElement): Record<string, string> {
  const written = controlsOf(form).filter(
    (control) => control instanceof HTMLTextAreaElement || control.type === 'text',
  );
  return Object.fromEntries(
    written.map((control) => [
      control.name,
      control.getAttribute('aria-label') ?? control.labels?.[0]?.textContent ?? control.name,
    ]),
  );
}

/** Puts texts back into the fields of those names, in their order where several have one name, and tells whoever listens. */
export function writeControls(form: HTMLFormElement, fields: Draft['fields']): void {
  for (const name of new Set(fields.map(([key]) => key))) {
    const values = fields.flatMap(([key, value]) => (key === name ? [value] : []));
    const controls = controlsOf(form, name);
    const texts = controls.filter((control) => !isChoice(control));
    for (const control of controls) {
      if (control.type === 'hidden') continue;
      if (isChoice(control)) control.checked = values.includes(control.value);
      else control.value = values[texts.indexOf(control)] ?? '';
      for (const type of ['input', 'change'])
        control.dispatchEvent(new Event(type, { bubbles: true }));
    }
  }
}

/** Puts a whole draft back: a box that was not ticked is in no draft. */
export function restoreControls(form: HTMLFormElement, fields: Draft['fields']): void {
  const kept = new Set(fields.map(([name]) => name));
  for (const box of controlsOf(form).filter(isChoice)) {
    if (box.name !== 'revision' && !kept.has(box.name)) box.checked = false;
  }
  writeControls(form, fields);
}
