import { Button } from '@mantine/core';
import {
  json,
  type ActionFunctionArgs,
  type HeadersFunction,
  type LoaderFunctionArgs,
} from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';

import { formText } from '../../forms/form-text';
import { identityMessages } from '../../locales/identity';
import { useLocale, useMessages } from '../../locale';
import { pageTitle } from '../../page-title';
import { redirect } from '../../redirect';
import classes from '../sign-in/sign-in.module.css';
import { ChoosePasswordForm } from './choose-password-form';

export const meta = pageTitle(identityMessages, (t) => t.choosePassword);

export const headers: HeadersFunction = () => ({ 'X-Robots-Tag': 'noindex' });

export async function loader({ params, context }: LoaderFunctionArgs) {
  const link = await context.findAccessLink(params['token'] ?? '');
  const body = { link: link ?? null, organisation: context.organisation.name };
  return json(body, { status: link ? 200 : 404 });
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const newPassword = formText(await request.formData(), 'newPassword');
  const token = params['token'] ?? '';
  const outcome = await context.choosePassword({ token, newPassword });
  if (outcome.ok) throw redirect('/', { headers: { 'Set-Cookie': outcome.cookie } });
  const { code, fields, message } = outcome.error;
  const errors = fields.length > 0 ? fields.map((field) => field.message) : [message];
  return json({ errors }, { status: code === 'NOT_FOUND' ? 404 : 422 });
}

/** Where the holder of a link from a mail chooses a password. */
export default function Welcome() {
  const t = useMessages(identityMessages);
  const locale = useLocale();
  const { link, organisation } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  if (!link) return <SpentLink />;
  const isInvitation = link.purpose === 'invitation';
  return (
    <div className={classes.page}>
      <div className={classes.words}>
        <h1>{isInvitation ? t.welcomeTitle({ name: link.displayName }) : t.resetTitle}</h1>
        <p className="quiet">
          {isInvitation ? t.welcomeIntro({ organisation: organisation[locale] }) : t.resetIntro}
        </p>
        <p>
          <strong>{link.email}</strong>
        </p>
      </div>
      <ChoosePasswordForm email={link.email} errors={answer?.errors ?? []} />
    </div>
  );
}

/** One and the same for a link that was used, has expired, or never was one. */
function SpentLink() {
  const t = useMessages(identityMessages);
  return (
    <div className={classes.page}>
      <div className={classes.words}>
        <h1>{t.spentTitle}</h1>
        <p className="quiet">{t.spentText}</p>
      </div>
      <div className={classes.choices}>
        <Button component={Link} to="/forgot-password">
          {t.spentForgot}
        </Button>
        <Button component={Link} to="/sign-in" variant="default">
          {t.backToSignIn}
        </Button>
      </div>
    </div>
  );
}
