import { graphql } from '../graphql';

export const listDepartmentTree = graphql(`
  query ListDepartmentTree($withArchived: Boolean!) {
    departments(withArchived: $withArchived) {
      departmentId
      code
      name
      level
      isArchived
      headName
      memberCount
      canUpdate
    }
  }
`);

export const departmentToChange = graphql(`
  query DepartmentToChange($departmentId: ID!) {
    department(departmentId: $departmentId) {
      departmentId
      code
      name
      nameEn
      nameZh
      isArchived
      headEmployeeId
      revision
      canUpdate
      parent {
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

export const createDepartment = graphql(`
  mutation CreateDepartment($input: CreateDepartmentInput!) {
    createDepartment(input: $input) {
      ... on CreateDepartmentSuccess {
        data {
          departmentId
        }
      }
    }
  }
`);

export const updateDepartment = graphql(`
  mutation UpdateDepartment($input: UpdateDepartmentInput!) {
    updateDepartment(input: $input) {
      ... on UpdateDepartmentSuccess {
        data {
          departmentId
        }
      }
    }
  }
`);

export const moveDepartment = graphql(`
  mutation MoveDepartment($input: MoveDepartmentInput!) {
    moveDepartment(input: $input) {
      ... on MoveDepartmentSuccess {
        data {
          departmentId
          revision
        }
      }
    }
  }
`);

export const archiveDepartment = graphql(`
  mutation ArchiveDepartment($input: ArchiveDepartmentInput!) {
    archiveDepartment(input: $input) {
      ... on ArchiveDepartmentSuccess {
        data {
          departmentId
        }
      }
    }
  }
`);

export const restoreDepartment = graphql(`
  mutation RestoreDepartment($input: RestoreDepartmentInput!) {
    restoreDepartment(input: $input) {
      ... on RestoreDepartmentSuccess {
        data {
          departmentId
        }
      }
    }
  }
`);
