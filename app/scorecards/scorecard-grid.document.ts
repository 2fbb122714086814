import { graphql } from '../graphql';
import { metricFragment, scorecardLineFragment } from './scorecard-line.document';

export const OpeningPeriodDocument = graphql(`
  query OpeningPeriod {
    openingPeriod {
      key
    }
  }
`);

export const ScorecardGridDocument = graphql(
  `
    query ScorecardGrid($period: PeriodInput!, $comparison: Comparison!, $metricKeys: [String!]) {
      scorecardGrid(period: $period, comparison: $comparison, metricKeys: $metricKeys) {
        asOf
        period {
          key
          kind
        }
        periodSoFar {
          key
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
