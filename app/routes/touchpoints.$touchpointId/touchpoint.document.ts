import { graphql } from '../../graphql';

export const touchpointForm = graphql(`
  query TouchpointForm {
    journeys {
      name
      stages {
        stageId
        name
      }
    }
    departments {
      departmentId
      name
      level
    }
    touchpoints(includeArchived: true) {
      touchpointId
      code
      nameEn
      nameZh
      stageId
      isArchived
      ownerDepartmentId
      revision
    }
  }
`);

export const saveTouchpoint = graphql(`
  mutation SaveTouchpoint($input: SaveTouchpointInput!) {
    saveTouchpoint(input: $input) {
      ... on SaveTouchpointSuccess {
        data {
          touchpointId
        }
      }
    }
  }
`);

export const archiveTouchpoint = graphql(`
  mutation ArchiveTouchpoint($input: ArchiveTouchpointInput!) {
    archiveTouchpoint(input: $input) {
      ... on ArchiveTouchpointSuccess {
        data {
          touchpointId
        }
      }
    }
  }
`);
