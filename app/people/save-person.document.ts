import { graphql } from '../graphql';

export const createPerson = graphql(`
  mutation CreatePerson($input: CreateEmployeeInput!) {
    createEmployee(input: $input) {
      ... on CreateEmployeeSuccess {
        data {
          employeeId
        }
      }
    }
  }
`);

export const updatePerson = graphql(`
  mutation UpdatePerson($input: UpdateEmployeeInput!) {
    updateEmployee(input: $input) {
      ... on UpdateEmployeeSuccess {
        data {
          employeeId
        }
      }
    }
  }
`);

export const transferPerson = graphql(`
  mutation TransferPerson($input: TransferEmployeeInput!) {
    transferEmployee(input: $input) {
      ... on TransferEmployeeSuccess {
        data {
          employeeId
        }
      }
    }
  }
`);

export const endPersonsEmployment = graphql(`
  mutation EndPersonsEmployment($input: EndEmploymentInput!) {
    endEmployment(input: $input) {
      ... on EndEmploymentSuccess {
        data {
          employeeId
        }
      }
    }
  }
`);

export const personToChange = graphql(`
  query PersonToChange($employeeId: ID!) {
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
      revision
      placeRevision
      canUpdate
      department {
        departmentId
      }
    }
    departments {
      departmentId
      name
      level
    }
  }
`);

export const personsNumber = graphql(`
  query PersonsNumber($employeeId: ID!) {
    employee(employeeId: $employeeId) {
      employeeNumber
      fullName
    }
  }
`);
