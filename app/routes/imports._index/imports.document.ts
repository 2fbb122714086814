import { graphql } from '../../graphql';

export const importList = graphql(`
  query ImportList($after: String) {
    feedbackImports(first: 25, after: $after) {
      edges {
        node {
          importId
          fileName
          status
          percent
          rowsStored
          rowsChanged
          rowsRejected
          createdAt
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
