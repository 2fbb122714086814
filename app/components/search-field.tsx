import { Button, TextInput } from '@mantine/core';
import { useSearchParams } from '@remix-run/react';
import { IconSearch } from '@tabler/icons-react';

import { shellMessages } from '../locales/shell';
import { useMessages } from '../locale';
import { FilterForm } from './filter-form';
import classes from './filters.module.css';

/** Searches the list of this page; what was looked for stands in the address. */
export function SearchField({ label, parameter = 'q' }: { label: string; parameter?: string }) {
  const t = useMessages(shellMessages);
  const [search] = useSearchParams();
  return (
    <FilterForm parameters={[parameter]} role="search" className={classes.search}>
      <TextInput
        type="search"
        dir="auto"
        name={parameter}
        defaultValue={search.get(parameter) ?? ''}
        aria-label={label}
        placeholder={label}
        leftSection={<IconSearch size={16} aria-hidden />}
        className={classes.searchInput}
      />
      <Button type="submit" variant="default">
        {t.search}
      </Button>
    </FilterForm>
  );
}
