import { graphql } from '../../graphql';

export const getReviewMetrics = graphql(`
  query GetReviewMetrics {
    reviewMetrics {
      key
      name
      unit
      direction
      minimum
      maximum
      minimumN
      suggestedBands {
        threshold
        target
        stretch
      }
    }
  }
`);

export const getReviewTemplate = graphql(`
  query GetReviewTemplate($templateId: ID!) {
    reviewMetrics {
      key
      name
      unit
      direction
      minimum
      maximum
      minimumN
      suggestedBands {
        threshold
        target
        stretch
      }
    }
    reviewTemplate(templateId: $templateId) {
      templateId
      name {
        text
        en
        zh
      }
      version
      revision
      publishedAt
      updatedAt
      goalsWeight
      indicatorsWeight
      competenciesWeight
      hasComments
      indicators {
        indicatorId
        metric {
          key
          name
        }
        scope
        threshold
        target
        stretch
        weight
        minimumN
      }
      competencies {
        competencyId
        label {
          text
          en
          zh
        }
      }
      ratingLabels {
        text
        en
        zh
      }
    }
  }
`);

export const saveReviewTemplate = graphql(`
  mutation SaveReviewTemplate($input: SaveReviewTemplateInput!) {
    saveReviewTemplate(input: $input) {
      ... on SaveReviewTemplateSuccess {
        data {
          templateId
          revision
        }
      }
    }
  }
`);

export const publishReviewTemplate = graphql(`
  mutation PublishReviewTemplate($input: PublishReviewTemplateInput!) {
    publishReviewTemplate(input: $input) {
      ... on PublishReviewTemplateSuccess {
        data {
          templateId
        }
      }
    }
  }
`);

export const reviseReviewTemplate = graphql(`
  mutation ReviseReviewTemplate($input: ReviseReviewTemplateInput!) {
    reviseReviewTemplate(input: $input) {
      ... on ReviseReviewTemplateSuccess {
        data {
          templateId
        }
      }
    }
  }
`);

export const previewIndicator = graphql(`
  query PreviewIndicator($input: TemplateIndicatorInput!) {
    indicatorPreview(input: $input) {
      ... on IndicatorPreviewSuccess {
        data {
          period {
            key
            kind
            startOn
            endOn
          }
          separation
          lines {
            department {
              departmentId
              name
              level
            }
            value
            n
            interval {
              low
              high
            }
            status
            score
            scoreRange {
              low
              high
            }
            countedValue
            target
            targetSource
          }
        }
      }
    }
  }
`);
