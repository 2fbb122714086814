import { graphql } from '../../graphql';
import { roundFragment } from '../../pulse/pulse-figure.document';

export const PulsePlanDocument = graphql(
  `
    query PulsePlan {
      pulseProgrammes {
        programmeId
        name
        minimumGroup
        minimumCommentGroup
        isLocked
      }
      pulseRounds {
        ...PulseRoundFacts
      }
    }
  `,
  [roundFragment],
);

export const CreateRoundDocument = graphql(`
  mutation CreatePulseRound($input: CreatePulseRoundInput!) {
    createPulseRound(input: $input) {
      ... on CreatePulseRoundSuccess {
        data {
          roundId
        }
      }
    }
  }
`);

export const OpenRoundDocument = graphql(`
  mutation OpenPulseRound($input: OpenPulseRoundInput!) {
    openPulseRound(input: $input) {
      ... on OpenPulseRoundSuccess {
        data {
          roundId
        }
      }
    }
  }
`);

export const CloseRoundDocument = graphql(`
  mutation ClosePulseRound($input: ClosePulseRoundInput!) {
    closePulseRound(input: $input) {
      ... on ClosePulseRoundSuccess {
        data {
          roundId
        }
      }
    }
  }
`);

export const CreateProgrammeDocument = graphql(`
  mutation CreatePulseProgramme($input: CreatePulseProgrammeInput!) {
    createPulseProgramme(input: $input) {
      ... on CreatePulseProgrammeSuccess {
        data {
          programmeId
        }
      }
    }
  }
`);
