import { graphql } from '../graphql';

export const figureFragment = graphql(`
  fragment PulseFigureNumbers on PulseFigure @_unmask {
    key
    n
    value
    bound
    interval {
      low
      high
    }
    favourablePercent
    favourableBound
    change
    changeInterval {
      low
      high
    }
    isChangeBeyondNoise
  }
`);

export const figuresFragment = graphql(
  `
    fragment PulseFiguresNumbers on PulseFigures @_unmask {
      enps {
        ...PulseFigureNumbers
      }
      engagement {
        ...PulseFigureNumbers
      }
      drivers {
        ...PulseFigureNumbers
      }
    }
  `,
  [figureFragment],
);

export const roundFragment = graphql(`
  fragment PulseRoundFacts on PulseRound @_unmask {
    roundId
    number
    name
    status
    opensAt
    closesAt
    isReleased
    minimumGroup
    minimumCommentGroup
    canManage
  }
`);
