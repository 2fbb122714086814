import { Button } from '@mantine/core';
import { Form, Link, useSearchParams } from '@remix-run/react';

import { identityMessages } from '../../locales/identity';
import { useMessages } from '../../locale';
import classes from './people.module.css';

/** The checkboxes of the list belong to this form. */
export const inviteFormId = 'invite-people';

const narrowing = ['q', 'department', 'manager', 'state'];

/** From the list to the page that says how many would be invited, and asks. */
export function InviteBar({ mayChoose }: { mayChoose: boolean }) {
  const t = useMessages(identityMessages);
  const [search] = useSearchParams();
  const all = new URLSearchParams([...search].filter(([name]) => narrowing.includes(name)));
  return (
    <div className={classes.invite}>
      {mayChoose && (
        <Form method="get" action="/people/invite" id={inviteFormId}>
          <Button type="submit" name="chosen" value="1" variant="default" size="xs">
            {t.inviteChosen}
          </Button>
        </Form>
      )}
      <Button component={Link} to={`/people/invite?${all.toString()}`} variant="subtle" size="xs">
        {t.inviteAll}
      </Button>
    </div>
  );
}
