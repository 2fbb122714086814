import { Button, NativeSelect, TextInput } from '@mantine/core';
import { Form, useSearchParams } from '@remix-run/react';

import type { Choice } from '../../forms/field';
import { useMessages } from '../../locale';
import { organisationMessages } from '../../locales/organisation';
import classes from './people.module.css';

/** What the list is narrowed to, as one form that works without scripts. */
export function PeopleFilters({ departments }: { departments: readonly Choice[] }) {
  const t = useMessages(organisationMessages);
  const [search] = useSearchParams();
  const value = (name: string) => search.get(name) ?? '';
  const sort = search.get('sort');
  return (
    <Form method="get" role="search" className={classes.filters} key={search.toString()}>
      {sort && <input type="hidden" name="sort" value={sort} />}
      <TextInput
        type="search"
        name="q"
        defaultValue={value('q')}
        label={t.searchPeople}
        className={classes.words}
      />
      <NativeSelect
        name="department"
        label={t.department}
        defaultValue={value('department')}
        data={[{ value: '', label: t.anyDepartment }, ...departments]}
      />
      <NativeSelect
        name="state"
        label={t.state}
        defaultValue={value('state')}
        data={[
          { value: '', label: t.stateCurrent },
          { value: 'LEFT', label: t.stateLeft },
          { value: 'ALL', label: t.stateAll },
        ]}
      />
      <Button type="submit" variant="default">
        {t.apply}
      </Button>
    </Form>
  );
}
