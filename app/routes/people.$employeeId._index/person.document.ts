import { graphql } from '../../graphql';

export const readPerson = graphql(`
  query ReadPerson($employeeId: ID!) {
    employee(employeeId: $employeeId) {
      employeeId
      employeeNumber
      fullName
      email
      locale
      hiredOn
      leftOn
      positionTitle
      managerName
      managerEmployeeId
      canUpdate
      department {
        departmentId
        name
      }
      placements {
        from
        to
        positionTitle
        department {
          departmentId
          name
        }
      }
      reportingLines {
        from
        to
        managerName
      }
    }
    employees(filter: { managerEmployeeId: $employeeId }, first: 50) {
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
