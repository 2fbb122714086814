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
      earlierEmployments {
        hiredOn
        leftOn
      }
      positionTitle
      managerName
      managerEmployeeId
      canUpdate
      access {
        state
        invitedAt
        linkExpiresAt
        activeSince
        lastSignedInAt
        refusal
        account {
          email
          roleGrants {
            roleGrantId
            role
            department {
              name
            }
          }
        }
      }
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

export const inviteToSignIn = graphql(`
  mutation InviteToSignIn($input: InviteEmployeeInput!) {
    inviteEmployee(input: $input) {
      ... on InviteEmployeeSuccess {
        data {
          employeeId
        }
      }
    }
  }
`);

export const withdrawPersonsAccess = graphql(`
  mutation WithdrawPersonsAccess($input: WithdrawAccessInput!) {
    withdrawAccess(input: $input) {
      ... on WithdrawAccessSuccess {
        data {
          employeeId
        }
      }
    }
  }
`);
