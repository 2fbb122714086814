import { Link } from '@remix-run/react';
import type { CSSProperties } from 'react';

import { formatNumber } from '../../../universal/format';
import { heatCellStyle } from '../../charts/heat-cell-style';
import { heatScale } from '../../charts/heat-scale';
import { useLocale, useMessages } from '../../locale';
import { pulseMessages } from '../../locales/pulse';
import { shellMessages } from '../../locales/shell';
import { Bounded, Withheld } from '../../pulse/figure-tile';
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
  const figureOf = (row: DepartmentRow | undefined, key: string) =>
    row?.figures.drivers.find((driver) => driver.key === key);
  const valueOf = (row: DepartmentRow | undefined, key: string) =>
    figureOf(row, key)?.value ?? null;
  const scaleOf = columns.map(({ key }) =>
    heatScale({
      values: departments.map((row) => valueOf(row, key)),
      reference: valueOf(departments[0], key),
    }),
  );
  const written = ({ low, high }: { low: number; high: number }) => ({
    low: formatNumber(locale, low),
    high: formatNumber(locale, high),
  });
  const top = Math.min(...departments.map(({ department }) => department?.level ?? 0));
  return (
    <div
      className={`${classes.scroll} ${classes.heatFrame}`}
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
                const interval = figureOf(row, key)?.interval;
                const reference = valueOf(departments[0], key);
                const step = scaleOf[index]?.(value) ?? null;
                const isUnsure =
                  row !== departments[0] &&
                  reference !== null &&
                  interval != null &&
                  interval.low <= reference &&
                  reference <= interval.high;
                return (
                  <td
                    key={key}
                    style={heatCellStyle({ step, isUnsure })}
                    title={interval ? `${t.interval} ${t.range(written(interval))}` : undefined}
                  >
                    {value === null ? (
                      <Withheld />
                    ) : (
                      <span data-value>
                        <Bounded bound={figureOf(row, key)?.bound ?? null}>
                          {formatNumber(locale, value, 0)}
                        </Bounded>
                      </span>
                    )}
                    {isUnsure && <span className="visually-hidden"> {t.heatUnsureShort}</span>}
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
