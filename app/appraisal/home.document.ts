import { graphql } from '../graphql';

export const listReviewsToWrite = graphql(`
  query ListReviewsToWrite {
    reviews(view: TO_WRITE, steps: [GOALS, MANAGER_REVIEW, SHARE], first: 5) {
      totalCount
      edges {
        node {
          reviewId
          employeeName
          step
          dueOn
        }
      }
    }
  }
`);

export const listSharedReviews = graphql(`
  query ListSharedReviews {
    reviews(view: MINE, steps: [ACKNOWLEDGE], first: 5) {
      edges {
        node {
          reviewId
          cycleName
          managerName
          dueOn
        }
      }
    }
  }
`);

export const listRunningCycles = graphql(`
  query ListRunningCycles {
    reviewCycles(isRunning: true) {
      cycleId
      name
      reviewCount
      sharedCount
    }
  }
`);
