import { graphql } from '../../graphql';

export const savePreferences = graphql(`
  mutation SavePreferences($input: SavePreferencesInput!) {
    savePreferences(input: $input) {
      ... on SavePreferencesSuccess {
        data {
          email
        }
      }
    }
  }
`);
