import { graphql } from '../../graphql';

export const journeyForm = graphql(`
  query JourneyForm {
    journeys {
      journeyId
      nameEn
      nameZh
      revision
    }
  }
`);

export const saveJourney = graphql(`
  mutation SaveJourney($input: SaveJourneyInput!) {
    saveJourney(input: $input) {
      ... on SaveJourneySuccess {
        data {
          journeyId
        }
      }
    }
  }
`);
