import {
  encodingCertainties,
  type EncodingFinding,
  encodingName,
} from '../../universal/intake/encodings';
import { builder } from '../builder';

export const EncodingCertaintyEnum = builder.enumType('EncodingCertainty', {
  description:
    'CERTAIN: it is Unicode. GUESSED: the text reads well in this encoding only. ASKED: a person has to choose. CHOSEN: a person did.',
  values: Object.fromEntries(
    encodingCertainties.map((certainty) => [certainty.toUpperCase(), { value: certainty }]),
  ),
});

export const EncodingCandidateObject = builder
  .objectRef<EncodingFinding['candidates'][number]>('EncodingCandidate')
  .implement({
    description: 'An encoding in which a file reads as text.',
    fields: (t) => ({
      encoding: t.exposeString('encoding'),
      name: t.string({
        resolve: ({ encoding }, _args, { locale }) => encodingName(encoding, locale),
      }),
      preview: t.stringList({
        description: 'Lines with letters that depend on the encoding, as it reads them.',
        resolve: ({ preview }) => preview,
      }),
    }),
  });
