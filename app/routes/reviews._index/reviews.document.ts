import { graphql } from '../../graphql';

export const listMyReviews = graphql(`
  query ListMyReviews(
    $search: String
    $steps: [ReviewStep!]
    $first: Int
    $after: String
    $last: Int
    $before: String
  ) {
    mine: reviews(view: MINE, first: 50) {
      edges {
        node {
          reviewId
          cycleName
          managerName
          step
          dueOn
          overallScore
          sharedAt
          acknowledgedAt
        }
      }
    }
    toWrite: reviews(
      view: TO_WRITE
      search: $search
      steps: $steps
      first: $first
      after: $after
      last: $last
      before: $before
    ) {
      totalCount
      pageInfo {
        hasNextPage
        hasPreviousPage
        startCursor
        endCursor
      }
      edges {
        node {
          reviewId
          cycleName
          employeeName
          departmentName
          positionTitle
          step
          dueOn
          overallScore
          canWrite
        }
      }
    }
  }
`);
