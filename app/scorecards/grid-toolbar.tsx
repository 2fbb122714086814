import { Button, NativeSelect, TextInput } from '@mantine/core';
import { Link, useSearchParams, useSubmit } from '@remix-run/react';
import { IconChartLine, IconGridDots, IconSearch, IconTable } from '@tabler/icons-react';

import { changedSearch } from '../components/address';
import { FilterChips, type ActiveFilter } from '../components/filter-chips';
import { FilterForm } from '../components/filter-form';
import { shellMessages } from '../locales/shell';
import { formatCount } from '../../universal/format';
import { useLocale, useMessages } from '../locale';
import { scorecardMessages } from '../locales/scorecards';
import { gridViews, statusParameters } from './grid-choice';
import classes from './grid-toolbar.module.css';
import type { PageGrid } from './page-grid';
import { statusName } from './status-words';

const icons = { table: IconTable, heat: IconGridDots, trends: IconChartLine };
const parameters = ['q', 'level', 'metric', 'status'];

function useFilterWords(grid: PageGrid) {
  const t = useMessages(scorecardMessages);
  const levelName = (level: number) => (level === 0 ? t.levelRoot : t.levelOf({ level }));
  const metricName = (key: string) =>
    grid.choices.find((metric) => metric.key === key)?.name ?? key;
  const { words, level, metricKey, status } = grid.choice;
  const filters: ActiveFilter[] = [
    ...(words ? [{ parameter: 'q', label: t.filterSearch({ words }) }] : []),
    ...(level === null
      ? []
      : [{ parameter: 'level', label: t.filterLevel({ level: levelName(level) }) }]),
    ...(metricKey
      ? [{ parameter: 'metric', label: t.filterMetric({ metric: metricName(metricKey) }) }]
      : []),
    ...(status
      ? [{ parameter: 'status', label: t.filterStatus({ status: statusName(t, status) }) }]
      : []),
  ];
  return { levelName, filters };
}

/** Narrows and turns the grid. Every choice stands in the address; with scripts a choice applies at once. */
export function GridToolbar({ grid }: { grid: PageGrid }) {
  const t = useMessages(scorecardMessages);
  const shell = useMessages(shellMessages);
  const locale = useLocale();
  const submit = useSubmit();
  const [search] = useSearchParams();
  const { levelName, filters } = useFilterWords(grid);
  const viewNames = { table: t.viewTable, heat: t.viewHeat, trends: t.viewTrends };
  const shared = {
    className: classes.select,
    onChange: (event: React.ChangeEvent<HTMLSelectElement>) =>
      submit(event.currentTarget.form, { preventScrollReset: true }),
  };
  return (
    <>
      <div className={classes.bar}>
        <FilterForm
          parameters={parameters}
          role="search"
          className={classes.filters}
          preventScrollReset
        >
          <TextInput
            type="search"
            name="q"
            defaultValue={grid.choice.words}
            aria-label={t.searchDepartment}
            placeholder={t.searchDepartment}
            leftSection={<IconSearch size={16} aria-hidden />}
            className={classes.search}
          />
          <NativeSelect
            name="level"
            aria-label={t.level}
            defaultValue={search.get('level') ?? ''}
            data={[
              { value: '', label: t.anyLevel },
              ...grid.levels.map((level) => ({ value: String(level), label: levelName(level) })),
            ]}
            {...shared}
          />
          <NativeSelect
            name="metric"
            aria-label={t.metric}
            defaultValue={search.get('metric') ?? ''}
            data={[
              { value: '', label: t.anyMetric },
              ...grid.choices.map(({ key, name }) => ({ value: key, label: name })),
            ]}
            {...shared}
          />
          <NativeSelect
            name="status"
            aria-label={t.status}
            defaultValue={search.get('status') ?? ''}
            data={[
              { value: '', label: t.anyStatus },
              ...Object.entries(statusParameters).map(([value, status]) => ({
                value,
                label: statusName(t, status),
              })),
            ]}
            {...shared}
            className={`${classes.select} ${classes.status}`}
          />
          <Button type="submit" variant="default" className={classes.apply}>
            {shell.apply}
          </Button>
        </FilterForm>
        <ul className={classes.views} aria-label={t.view}>
          {gridViews.map((view) => {
            const Icon = icons[view];
            return (
              <li key={view}>
                <Link
                  to={changedSearch(search, { view: view === 'table' ? undefined : view })}
                  aria-current={grid.choice.view === view || undefined}
                  preventScrollReset
                >
                  <Icon size={16} stroke={1.6} aria-hidden />
                  {viewNames[view]}
                </Link>
              </li>
            );
          })}
        </ul>
      </div>
      <div className={classes.state}>
        <span className="quiet small" role="status">
          {t.shown({
            shown: formatCount(locale, grid.rows.length),
            total: formatCount(locale, grid.total),
          })}
        </span>
        <FilterChips filters={filters} />
        {grid.choice.sortBy && (
          <Link
            className="small"
            to={changedSearch(search, { sort: undefined })}
            preventScrollReset
          >
            {t.treeOrder}
          </Link>
        )}
      </div>
    </>
  );
}
