import { Form, useLocation, useRouteLoaderData } from '@remix-run/react';
import { IconLanguage } from '@tabler/icons-react';

import { shellMessages } from '../locales/shell';
import { useLocale, useMessages } from '../locale';
import type { RootLoader } from '../root';
import { Disclosure } from './disclosure';
import classes from './menu.module.css';

const schemes = ['auto', 'light', 'dark'] as const;
const languages = [
  { value: 'en', label: 'English', tag: 'en' },
  { value: 'zh', label: '简体中文', tag: 'zh-CN' },
] as const;

/** Language and appearance as plain buttons: they post, so they work before or without any script. */
export function PreferenceForms() {
  const t = useMessages(shellMessages);
  const locale = useLocale();
  const scheme = useRouteLoaderData<RootLoader>('root')?.colourScheme ?? 'auto';
  const { pathname, search } = useLocation();
  const schemeLabels = { auto: t.schemeAuto, light: t.schemeLight, dark: t.schemeDark };
  return (
    <Form method="post" action="/preferences" className={classes.preferences} preventScrollReset>
      <input type="hidden" name="to" value={pathname + search} />
      <fieldset className={classes.choices}>
        <legend>{t.language}</legend>
        {languages.map(({ value, label, tag }) => (
          <button
            key={value}
            name="locale"
            value={value}
            lang={tag}
            aria-pressed={value === locale}
          >
            {label}
          </button>
        ))}
      </fieldset>
      <fieldset className={classes.choices}>
        <legend>{t.appearance}</legend>
        {schemes.map((value) => (
          <button key={value} name="colourScheme" value={value} aria-pressed={value === scheme}>
            {schemeLabels[value]}
          </button>
        ))}
      </fieldset>
    </Form>
  );
}

/** The same for people who are not signed in. */
export function PreferencesMenu() {
  const t = useMessages(shellMessages);
  return (
    <Disclosure
      className={classes.menu}
      summaryClassName={classes.trigger}
      summaryLabel={`${t.language}, ${t.appearance}`}
      summary={<IconLanguage size={20} stroke={1.6} aria-hidden />}
    >
      <div className={classes.panel}>
        <PreferenceForms />
      </div>
    </Disclosure>
  );
}
