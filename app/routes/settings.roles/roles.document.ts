import { graphql } from '../../graphql';

export const rolesPage = graphql(`
  query RolesPage(
    $search: String
    $hasRole: Boolean
    $first: Int
    $after: String
    $last: Int
    $before: String
  ) {
    userAccounts(
      search: $search
      hasRole: $hasRole
      first: $first
      after: $after
      last: $last
      before: $before
    ) {
      edges {
        node {
          userAccountId
          displayName
          email
          isDisabled
          canGrantRole
          roleGrants {
            roleGrantId
            role
            department {
              name
            }
          }
        }
      }
      pageInfo {
        hasNextPage
        hasPreviousPage
        startCursor
        endCursor
      }
    }
    departments {
      departmentId
      name
      level
    }
  }
`);

export const grantRole = graphql(`
  mutation GrantRole($input: GrantRoleInput!) {
    grantRole(input: $input) {
      ... on GrantRoleSuccess {
        data {
          roleGrantId
        }
      }
    }
  }
`);

export const revokeRole = graphql(`
  mutation RevokeRole($input: RevokeRoleInput!) {
    revokeRole(input: $input) {
      ... on RevokeRoleSuccess {
        data {
          roleGrantId
        }
      }
    }
  }
`);
