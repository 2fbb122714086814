import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';

import { formatDate, formatDateTime } from '../../../universal/format';
import { Notice } from '../../components/notice';
import { PageHeader } from '../../components/page-header';
import { Panel } from '../../components/panel';
import { EditorForm } from '../../forms/editor-form';
import { LongTextField } from '../../forms/field';
import { FormErrors } from '../../forms/form-errors';
import { textsOf } from '../../forms/form-text';
import { errorsByField } from '../../forms/reply';
import { SubmitButton } from '../../forms/submit-button';
import { feedbackMessages } from '../../locales/feedback';
import { useLocale, useMessages, useTimeZone } from '../../locale';
import { pageTitle } from '../../page-title';
import { redirect } from '../../redirect';
import { scoreWords } from '../feedback._index/score-words';
import { entryAddress, readEntryKey } from './entry-address';
import { feedbackEntry, holdFeedback, releaseFeedback } from './entry.document';
import { HoldHistory } from './hold-history';
import classes from './entry.module.css';

export const meta = pageTitle(feedbackMessages, (t) => t.entry);

function placeOf(entryKey: string | undefined) {
  const place = readEntryKey(entryKey ?? '');
  if (!place) throw new Response(null, { status: 404 });
  return place;
}

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { feedbackEntry: entry } = await context.query(feedbackEntry, placeOf(params['entryKey']));
  return { entry };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const form = await request.formData();
  const place = placeOf(params['entryKey']);
  const input = { ...place, reason: String(form.get('reason') ?? '') };
  const outcome = await (form.get('intent') === 'release'
    ? context.mutate(releaseFeedback, { input })
    : context.mutate(holdFeedback, { input }));
  if (outcome.ok) return redirect(entryAddress(place));
  return { initialValue: textsOf(form), error: errorsByField(outcome.error) };
}

/** One feedback: what was said, where it comes from, and whether it counts. */
export default function FeedbackEntry() {
  const t = useMessages(feedbackMessages);
  const locale = useLocale();
  const zone = useTimeZone();
  const { entry } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const errors: Record<string, string[]> = answer?.error ?? {};
  const scores = scoreWords(t, entry);
  const facts: [string, string][] = [
    [
      t.when,
      entry.occurredOn
        ? formatDate(locale, entry.occurredOn)
        : formatDateTime(locale, entry.occurredAt, zone),
    ],
    [t.score, scores.length > 0 ? scores.join(' · ') : t.noScore],
    [t.department, entry.department?.name ?? '–'],
    [t.touchpoint, entry.touchpoint?.name ?? '–'],
    [t.channel, entry.channelName],
  ];
  return (
    <>
      <PageHeader
        title={t.entry}
        trail={[
          { to: '/feedback', label: t.title },
          ...(entry.isHeld ? [{ to: '/feedback/held', label: t.heldTitle }] : []),
        ]}
      />
      <div className={classes.stack}>
        {entry.isHeld && <Notice kind="warn">{t.isHeld}</Notice>}
        <Panel>
          {entry.text && (
            <p className={classes.text} dir="auto">
              {entry.text}
            </p>
          )}
          <dl className={classes.facts}>
            {facts.map(([name, value]) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ))}
            {entry.addedBy && (
              <div>
                <dt>{t.addedBy}</dt>
                <dd>
                  <Link to={`/imports/${entry.addedBy.importId}`}>{entry.addedBy.fileName}</Link>
                </dd>
              </div>
            )}
          </dl>
        </Panel>
        <Panel
          title={entry.isHeld ? t.release : t.hold}
          description={entry.isHeld ? t.releaseHelp : t.holdHelp}
        >
          <EditorForm
            id={entry.isHeld ? 'release' : 'hold'}
            key={String(entry.isHeld)}
            answer={answer}
            className={classes.stack}
          >
            <FormErrors errors={errors} formId="hold" />
            <input type="hidden" name="intent" value={entry.isHeld ? 'release' : 'hold'} />
            <LongTextField
              field={{
                id: 'hold-reason',
                name: 'reason',
                defaultValue: answer?.initialValue['reason'],
                errors: errors['reason'],
              }}
              label={t.reason}
              required
              maxLength={1000}
              rows={3}
              dir="auto"
            />
            <div>
              <SubmitButton>{entry.isHeld ? t.release : t.hold}</SubmitButton>
            </div>
          </EditorForm>
        </Panel>
        {entry.holds.length > 0 && <HoldHistory holds={entry.holds} />}
      </div>
    </>
  );
}
