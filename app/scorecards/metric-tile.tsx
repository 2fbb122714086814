import { Link, useSearchParams } from '@remix-run/react';

import { useMessages } from '../locale';
import { scorecardMessages } from '../locales/scorecards';
import classes from './metric-tile.module.css';
import { metricAddress } from './scorecard-address';
import { shortMetricName } from './metric-format';
import { sinceFirstAnswer, type GridMetric, type Line } from './scorecard';
import { ScoreCell } from './score-cell';

interface MetricTilesProps {
  metrics: readonly GridMetric[];
  lines: readonly Line[];
  isCompared: boolean;
}

/** Each metric as one number with its certainty; its name leads to what it means. */
export function MetricTiles({ metrics, lines, isCompared }: MetricTilesProps) {
  const t = useMessages(scorecardMessages);
  const [search] = useSearchParams();
  return (
    <ul className={classes.tiles}>
      {lines.map((line) => {
        const metric = metrics.find(({ key }) => key === line.metricKey);
        if (!metric) return null;
        return (
          <li key={metric.key} className={classes.tile}>
            <div>
              <Link
                to={metricAddress(metric.key, search)}
                className={classes.name}
                title={`${metric.name}: ${metric.formula} · ${t.versionShort({ version: String(metric.version) })}`}
              >
                {shortMetricName(metric)}
              </Link>{' '}
              <span className="quiet small">
                {t.versionShort({ version: String(metric.version) })}
              </span>
            </div>
            <ScoreCell
              metric={metric}
              current={line.current}
              change={line.change}
              target={line.target}
              status={line.status}
              spark={sinceFirstAnswer(line.trend).map(({ value, low, high }) => [value, low, high])}
              isSparkPartial={line.trend.at(-1)?.isPartial ?? false}
              isCompared={isCompared}
            />
          </li>
        );
      })}
    </ul>
  );
}
