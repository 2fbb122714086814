import { graphql } from '../../graphql';

export const countInvitations = graphql(`
  query CountInvitations(
    $all: EmployeeFilter!
    $withoutAccess: EmployeeFilter!
    $invitable: EmployeeFilter!
  ) {
    all: employees(filter: $all, first: 1) {
      totalCount
    }
    withoutAccess: employees(filter: $withoutAccess, first: 1) {
      totalCount
    }
    invitable: employees(filter: $invitable, first: 1) {
      totalCount
    }
  }
`);

export const invitePeople = graphql(`
  mutation InvitePeople($input: InviteEmployeesInput!) {
    inviteEmployees(input: $input) {
      ... on InviteEmployeesSuccess {
        data
      }
    }
  }
`);
