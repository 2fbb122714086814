import { graphql } from '../../graphql';

export const listReviewTemplates = graphql(`
  query ListReviewTemplates($search: String) {
    reviewTemplates(search: $search) {
      templateId
      name
      version
      isDraft
      publishedVersion
      updatedAt
      indicatorCount
      cycleCount
    }
  }
`);
