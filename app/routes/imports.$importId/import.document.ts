import { graphql } from '../../graphql';

export const importOverview = graphql(`
  query ImportOverview($importId: ID!) {
    feedbackImport(importId: $importId) {
      importId
      fileName
      fileBytes
      encoding
      encodingCertainty
      encodingCandidates {
        encoding
        name
        preview
      }
      columns
      revision
      status
      percent
      secondsLeft
      rowsRead
      rowsStored
      rowsChanged
      rowsUnchanged
      rowsSkipped
      rowsRejected
      failure {
        step
        message
      }
    }
  }
`);

export const importForColumns = graphql(`
  query ImportForColumns($importId: ID!) {
    feedbackImport(importId: $importId) {
      source
      earlierImport {
        importId
        fileName
        sourceName
        createdAt
        isSameFile
        differences
      }
      sample(first: 5) {
        line
        values
      }
      guess {
        department
        date
        dateOrder
        scores {
          column
          metric
          best
        }
        comment
        rowId
        respondent
        touchpoint
        channel
        defaultTouchpointId
      }
      mapping {
        columns {
          department
          date
          dateOrder
          scores {
            column
            metric
            best
          }
          comment
          rowId
          respondent
          touchpoint
          channel
          defaultTouchpointId
        }
      }
      offeredMappings {
        importMappingId
        name
        columns {
          department
          date
          dateOrder
          scores {
            column
            metric
            best
          }
          comment
          rowId
          respondent
          touchpoint
          channel
          defaultTouchpointId
        }
      }
    }
    touchpoints {
      touchpointId
      name
    }
    feedbackSources
  }
`);

export const importForDepartments = graphql(`
  query ImportForDepartments($importId: ID!) {
    feedbackImport(importId: $importId) {
      mappingName
      offeredMappings {
        name
      }
      mapping {
        createUnderId
        columns {
          department
          dateOrder
        }
      }
      profile {
        rows
        dateOrder
        datesInOtherFormat
        unreadableDates
      }
      suggestedMatches {
        path
        rows
        match {
          action
          departmentId
          sameAs
        }
        similarDepartmentIds
        similarPaths {
          path
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

export const importReport = graphql(`
  query ImportReport($importId: ID!) {
    feedbackImport(importId: $importId) {
      source
      earlierImport {
        importId
        fileName
        sourceName
        createdAt
        isSameFile
        differences
      }
      changes {
        field
        rows
      }
      changeSamples {
        line
        field
        before
        after
      }
      takeBack {
        added
        changed
        changedSince {
          importId
          fileName
          rows
        }
        foundSince {
          importId
          fileName
          rows
        }
        isForgotten
      }
      period {
        key
      }
      tally {
        path
        rows
        scores {
          metric
          scored
          satisfied
        }
      }
      mapping {
        columns {
          scores {
            metric
          }
        }
        departments {
          path
          action
          departmentId
        }
      }
      rejectedRows(first: 50) {
        line
        problems {
          column
          value
          reason
        }
      }
    }
    departments {
      departmentId
      name
      parent {
        departmentId
      }
    }
  }
`);

export const chooseImportEncoding = graphql(`
  mutation ChooseImportEncoding($input: ChooseImportEncodingInput!) {
    chooseImportEncoding(input: $input) {
      ... on ChooseImportEncodingSuccess {
        data {
          importId
        }
      }
    }
  }
`);

export const mapImportColumns = graphql(`
  mutation MapImportColumns($input: MapImportColumnsInput!) {
    mapImportColumns(input: $input) {
      ... on MapImportColumnsSuccess {
        data {
          importId
        }
      }
    }
  }
`);

export const matchImportDepartments = graphql(`
  mutation MatchImportDepartments($input: MatchImportDepartmentsInput!) {
    matchImportDepartments(input: $input) {
      ... on MatchImportDepartmentsSuccess {
        data {
          importId
        }
      }
    }
  }
`);

export const commitImport = graphql(`
  mutation CommitImport($input: CommitFeedbackImportInput!) {
    commitFeedbackImport(input: $input) {
      ... on CommitFeedbackImportSuccess {
        data {
          importId
        }
      }
    }
  }
`);

export const takeBackImport = graphql(`
  mutation TakeBackImport($input: TakeBackFeedbackImportInput!) {
    takeBackFeedbackImport(input: $input) {
      ... on TakeBackFeedbackImportSuccess {
        data {
          importId
        }
      }
    }
  }
`);
