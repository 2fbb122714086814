import { EmptyState } from '../components/empty-state';
import { useMessages } from '../locale';
import { scorecardMessages } from '../locales/scorecards';
import classes from './grid-table.module.css';
import type { Group } from './load-department';
import { shortMetricName } from './metric-format';
import { lineOf, type GridMetric } from './scorecard';
import { ScoreCell } from './score-cell';

interface GroupTableProps {
  caption: string;
  /** What a row is: a touchpoint, a channel. */
  heading: string;
  metrics: readonly GridMetric[];
  groups: readonly Group[];
  isCompared: boolean;
}

/** A department's metrics by one of its parts. */
export function GroupTable({ caption, heading, metrics, groups, isCompared }: GroupTableProps) {
  const t = useMessages(scorecardMessages);
  if (groups.length === 0) return <EmptyState title={t.noGroups}>{t.noGroupsText}</EmptyState>;
  return (
    <table className={classes.table} role="table">
      <caption className="visually-hidden">{caption}</caption>
      <thead role="rowgroup" data-plain>
        <tr role="row">
          <th scope="col" role="columnheader">
            {heading}
          </th>
          {metrics.map((metric) => (
            <th key={metric.key} scope="col" role="columnheader">
              {shortMetricName(metric)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {groups.map((group) => (
          <tr key={group.key ?? ''} role="row">
            <th scope="row" role="rowheader">
              {group.name}
            </th>
            {metrics.map((metric) => {
              const line = lineOf(group, metric.key);
              return (
                <td key={metric.key} role="cell">
                  <span className={classes.label} aria-hidden>
                    {shortMetricName(metric)}
                  </span>
                  {line && (
                    <ScoreCell
                      metric={metric}
                      current={line.current}
                      change={line.change}
                      isCompared={isCompared}
                    />
                  )}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
