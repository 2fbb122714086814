import { Link } from '@remix-run/react';
import { IconSearch } from '@tabler/icons-react';
import { lazy, Suspense, useEffect, useState } from 'react';

import type { Role } from '../../server/load-context.server';
import { shellMessages } from '../locales/shell';
import { useMessages } from '../locale';
import classes from './command-palette.module.css';

const CommandPalette = lazy(() => import('./command-palette'));

/** Opens the search over everything; before scripts it is a link to the search page. */
export function CommandPaletteButton({ roles }: { roles: readonly Role[] }) {
  const t = useMessages(shellMessages);
  const [isOpen, setOpen] = useState(false);

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
        event.preventDefault();
        setOpen((open) => !open);
      }
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);

  return (
    <>
      <Link
        to="/search"
        className={classes.button}
        aria-label={t.searchFor}
        aria-keyshortcuts="Control+K Meta+K"
        onClick={(event) => {
          event.preventDefault();
          setOpen(true);
        }}
      >
        <IconSearch size={18} stroke={1.6} aria-hidden />
        <span>{t.search}</span>
        <kbd>{t.searchShortcut}</kbd>
      </Link>
      {isOpen && (
        <Suspense>
          <CommandPalette roles={roles} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
