import { graphql } from '../../graphql';

export const heldList = graphql(`
  query HeldFeedback($after: String) {
    heldFeedback(first: 25, after: $after) {
      edges {
        node {
          feedbackId
          occurredAt
          occurredOn
          text
          npsScore
          csatScore
          cesScore
          channelName
          department {
            name
          }
          holds {
            reason
            heldAt
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
