import { Button, TextInput } from '@mantine/core';
import { Form, useSearchParams } from '@remix-run/react';
import { IconSearch } from '@tabler/icons-react';

import { shellMessages } from '../locales/shell';
import { useMessages } from '../locale';
import { pageParameters } from './address';
import classes from './filters.module.css';

/** Searches the list of this page; what was looked for stands in the address. */
export function SearchField({ label, parameter = 'q' }: { label: string; parameter?: string }) {
  const t = useMessages(shellMessages);
  const [search] = useSearchParams();
  const current = search.get(parameter) ?? '';
  const kept = [...search].filter(([name]) => name !== parameter && !pageParameters.has(name));
  return (
    <Form method="get" role="search" className={classes.search}>
      {kept.map(([name, value]) => (
        <input key={name + value} type="hidden" name={name} value={value} />
      ))}
      <TextInput
        key={current}
        type="search"
        name={parameter}
        defaultValue={current}
        aria-label={label}
        placeholder={label}
        leftSection={<IconSearch size={16} aria-hidden />}
        className={classes.searchInput}
      />
      <Button type="submit" variant="default">
        {t.search}
      </Button>
    </Form>
  );
}
