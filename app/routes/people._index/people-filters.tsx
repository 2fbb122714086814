import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useSearchParams } from '@remix-run/react';

import { FilterForm } from '../../components/filter-form';
import type { Choice } from '../../forms/field';
import { useMessages } from '../../locale';
import { organisationMessages } from '../../locales/organisation';
import classes from './people.module.css';

const parameters = ['q', 'department', 'state'];

/** What the list is narrowed to, as one form that works without scripts. */
export function PeopleFilters({ departments }: { departments: readonly Choice[] }) {
  const t = useMessages(organisationMessages);
  const [search] = useSearchParams();
  const value = (name: string) => search.get(name) ?? '';
  return (
    <FilterForm parameters={parameters} role="search" className={classes.filters}>
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
    </FilterForm>
  );
}
