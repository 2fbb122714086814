import { graphql } from '../graphql';

export const systemState = graphql(`
  query SystemState {
    failed: backgroundJobs(state: FAILED) {
      totalCount
    }
    retrying: backgroundJobs(state: RETRYING) {
      totalCount
    }
    failedMails: outboxMails(first: 1, filter: { state: FAILED }) {
      edges {
        cursor
      }
    }
  }
`);
