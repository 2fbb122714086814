import { graphql } from '../../graphql';

/** Answers "not found" to whoever may not import. */
export const mayImport = graphql(`
  query MayImport {
    feedbackImports(first: 1) {
      pageInfo {
        hasNextPage
      }
    }
  }
`);
