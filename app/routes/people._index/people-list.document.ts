import { graphql } from '../../graphql';

export const listPeople = graphql(`
  query ListPeople(
    $filter: EmployeeFilter!
    $first: Int
    $after: String
    $last: Int
    $before: String
  ) {
    employees(filter: $filter, first: $first, after: $after, last: $last, before: $before) {
      totalCount
      pageInfo {
        hasNextPage
        hasPreviousPage
        startCursor
        endCursor
      }
      edges {
        node {
          employeeId
          employeeNumber
          fullName
          positionTitle
          managerName
          hiredOn
          leftOn
          canUpdate
          access {
            state
          }
          department {
            departmentId
            name
          }
        }
      }
    }
    departments {
      departmentId
      name
      level
    }
  }
`);
