import { graphql } from '../../graphql';

export const searchDepartments = graphql(`
  query SearchDepartments {
    departments {
      departmentId
      name
      nameEn
      nameZh
      parent {
        name
      }
    }
  }
`);

export const searchMetrics = graphql(`
  query SearchMetrics {
    metrics {
      key
      name
    }
  }
`);

export const searchPeople = graphql(`
  query SearchPeople($search: String!, $first: Int!) {
    employees(filter: { search: $search }, first: $first) {
      edges {
        node {
          employeeId
          fullName
          positionTitle
        }
      }
    }
  }
`);
