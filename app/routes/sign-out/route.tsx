import type { ActionFunctionArgs } from '@remix-run/node';
import { redirect } from '../../redirect';

export async function action({ context }: ActionFunctionArgs) {
  return redirect('/sign-in', { headers: { 'Set-Cookie': await context.signOut() } });
}

export function loader() {
  return redirect('/');
}
