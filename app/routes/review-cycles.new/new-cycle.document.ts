import { graphql } from '../../graphql';

export const getCycleChoices = graphql(`
  query GetCycleChoices {
    reviewTemplates {
      templateId
      name
      publishedVersion
    }
    departments {
      departmentId
      name
      level
    }
  }
`);

export const getPopulation = graphql(`
  query GetPopulation($departmentId: ID!) {
    reviewPopulation(departmentId: $departmentId) {
      reviewed
      withoutManager
    }
  }
`);

export const launchReviewCycle = graphql(`
  mutation LaunchReviewCycle($input: LaunchReviewCycleInput!) {
    launchReviewCycle(input: $input) {
      ... on LaunchReviewCycleSuccess {
        data {
          cycleId
        }
      }
    }
  }
`);
