import { graphql } from '../graphql';
import { figuresFragment, roundFragment } from './pulse-figure.document';

export const PulseHomeDocument = graphql(
  `
    query PulseHome {
      ownPulse {
        isAnswered
        path
        daysLeft
        round {
          ...PulseRoundFacts
        }
      }
      pulseRounds {
        ...PulseRoundFacts
      }
    }
  `,
  [roundFragment],
);

export const PulseParticipationDocument = graphql(`
  query PulseParticipation($roundId: ID!) {
    pulseParticipation(roundId: $roundId) {
      asked
      answered
      department {
        departmentId
        name
        level
      }
    }
  }
`);

export const PulseDepartmentsDocument = graphql(
  `
    query PulseDepartments($roundId: ID!) {
      pulseDepartmentResults(roundId: $roundId) {
        department {
          departmentId
          name
          level
        }
        figures {
          ...PulseFiguresNumbers
        }
      }
    }
  `,
  [figuresFragment],
);

export const PulseResultsDocument = graphql(
  `
    query PulseResults($roundId: ID!, $departmentId: ID!) {
      pulseResults(roundId: $roundId, departmentId: $departmentId) {
        round {
          ...PulseRoundFacts
        }
        department {
          departmentId
          name
        }
        statements {
          key
          text
        }
        figures {
          ...PulseFiguresNumbers
        }
        tenure {
          band
          figures {
            ...PulseFiguresNumbers
          }
        }
        trend {
          round {
            number
            closesAt
          }
          enps {
            value
            bound
            n
            interval {
              low
              high
            }
          }
          engagement {
            value
            bound
            n
            interval {
              low
              high
            }
          }
        }
      }
    }
  `,
  [roundFragment, figuresFragment],
);

export const PulseCommentsDocument = graphql(`
  query PulseComments($roundId: ID!, $departmentId: ID!, $page: Int!) {
    pulseComments(roundId: $roundId, departmentId: $departmentId, page: $page) {
      hasMore
      comments {
        commentId
        body
      }
    }
  }
`);
