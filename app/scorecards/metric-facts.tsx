import { Link } from '@remix-run/react';

import { formatCount, formatDate, formatNumber } from '../../universal/format';
import { useLocale, useMessages } from '../locale';
import { scorecardMessages } from '../locales/scorecards';
import type { MetricDefinition } from './load-metric';
import classes from './metric-facts.module.css';

/** Everything that is agreed about a number. */
export function MetricFacts({ metric }: { metric: MetricDefinition }) {
  const t = useMessages(scorecardMessages);
  const locale = useLocale();
  const { scaleMinimum: low, scaleMaximum: high, owner } = metric;
  const levels = {
    ORGANISATION: t.level_ORGANISATION,
    DEPARTMENT: t.level_DEPARTMENT,
    TEAM: t.level_TEAM,
    INDIVIDUAL: t.level_INDIVIDUAL,
  };
  const facts = [
    {
      term: t.version,
      words: t.versionOf({
        version: String(metric.version),
        date: formatDate(locale, metric.effectiveOn),
      }),
    },
    {
      term: t.metricOwner,
      words: owner ? (
        <Link to={`/scorecards/${owner.departmentId}`}>{owner.name}</Link>
      ) : (
        t.noMetricOwner
      ),
    },
    { term: t.direction, words: metric.direction === 'LOWER' ? t.lowerBetter : t.higherBetter },
    {
      term: t.scale,
      words:
        low === null || high === null
          ? t.noScale
          : t.scaleOf({ low: formatNumber(locale, low, 0), high: formatNumber(locale, high, 0) }),
    },
    {
      term: t.minimumN,
      words: `${formatCount(locale, metric.minimumN)}${t.stop}${t.minimumNText({ n: formatCount(locale, metric.minimumN) })}`,
    },
    { term: t.lowestLevel, words: levels[metric.lowestLevel] },
    { term: t.additive, words: metric.isAdditive ? t.additiveYes : t.additiveNo },
    ...(metric.unit === 'COUNT' ? [] : [{ term: t.certainty, words: t.certaintyText }]),
  ];
  return (
    <dl className={classes.facts}>
      {facts.map(({ term, words }) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{words}</dd>
        </div>
      ))}
    </dl>
  );
}
