import { graphql } from '../graphql';
import { metricFragment, scorecardLineFragment } from './scorecard-line.document';

export const ScorecardGridDocument = graphql(
  `
    query ScorecardGrid($period: PeriodInput!, $comparison: Comparison!, $metricKeys: [String!]) {
      scorecardGrid(period: $period, comparison: $comparison, metricKeys: $metricKeys) {
        asOf
        period {
          key
          kind
        }
        comparedWith {
          key
        }
        metrics {
          ...MetricWords
        }
        rows {
          department {
            departmentId
            name
            level
            parent {
              departmentId
            }
          }
          lines {
            ...ScorecardLineNumbers
          }
        }
      }
    }
  `,
  [metricFragment, scorecardLineFragment],
);
