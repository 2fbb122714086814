import { graphql } from '../graphql';
import { metricFragment, scorecardLineFragment } from './scorecard-line.document';

export const MetricCatalogueDocument = graphql(
  `
    query MetricCatalogue {
      metrics {
        ...MetricWords
        grain
        owner {
          name
        }
      }
    }
  `,
  [metricFragment],
);

export const MetricPageDocument = graphql(
  `
    query MetricPage($key: String!) {
      metric(key: $key) {
        ...MetricWords
        grain
        isAdditive
        lowestLevel
        owner {
          departmentId
          name
        }
      }
    }
  `,
  [metricFragment],
);

export const MetricStandingsDocument = graphql(
  `
    query MetricStandings($period: PeriodInput!, $comparison: Comparison!, $metricKeys: [String!]) {
      scorecardGrid(period: $period, comparison: $comparison, metricKeys: $metricKeys) {
        asOf
        period {
          key
        }
        periodSoFar {
          key
        }
        comparedWith {
          key
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
  [scorecardLineFragment],
);
