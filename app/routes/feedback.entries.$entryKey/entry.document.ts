import { graphql } from '../../graphql';

export const feedbackEntry = graphql(`
  query FeedbackEntry($feedbackId: ID!, $occurredAt: DateTime!) {
    feedbackEntry(feedbackId: $feedbackId, occurredAt: $occurredAt) {
      feedbackId
      occurredAt
      occurredOn
      text
      npsScore
      csatScore
      cesScore
      isHeld
      channelName
      department {
        name
      }
      touchpoint {
        name
      }
      addedBy {
        importId
        fileName
      }
      holds {
        reason
        heldAt
        releaseReason
        releasedAt
      }
    }
  }
`);

export const holdFeedback = graphql(`
  mutation HoldFeedback($input: HoldFeedbackInput!) {
    holdFeedback(input: $input) {
      ... on HoldFeedbackSuccess {
        data {
          feedbackId
        }
      }
    }
  }
`);

export const releaseFeedback = graphql(`
  mutation ReleaseFeedback($input: HoldFeedbackInput!) {
    releaseFeedback(input: $input) {
      ... on ReleaseFeedbackSuccess {
        data {
          feedbackId
        }
      }
    }
  }
`);
