import { graphql } from '../graphql';
import {
  changeFragment,
  measurementFragment,
  metricFragment,
  scorecardLineFragment,
} from './scorecard-line.document';

const groupFragment = graphql(
  `
    fragment GroupNumbers on ScorecardGroup @_unmask {
      key
      name
      lines {
        metric {
          key
        }
        current {
          ...MeasurementNumbers
        }
        change {
          ...ChangeNumbers
        }
      }
    }
  `,
  [measurementFragment, changeFragment],
);

export const DepartmentScorecardDocument = graphql(
  `
    query DepartmentScorecard($departmentId: ID!, $period: PeriodInput!, $comparison: Comparison!) {
      departmentScorecard(departmentId: $departmentId, period: $period, comparison: $comparison) {
        asOf
        canSetTarget
        period {
          key
        }
        periodSoFar {
          key
        }
        comparedWith {
          key
        }
        department {
          departmentId
          name
          level
          headName
          parent {
            departmentId
            name
            parent {
              departmentId
              name
              parent {
                departmentId
                name
              }
            }
          }
        }
        lines {
          ...ScorecardLineNumbers
          metric {
            ...MetricWords
          }
          current {
            npsCounts {
              promoters
              passives
              detractors
            }
          }
        }
        byTouchpoint {
          ...GroupNumbers
        }
        byChannel {
          ...GroupNumbers
        }
      }
      scorecardGrid(period: $period, comparison: $comparison) {
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
  [groupFragment, metricFragment, scorecardLineFragment],
);

const commentFragment = graphql(`
  fragment CommentWords on Comment @_unmask {
    feedbackId
    occurredAt
    text
    npsScore
    csatScore
    cesScore
    channelName
    department {
      departmentId
      name
    }
    touchpoint {
      name
    }
  }
`);

export const DepartmentCommentsDocument = graphql(
  `
    query DepartmentComments($departmentId: ID!, $period: PeriodInput!) {
      newest: comments(departmentId: $departmentId, period: $period, order: NEWEST, first: 5) {
        edges {
          node {
            ...CommentWords
          }
        }
      }
      critical: comments(departmentId: $departmentId, period: $period, order: CRITICAL, first: 5) {
        edges {
          node {
            ...CommentWords
          }
        }
      }
    }
  `,
  [commentFragment],
);

export const SetTargetDocument = graphql(`
  mutation SetTarget($input: SetTargetInput!) {
    setTarget(input: $input) {
      ... on SetTargetSuccess {
        data {
          target
          effectiveOn
        }
      }
    }
  }
`);

export const TargetOfDayDocument = graphql(`
  query TargetOfDay($metricKey: String!, $departmentId: ID, $effectiveOn: Date!) {
    targetOfDay(metricKey: $metricKey, departmentId: $departmentId, effectiveOn: $effectiveOn) {
      target
      revision
    }
  }
`);
