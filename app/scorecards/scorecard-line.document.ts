import { graphql } from '../graphql';

/** What a metric's page and every number of it say. */
export const metricFragment = graphql(`
  fragment MetricWords on Metric @_unmask {
    key
    name
    formula
    unit
    direction
    status
    version
    effectiveOn
    minimumN
    scaleMinimum
    scaleMaximum
  }
`);

export const measurementFragment = graphql(`
  fragment MeasurementNumbers on Measurement @_unmask {
    value
    n
    people
    isTooFew
    interval {
      low
      high
    }
  }
`);

export const changeFragment = graphql(`
  fragment ChangeNumbers on MetricChange @_unmask {
    difference
    interval {
      low
      high
    }
    pValue
    direction
    confidence
    isSignificant
  }
`);

export const scorecardLineFragment = graphql(
  `
    fragment ScorecardLineNumbers on ScorecardLine @_unmask {
      metric {
        key
      }
      current {
        ...MeasurementNumbers
      }
      change {
        ...ChangeNumbers
      }
      target
      status
      trend {
        period {
          key
        }
        measurement {
          ...MeasurementNumbers
        }
        target
        isPartial
      }
    }
  `,
  [measurementFragment, changeFragment],
);
