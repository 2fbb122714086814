import { graphql } from '../../graphql';

export const searchEverything = graphql(`
  query SearchEverything {
    departments {
      departmentId
      name
      parent {
        name
      }
    }
  }
`);
