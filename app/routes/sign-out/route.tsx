import type { ActionFunctionArgs } from '@remix-run/node';
import { signedOutPath } from '../../forms/forget-drafts';
import { redirect } from '../../redirect';

export async function action({ context }: ActionFunctionArgs) {
  return redirect(signedOutPath, { headers: { 'Set-Cookie': await context.signOut() } });
}

export function loader() {
  return redirect('/');
}
