import { Link, useLocation, useNavigation, useRouteLoaderData } from '@remix-run/react';
import { type ReactNode, useEffect } from 'react';

import { dropDraftsOfOthers, settleSentDraft } from '../forms/drafts';
import { followSignOut } from '../forms/forget-drafts';
import { shellMessages } from '../locales/shell';
import { useLocale, useMessages } from '../locale';
import { isWithin, navigationFor, phoneBar, type NavigationEntry } from '../navigation';
import type { RootLoader } from '../root';
import { CommandPaletteButton } from './command-palette-button';
import { Disclosure } from './disclosure';
import { Logo } from './logo';
import { PreferencesMenu } from './preferences';
import classes from './shell.module.css';
import { UserMenu } from './user-menu';

/** The frame of every page: navigation by what people do, search, the person's menu; on a phone a bar at the bottom. */
export function Shell({ children }: { children: ReactNode }) {
  const t = useMessages(shellMessages);
  const root = useRouteLoaderData<RootLoader>('root');
  const viewer = root?.viewer ?? null;
  const entries = viewer ? navigationFor(viewer.roles) : [];
  const viewerId = viewer?.userAccountId;
  // Whoever signs in at a browser meets nobody else's drafts; a session that ended keeps its own.
  useEffect(() => {
    if (!viewerId) return undefined;
    dropDraftsOfOthers(sessionStorage, viewerId);
    return followSignOut();
  }, [viewerId]);
  const isIdle = useNavigation().state === 'idle';
  // After the page that has come, which recalls a draft where it was refused.
  useEffect(() => {
    if (isIdle) settleSentDraft();
  }, [isIdle]);
  return (
    <div className={viewer ? classes.frame : classes.frameBare}>
      <a href="#content" className={classes.skip}>
        {t.skipToContent}
      </a>
      <LoadingBar />
      <header className={classes.header}>
        <Link to="/" className={classes.brand} aria-label={`${t.product}: ${t.home}`}>
          <Logo />
          <span>{t.product}</span>
        </Link>
        {root && <span className={classes.organisation}>{root.organisation[root.locale]}</span>}
        {root?.isDemo && <span className={classes.demo}>{t.demo}</span>}
        <span className={classes.spring} />
        {viewer && <CommandPaletteButton roles={viewer.roles} />}
        {viewer ? <UserMenu viewer={viewer} /> : <PreferencesMenu />}
      </header>
      {viewer && (
        <nav className={classes.side} aria-label={t.mainNavigation}>
          {entries.map((entry) => (
            <Entry key={entry.to} entry={entry} className={classes.sideLink} />
          ))}
        </nav>
      )}
      <main id="content" className={classes.main} tabIndex={-1}>
        {children}
      </main>
      {viewer && <BottomBar entries={entries} />}
    </div>
  );
}

function Entry({ entry, className }: { entry: NavigationEntry; className: string | undefined }) {
  const label = entry.label[useLocale()];
  const { pathname } = useLocation();
  return (
    <Link
      to={entry.to}
      aria-current={isWithin(entry, pathname) ? 'page' : undefined}
      className={className}
      prefetch="intent"
      title={label}
    >
      <entry.icon size={20} stroke={1.6} aria-hidden />
      <span>{label}</span>
    </Link>
  );
}

function BottomBar({ entries }: { entries: readonly NavigationEntry[] }) {
  const t = useMessages(shellMessages);
  const { bar, more } = phoneBar(entries);
  return (
    <nav className={classes.bottom} aria-label={t.mainNavigation}>
      {bar.map((entry) => (
        <Entry key={entry.to} entry={entry} className={classes.bottomLink} />
      ))}
      {more.length > 0 && (
        <Disclosure
          className={classes.more}
          summaryClassName={classes.bottomLink}
          summary={<MoreSummary label={t.more} />}
        >
          <div className={classes.morePanel}>
            {more.map((entry) => (
              <Entry key={entry.to} entry={entry} className={classes.sideLink} />
            ))}
          </div>
        </Disclosure>
      )}
    </nav>
  );
}

function MoreSummary({ label }: { label: string }) {
  return (
    <>
      <svg width="20" height="20" viewBox="0 0 20 20" fill="currentColor" aria-hidden>
        <circle cx="4" cy="10" r="1.6" />
        <circle cx="10" cy="10" r="1.6" />
        <circle cx="16" cy="10" r="1.6" />
      </svg>
      <span>{label}</span>
    </>
  );
}

function LoadingBar() {
  const t = useMessages(shellMessages);
  const busy = useNavigation().state !== 'idle';
  return (
    <div className={classes.loading} data-busy={busy || undefined} role="status">
      {busy && <span className="visually-hidden">{t.loading}</span>}
    </div>
  );
}
