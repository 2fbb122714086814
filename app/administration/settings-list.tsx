import { Button } from '@mantine/core';
import type { ReactNode } from 'react';

import { DataTable, type Column } from '../components/data-table';
import { EmptyState } from '../components/empty-state';
import { FilterChips, type ActiveFilter } from '../components/filter-chips';
import { FilterForm } from '../components/filter-form';
import { PageHeader } from '../components/page-header';
import { Panel } from '../components/panel';
import { useMessages } from '../locale';
import { administrationMessages } from '../locales/administration';
import classes from './administration.module.css';

interface SettingsListProps<Row> {
  title: string;
  description: string;
  /** What came of the last action. */
  notice?: ReactNode;
  /** The fields that narrow the list, named after these parameters, and what it is narrowed to. */
  fields: ReactNode;
  parameters: readonly string[];
  filters: readonly ActiveFilter[];
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowId: (row: Row) => string;
  noMatch: string;
  none: { title: string; text: string };
  pagination?: ReactNode;
}

/** A page of the settings that is one list: what narrows it, and its table. */
export function SettingsList<Row>(props: SettingsListProps<Row>) {
  const { title, description, notice, fields, parameters, filters, noMatch, none } = props;
  const t = useMessages(administrationMessages);
  return (
    <>
      <PageHeader
        title={title}
        description={description}
        trail={[{ to: '/settings', label: t.settings }]}
      />
      {notice}
      <Panel>
        <FilterForm parameters={parameters} role="search" className={classes.filters}>
          {fields}
          <Button type="submit" variant="default">
            {t.filter}
          </Button>
        </FilterForm>
        <FilterChips filters={filters} />
      </Panel>
      <Panel flush>
        <DataTable
          caption={title}
          columns={props.columns}
          rows={props.rows}
          rowId={props.rowId}
          empty={
            filters.length > 0 ? (
              <EmptyState title={noMatch} />
            ) : (
              <EmptyState title={none.title}>{none.text}</EmptyState>
            )
          }
        />
        {props.pagination}
      </Panel>
    </>
  );
}
