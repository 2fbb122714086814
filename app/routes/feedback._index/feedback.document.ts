import { graphql } from '../../graphql';

export const feedbackFilters = graphql(`
  query FeedbackFilters {
    departments {
      departmentId
      name
      level
    }
    touchpoints(includeArchived: true) {
      touchpointId
      name
    }
  }
`);

export const feedbackList = graphql(`
  query FeedbackList(
    $departmentId: ID
    $period: PeriodInput
    $touchpointId: ID
    $band: ScoreBand
    $search: String
    $order: CommentOrder
    $after: String
  ) {
    comments(
      departmentId: $departmentId
      period: $period
      touchpointId: $touchpointId
      band: $band
      search: $search
      order: $order
      first: 25
      after: $after
    ) {
      edges {
        node {
          feedbackId
          occurredAt
          text
          npsScore
          csatScore
          cesScore
          scorePercent
          channelName
          department {
            name
          }
          touchpoint {
            name
          }
        }
      }
      pageInfo {
        hasNextPage
        hasPreviousPage
        startCursor
        endCursor
      }
    }
  }
`);
