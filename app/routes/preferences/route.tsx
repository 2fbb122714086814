import type { ActionFunctionArgs } from '@remix-run/node';

import { isLocale } from '../../../universal/text';
import { redirect } from '../../redirect';
import { savePreferences } from './preferences.document';

const schemes = ['auto', 'light', 'dark'] as const;
const schemeNames = { auto: 'AUTO', light: 'LIGHT', dark: 'DARK' } as const;
const localeNames = { en: 'EN', zh: 'ZH' } as const;

/** Language and appearance: kept by the browser for everyone, and with the account of who is signed in. */
export async function action({ request, context }: ActionFunctionArgs) {
  const form = await request.formData();
  const locale = form.get('locale');
  const colourScheme = schemes.find((scheme) => scheme === form.get('colourScheme'));
  const headers = new Headers();
  if (isLocale(locale)) headers.append('Set-Cookie', context.preferenceCookie({ locale }));
  if (colourScheme) headers.append('Set-Cookie', context.preferenceCookie({ colourScheme }));
  if (context.viewer) {
    await context.mutate(savePreferences, {
      input: {
        locale: isLocale(locale) ? localeNames[locale] : null,
        colourScheme: colourScheme ? schemeNames[colourScheme] : null,
      },
    });
  }
  return redirect(form.get('to'), { headers });
}

export function loader() {
  return redirect('/');
}
