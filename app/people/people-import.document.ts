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
      tally {
        rows
        judged
        stored
        created
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
