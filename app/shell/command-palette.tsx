import { useFetcher, useNavigate } from '@remix-run/react';
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';

import type { Role } from '../../server/load-context.server';
import { shellMessages } from '../locales/shell';
import { useLocale, useMessages } from '../locale';
import { navigationFor } from '../navigation';
import type { loader as searchLoader } from '../routes/search/route';
import classes from './command-palette.module.css';
import type { Found } from './found';

const askAfterMs = 150;

interface CommandPaletteProps {
  roles: readonly Role[];
  onClose: () => void;
}

/** Type, choose with the arrows, go with Enter. Pages are found at once, the rest by the server. */
export default function CommandPalette({ roles, onClose }: CommandPaletteProps) {
  const t = useMessages(shellMessages);
  const locale = useLocale();
  const navigate = useNavigate();
  const listId = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const [wanted, setWanted] = useState('');
  const [active, setActive] = useState(0);
  const { load, data } = useFetcher<typeof searchLoader>({ key: 'command-palette' });

  useEffect(() => dialog.current?.showModal(), []);

  useEffect(() => {
    if (wanted.trim().length < 2) return;
    const timer = setTimeout(
      () => load(`/search?q=${encodeURIComponent(wanted.trim())}`),
      askAfterMs,
    );
    return () => clearTimeout(timer);
  }, [wanted, load]);

  const pages: Found[] = navigationFor(roles)
    .map(({ to, label }) => ({ kind: 'page' as const, to, name: label[locale] }))
    .filter(({ name }) => name.toLowerCase().includes(wanted.trim().toLowerCase()));
  const answered =
    data && data.q === wanted.trim() ? data.found.filter(({ kind }) => kind !== 'page') : [];
  const found = [...pages, ...answered];
  const kindNames = {
    page: t.searchGroupPage,
    department: t.searchGroupDepartment,
    metric: t.searchGroupMetric,
    person: t.searchGroupPerson,
  };
  const current = Math.min(active, found.length - 1);

  const go = (choice: Found | undefined) => {
    if (!choice) return;
    onClose();
    void navigate(choice.to);
  };
  // The keyboard acts in the field, the pointer anywhere: on an entry it chooses, beside the window it closes.
  useEffect(() => {
    const window = dialog.current;
    const onClick = ({ target }: MouseEvent) => {
      if (target === window) onClose();
      else if (target instanceof Element && target.closest('[role="option"]')) go(found[current]);
    };
    window?.addEventListener('click', onClick);
    return () => window?.removeEventListener('click', onClick);
  });

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown') setActive((current + 1) % Math.max(found.length, 1));
    else if (event.key === 'ArrowUp')
      setActive((current - 1 + found.length) % Math.max(found.length, 1));
    else if (event.key === 'Enter') go(found[current]);
    else return;
    event.preventDefault();
  };

  return (
    <dialog ref={dialog} className={classes.dialog} aria-label={t.searchFor} onClose={onClose}>
      <input
        className={classes.input}
        type="text"
        role="combobox"
        aria-expanded
        aria-controls={listId}
        aria-activedescendant={found[current] ? `${listId}-${current}` : undefined}
        aria-label={t.searchFor}
        placeholder={t.searchFor}
        autoComplete="off"
        value={wanted}
        onChange={(event) => {
          setWanted(event.target.value);
          setActive(0);
        }}
        onKeyDown={onKeyDown}
      />
      <ul id={listId} role="listbox" aria-label={t.search} className={classes.list}>
        {found.map((choice, index) => (
          <li
            key={choice.to + choice.name}
            id={`${listId}-${index}`}
            role="option"
            aria-selected={index === current}
            className={classes.option}
            onPointerMove={() => setActive(index)}
          >
            <span dir="auto">{choice.name}</span>
            {choice.detail && <span className="quiet small">{choice.detail}</span>}
            <span className={classes.kind}>{kindNames[choice.kind]}</span>
          </li>
        ))}
      </ul>
      {found.length === 0 && (
        <p className={classes.nothing} role="status">
          {t.searchNothing}
        </p>
      )}
    </dialog>
  );
}
