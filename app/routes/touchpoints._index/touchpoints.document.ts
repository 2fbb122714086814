import { graphql } from '../../graphql';

export const touchpointList = graphql(`
  query TouchpointList($includeArchived: Boolean) {
    journeys {
      journeyId
      name
      stages {
        stageId
        name
      }
    }
    touchpoints(includeArchived: $includeArchived) {
      touchpointId
      code
      name
      stageId
      isArchived
      owner {
        departmentId
        name
      }
    }
  }
`);
