import { graphql } from '../../graphql';

export const listReviewCycles = graphql(`
  query ListReviewCycles {
    reviewCycles {
      cycleId
      name
      templateName
      templateVersion
      department {
        name
      }
      launchedAt
      closedAt
      reviewCount
      sharedCount
    }
  }
`);
