import { graphql } from '../../graphql';

export const getReviewCycle = graphql(`
  query GetReviewCycle(
    $cycleId: ID!
    $search: String
    $steps: [ReviewStep!]
    $first: Int
    $after: String
    $last: Int
    $before: String
  ) {
    reviewCycle(cycleId: $cycleId) {
      cycleId
      name
      templateId
      templateName
      templateVersion
      department {
        name
      }
      launchedAt
      withoutManager
      managerReviewRequestedAt
      managerReviewStartedAt
      closedAt
      reviewCount
      sharedCount
      acknowledgedCount
      steps {
        step
        dueOn
        count
      }
    }
    reviews(
      view: ALL
      cycleId: $cycleId
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
          managerName
          departmentName
          positionTitle
          step
          dueOn
          overallScore
        }
      }
    }
  }
`);

export const startManagerReviews = graphql(`
  mutation StartManagerReviews($input: StartManagerReviewsInput!) {
    startManagerReviews(input: $input) {
      ... on StartManagerReviewsSuccess {
        data {
          cycleId
        }
      }
    }
  }
`);

export const closeReviewCycle = graphql(`
  mutation CloseReviewCycle($input: CloseReviewCycleInput!) {
    closeReviewCycle(input: $input) {
      ... on CloseReviewCycleSuccess {
        data {
          cycleId
        }
      }
    }
  }
`);
