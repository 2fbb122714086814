import { graphql } from '../../graphql';

export const ownAccount = graphql(`
  query OwnAccount {
    viewer {
      displayName
      sessions {
        sessionKey
        signedInAt
        expiresAt
        userAgent
      }
    }
  }
`);

export const changePassword = graphql(`
  mutation ChangePassword($input: ChangePasswordInput!) {
    changePassword(input: $input) {
      ... on ChangePasswordSuccess {
        data {
          email
        }
      }
    }
  }
`);

export const signOutEverywhere = graphql(`
  mutation SignOutEverywhere {
    signOutEverywhere {
      ... on SignOutEverywhereSuccess {
        data
      }
    }
  }
`);
