import { graphql } from '../../graphql';

export const getReview = graphql(`
  query GetReview($reviewId: ID!) {
    review(reviewId: $reviewId) {
      reviewId
      cycleId
      cycleName
      employeeName
      managerName
      departmentName
      positionTitle
      step
      dueOn
      party
      canWrite
      summary
      overallScore
      revision
      savedAt
      submittedAt
      sharedAt
      acknowledgedAt
      acknowledgementNote
      content {
        overallScore
        range {
          low
          high
        }
        highestAchievement
        isRescaled
        hasComments
        areGoalsEqual
        ratingLabels
        sections {
          kind
          weight
          countedWeight
          score
          range {
            low
            high
          }
        }
        goals {
          goalId
          title
          measure
          weight
          achievement
        }
        indicators {
          indicatorId
          metric {
            key
            name
            unit
          }
          scope
          threshold
          target
          stretch
          minimumN
          weight
          countedWeight
          evidence {
            departmentName
            periodFrom
            periodTo
            value
            n
            intervalLow
            intervalHigh
            status
            score
            scoreRange {
              low
              high
            }
            counted {
              value
              interval {
                low
                high
              }
              populationMean
              populationSize
              priorWeight
            }
            targetSource
            sentence
            metricVersion
            query
            responseCount
            responseHash
            coversScores
            frozenAt
          }
        }
        competencies {
          competencyId
          label
          rating
          remark
        }
      }
    }
  }
`);

export const saveReview = graphql(`
  mutation SaveReview($input: SaveReviewInput!) {
    saveReview(input: $input) {
      ... on SaveReviewSuccess {
        data {
          reviewId
          revision
        }
      }
    }
  }
`);

export const submitReview = graphql(`
  mutation SubmitReview($input: SubmitReviewInput!) {
    submitReview(input: $input) {
      ... on SubmitReviewSuccess {
        data {
          reviewId
        }
      }
    }
  }
`);

export const withdrawReview = graphql(`
  mutation WithdrawReview($input: WithdrawReviewInput!) {
    withdrawReview(input: $input) {
      ... on WithdrawReviewSuccess {
        data {
          reviewId
        }
      }
    }
  }
`);

export const shareReview = graphql(`
  mutation ShareReview($input: ShareReviewInput!) {
    shareReview(input: $input) {
      ... on ShareReviewSuccess {
        data {
          reviewId
        }
      }
    }
  }
`);

export const acknowledgeReview = graphql(`
  mutation AcknowledgeReview($input: AcknowledgeReviewInput!) {
    acknowledgeReview(input: $input) {
      ... on AcknowledgeReviewSuccess {
        data {
          reviewId
        }
      }
    }
  }
`);
