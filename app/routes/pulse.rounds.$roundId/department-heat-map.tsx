import { Link } from '@remix-run/react';
import type { CSSProperties } from 'react';

import { formatCount } from '../../../universal/format';
import { heatScale } from '../../charts/heat-scale';
import '../../charts/charts.css';
import { useLocale, useMessages } from '../../locale';
import { pulseMessages } from '../../locales/pulse';
import { shellMessages } from '../../locales/shell';
import { Withheld } from '../../pulse/figure-tile';
import type { DepartmentRow } from '../../pulse/load-pulse';
import classes from '../../pulse/pulse.module.css';

interface DepartmentHeatMapProps {
  roundId: string;
  departments: readonly DepartmentRow[];
  columns: readonly { key: string; name: string }[];
}

/** Departments by statements: each statement is coloured against the topmost department, the number is in the cell. */
export function DepartmentHeatMap({ roundId, departments, columns }: DepartmentHeatMapProps) {
  const t = useMessages(pulseMessages);
  const words = useMessages(shellMessages);
  const locale = useLocale();
  const valueOf = (row: DepartmentRow | undefined, key: string) =>
    row?.figures.drivers.find((driver) => driver.key === key)?.value ?? null;
  const scaleOf = columns.map(({ key }) =>
    heatScale({
      values: departments.map((row) => valueOf(row, key)),
      reference: valueOf(departments[0], key),
    }),
  );
  const top = Math.min(...departments.map(({ department }) => department?.level ?? 0));
  return (
    <div
      className={classes.scroll}
      role="region"
      aria-label={words.scrollTable({ caption: t.heatMap })}
      tabIndex={0}
    >
      <table className={classes.heat}>
        <caption className="visually-hidden">{t.heatMap}</caption>
        <thead>
          <tr>
            <th scope="col">{t.department}</th>
            {columns.map(({ key, name }) => (
              <th key={key} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {departments.map((row) => (
            <tr key={row.department?.departmentId}>
              <th scope="row">
                <span
                  className={classes.depth}
                  style={{ '--depth': (row.department?.level ?? top) - top } as CSSProperties}
                >
                  <Link to={`/pulse/rounds/${roundId}?department=${row.department?.departmentId}`}>
                    {row.department?.name}
                  </Link>
                </span>
              </th>
              {columns.map(({ key }, index) => {
                const value = valueOf(row, key);
                const step = scaleOf[index]?.(value) ?? null;
                const colours =
                  step === null
                    ? {}
                    : { background: `var(--heat-${step})`, color: `var(--heat-ink-${step})` };
                return (
                  <td key={key} style={colours}>
                    {value === null ? <Withheld /> : formatCount(locale, Math.round(value))}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
