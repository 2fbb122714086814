import { graphql } from '../graphql';

export const listAuditEntries = graphql(`
  query ListAuditEntries(
    $filter: AuditFilter!
    $first: Int
    $after: String
    $last: Int
    $before: String
  ) {
    auditEntries(filter: $filter, first: $first, after: $after, last: $last, before: $before) {
      pageInfo {
        hasNextPage
        hasPreviousPage
        startCursor
        endCursor
      }
      edges {
        node {
          auditEntryId
          recordedAt
          actorKind
          actorName
          action
          subjectType
          subjectId
          subjectName
          details
          requestId
        }
      }
    }
  }
`);

export const listOutbox = graphql(`
  query ListOutbox(
    $filter: OutboxFilter!
    $first: Int
    $after: String
    $last: Int
    $before: String
  ) {
    outboxMails(filter: $filter, first: $first, after: $after, last: $last, before: $before) {
      pageInfo {
        hasNextPage
        hasPreviousPage
        startCursor
        endCursor
      }
      edges {
        node {
          outboxMailId
          to
          subject
          state
          createdAt
          sentAt
        }
      }
    }
  }
`);

export const readOutboxMail = graphql(`
  query ReadOutboxMail($outboxMailId: ID!) {
    outboxMail(outboxMailId: $outboxMailId) {
      text
      links
      mail {
        to
        subject
        state
        attempts
        lastError
        createdAt
        sentAt
      }
    }
  }
`);

export const listJobs = graphql(`
  query ListJobs($state: JobState, $page: Int!) {
    backgroundJobs(state: $state, page: $page) {
      totalCount
      jobs {
        jobId
        name
        title
        state
        attempts
        maxAttempts
        lastError
        runAt
        progressDone
        progressTotal
      }
    }
  }
`);

export const retryJob = graphql(`
  mutation RetryJob($input: RetryBackgroundJobInput!) {
    retryBackgroundJob(input: $input) {
      ... on RetryBackgroundJobSuccess {
        data
      }
    }
  }
`);

export const discardJob = graphql(`
  mutation DiscardJob($input: DiscardBackgroundJobInput!) {
    discardBackgroundJob(input: $input) {
      ... on DiscardBackgroundJobSuccess {
        data
      }
    }
  }
`);

export const readOrganisation = graphql(`
  query ReadOrganisation {
    organisation {
      nameEn
      nameZh
      timeZone
      defaultLocale
      revision
      canUpdate
    }
  }
`);

export const updateOrganisation = graphql(`
  mutation UpdateOrganisation($input: UpdateOrganisationInput!) {
    updateOrganisation(input: $input) {
      ... on UpdateOrganisationSuccess {
        data {
          organisationId
        }
      }
    }
  }
`);
