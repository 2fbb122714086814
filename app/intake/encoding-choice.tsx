import { Form } from '@remix-run/react';

import { encodingName, encodings, isEncoding } from '../../universal/intake/encodings';
import { Panel } from '../components/panel';
import { SelectField } from '../forms/field';
import { SubmitButton } from '../forms/submit-button';
import { useLocale, useMessages } from '../locale';
import { intakeMessages } from '../locales/intake';
import classes from './encoding-choice.module.css';

interface EncodingChoiceProps {
  /** Of what was said so far of how the file is to be read. */
  revision: string;
  encoding: string;
  certainty: 'CERTAIN' | 'GUESSED' | 'ASKED' | 'CHOSEN';
  candidates: readonly { encoding: string; name: string; preview: readonly string[] }[];
  errors: string[] | undefined;
}

/** The lines that depend on the encoding, in each that is possible; a person chooses where it is not certain. */
export function EncodingChoice({
  revision,
  encoding,
  certainty,
  candidates,
  errors,
}: EncodingChoiceProps) {
  const t = useMessages(intakeMessages);
  const locale = useLocale();
  if (certainty === 'CERTAIN') return null;
  const name = isEncoding(encoding) ? encodingName(encoding, locale) : encoding;
  const words = {
    ASKED: t.encodingAsked,
    GUESSED: t.encodingGuessed({ name }),
    CHOSEN: t.encodingChosen({ name }),
  }[certainty];
  const likely = candidates.map((candidate) => candidate.encoding);
  const ordered = [
    ...likely.filter(isEncoding),
    ...encodings.filter((other) => !likely.includes(other)),
  ];
  return (
    <Panel title={t.encodingTitle} description={words}>
      <Form method="post" className={classes.form}>
        <input type="hidden" name="intent" value="encoding" />
        <input type="hidden" name="revision" value={revision} />
        <dl className={classes.candidates} aria-label={t.encodingPreview}>
          {candidates.map((candidate) => (
            <div key={candidate.encoding}>
              <dt className="quiet">{candidate.name}</dt>
              {candidate.preview.map((line, index) => (
                <dd key={index} className={classes.line} dir="auto">
                  {line}
                </dd>
              ))}
            </div>
          ))}
        </dl>
        <div className={classes.choice}>
          <SelectField
            field={{
              id: 'intake-encoding',
              name: 'encoding',
              errors,
              defaultValue: certainty === 'ASKED' ? '' : encoding,
            }}
            label={t.encoding}
            choices={ordered.map((value) => ({ value, label: encodingName(value, locale) }))}
            emptyChoice={t.encodingChoose}
            required
          />
        </div>
        <div>
          <SubmitButton>{t.encodingSubmit}</SubmitButton>
        </div>
      </Form>
    </Panel>
  );
}
