import { Link, useNavigate, useSearchParams } from '@remix-run/react';
import { useRef, useState, type KeyboardEvent } from 'react';

import { heatCellStyle } from '../charts/heat-cell-style';
import { HeatKey } from '../charts/heat-key';
import { useLocale, useMessages } from '../locale';
import { scorecardMessages } from '../locales/scorecards';
import { heatCells } from './heat-cells';
import classes from './heat-map.module.css';
import { shortMetricName } from './metric-format';
import type { PageGrid } from './page-grid';
import { lineOf } from './scorecard';
import { departmentAddress } from './scorecard-address';
import { ScoreCell } from './score-cell';

interface Place {
  row: number;
  column: number;
}

const moves: Record<string, Place> = {
  ArrowUp: { row: -1, column: 0 },
  ArrowDown: { row: 1, column: 0 },
  ArrowLeft: { row: 0, column: -1 },
  ArrowRight: { row: 0, column: 1 },
};

/** Departments × metrics in colour: a table whose cells are coloured, so that no width puts a number under another heading. */
export function HeatMap({ grid }: { grid: PageGrid }) {
  const t = useMessages(scorecardMessages);
  const locale = useLocale();
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const table = useRef<HTMLTableElement>(null);
  const [active, setActive] = useState<Place>();
  const { rows, metrics, whole } = grid;
  const cells = heatCells({ locale, metrics, rows, whole });
  const shallowest = Math.min(...rows.map(({ level }) => level));
  const open = (row: number) => {
    const department = rows[row];
    if (department) navigate(departmentAddress(department.departmentId, search));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const from = active ?? { row: 0, column: 0 };
    if (event.key === 'Enter') open(from.row);
    const move = moves[event.key];
    if (!move) return;
    event.preventDefault();
    const row = Math.min(Math.max(from.row + move.row, 0), rows.length - 1);
    const column = Math.min(Math.max(from.column + move.column, 0), metrics.length - 1);
    setActive({ row, column });
    table.current?.tBodies[0]?.rows[row]?.cells[column + 1]?.focus();
  };
  return (
    <div
      className={classes.layout}
      style={{ '--heat-columns': metrics.length } as React.CSSProperties}
    >
      <div className={classes.frame}>
        <table
          ref={table}
          className={classes.table}
          role="grid"
          aria-label={t.heatTitle}
          onKeyDown={onKeyDown}
        >
          <thead>
            <tr>
              <th scope="col">{t.department}</th>
              {metrics.map((metric) => (
                <th key={metric.key} scope="col" title={metric.name}>
                  {shortMetricName(metric)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, rowIndex) => (
              <tr key={row.departmentId}>
                <th
                  scope="row"
                  style={
                    {
                      '--depth': grid.choice.sortBy === null ? row.level - shallowest : 0,
                    } as React.CSSProperties
                  }
                >
                  <Link to={departmentAddress(row.departmentId, search)}>{row.name}</Link>
                </th>
                {metrics.map((metric, column) => {
                  const isActive = active
                    ? active.row === rowIndex && active.column === column
                    : rowIndex === 0 && column === 0;
                  const cell = cells[rowIndex]?.[column];
                  return (
                    <td
                      key={metric.key}
                      style={cell && heatCellStyle(cell)}
                      title={cell?.interval ?? undefined}
                      tabIndex={isActive ? 0 : -1}
                      onFocus={() => setActive({ row: rowIndex, column })}
                      onPointerEnter={() => setActive({ row: rowIndex, column })}
                      onClick={() => open(rowIndex)}
                    >
                      <span data-value>{cell?.text}</span>
                      {cell?.isUnsure && (
                        <span className="visually-hidden"> {t.heatUnsureShort}</span>
                      )}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className={classes.side}>
        <HeatKey worse={t.heatWorse} better={t.heatBetter} unsure={t.heatUnsure} />
        <div className={classes.detail} aria-live="polite">
          <ActiveCell grid={grid} place={active} />
        </div>
        <p className="quiet small">{t.heatNote}</p>
      </div>
    </div>
  );
}

function ActiveCell({ grid, place }: { grid: PageGrid; place: Place | undefined }) {
  const t = useMessages(scorecardMessages);
  const row = place && grid.rows[place.row];
  const metric = place && grid.metrics[place.column];
  const line = row && metric && lineOf(row, metric.key);
  if (!line) return <p className="quiet small">{t.heatHint}</p>;
  return (
    <>
      <p>
        <strong>{row.name}</strong>
        <span className="quiet"> · {shortMetricName(metric)}</span>
      </p>
      <ScoreCell
        metric={metric}
        current={line.current}
        change={line.change}
        target={line.target}
        status={line.status}
        isCompared={grid.comparedWith !== null}
      />
    </>
  );
}
