import { graphql } from '../graphql';

export const listImportsOfPeople = graphql(`
  query ListImportsOfPeople {
    peopleImports {
      peopleImportId
      fileName
      state
      createdAt
    }
  }
`);

export const readImportOfPeople = graphql(`
  query ReadImportOfPeople($peopleImportId: ID!) {
    peopleImport(peopleImportId: $peopleImportId) {
      peopleImportId
      fileName
      state
      failure
      ignoredColumns
      encoding
      encodingCertainty
      encodingCandidates {
        encoding
        name
        preview
      }
      dateOrder
      dateCandidates
      revision
      unknownDepartments {
        value
        rows
        similarDepartmentIds
      }
      tally {
        rows
        judged
        stored
        created
        rehired
        updated
        unchanged
        rejected
      }
      rejectedRows {
        line
        problems {
          field
          value
          reason
        }
      }
    }
    departments {
      departmentId
      name
      code
      level
    }
  }
`);

export const readPeopleFileAs = graphql(`
  mutation ReadPeopleFileAs($input: ReadPeopleFileAsInput!) {
    readPeopleFileAs(input: $input) {
      ... on ReadPeopleFileAsSuccess {
        data
      }
    }
  }
`);

export const startImportOfPeople = graphql(`
  mutation StartImportOfPeople($input: StartPeopleImportInput!) {
    startPeopleImport(input: $input) {
      ... on StartPeopleImportSuccess {
        data
      }
    }
  }
`);
