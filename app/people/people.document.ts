import { graphql } from '../graphql';

export const suggestPeople = graphql(`
  query SuggestPeople($words: String!, $state: EmployeeState!) {
    employees(filter: { search: $words, state: $state }, first: 8) {
      edges {
        node {
          employeeId
          employeeNumber
          fullName
          positionTitle
        }
      }
    }
  }
`);

export const departmentTree = graphql(`
  query DepartmentTree {
    departments {
      departmentId
      name
      level
    }
  }
`);
