import { graphql } from '../../graphql';

export const openLinkFragment = graphql(`
  fragment OpenLinkFacts on OpenLink @_unmask {
    openLinkId
    address
    channel
    label
    touchpointName
    departmentName
    createdAt
    deactivatedAt
  }
`);

export const FeedbackLinksDocument = graphql(
  `
    query FeedbackLinks {
      openLinks {
        ...OpenLinkFacts
      }
      touchpoints {
        touchpointId
        name
      }
      departments {
        departmentId
        name
        level
      }
    }
  `,
  [openLinkFragment],
);

export const FeedbackLinkDocument = graphql(
  `
    query FeedbackLink($openLinkId: ID!) {
      openLink(openLinkId: $openLinkId) {
        ...OpenLinkFacts
        qrCodeSvg
      }
    }
  `,
  [openLinkFragment],
);

export const CreateLinkDocument = graphql(`
  mutation CreateOpenLink($input: CreateOpenLinkInput!) {
    createOpenLink(input: $input) {
      ... on CreateOpenLinkSuccess {
        data {
          openLinkId
        }
      }
    }
  }
`);

export const DeactivateLinkDocument = graphql(`
  mutation DeactivateOpenLink($input: DeactivateOpenLinkInput!) {
    deactivateOpenLink(input: $input) {
      ... on DeactivateOpenLinkSuccess {
        data {
          openLinkId
        }
      }
    }
  }
`);
