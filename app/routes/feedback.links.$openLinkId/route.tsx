import { Button, Textarea } from '@mantine/core';
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { ConfirmDialog } from '../../components/confirm-dialog';
import { Notice } from '../../components/notice';
import { PageHeader } from '../../components/page-header';
import { Panel } from '../../components/panel';
import { useMessages } from '../../locale';
import { feedbackLinkMessages } from '../../locales/feedback-links';
import { pageTitle } from '../../page-title';
import { redirect } from '../../redirect';
import { channelName } from '../feedback.links._index/channel-name';
import {
  DeactivateLinkDocument,
  FeedbackLinkDocument,
} from '../feedback.links._index/links.document';
import { CopyButton } from './copy-button';
import classes from './link.module.css';

export const meta = pageTitle(feedbackLinkMessages, (t) => t.title);

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const openLinkId = params['openLinkId'] ?? '';
  const { openLink } = await context.query(FeedbackLinkDocument, { openLinkId });
  return { link: openLink, done: new URL(request.url).searchParams.get('done') };
}

export async function action({ params, context }: ActionFunctionArgs) {
  const openLinkId = params['openLinkId'] ?? '';
  const outcome = await context.mutate(DeactivateLinkDocument, { input: { openLinkId } });
  if (!outcome.ok) return { refused: outcome.error.message };
  throw redirect(`/feedback/links/${openLinkId}?done=deactivated`);
}

export default function FeedbackLink() {
  const t = useMessages(feedbackLinkMessages);
  const { link, done } = useLoaderData<typeof loader>();
  const name = t.linkOf({ touchpoint: link.touchpointName, department: link.departmentName });
  const drawing = `data:image/svg+xml,${encodeURIComponent(link.qrCodeSvg)}`;
  const isActive = link.deactivatedAt === null;
  return (
    <>
      <PageHeader
        title={name}
        description={[channelName(t, link.channel), link.label].filter(Boolean).join(' · ')}
        trail={[{ to: '/feedback/links', label: t.title }]}
        actions={
          isActive && (
            <ConfirmDialog
              verb={t.deactivate}
              label={t.deactivateLabel({ name })}
              fields={{ do: 'deactivate' }}
              size="sm"
            >
              {t.deactivateText}
            </ConfirmDialog>
          )
        }
      />
      {done === 'created' && isActive && <Notice kind="good">{t.createdDone}</Notice>}
      {!isActive && <Notice kind="info">{t.deactivatedDone}</Notice>}
      {isActive && (
        <Panel>
          <div className={classes.link}>
            <img
              src={drawing}
              alt={t.qrAlt({ name })}
              width={240}
              height={240}
              className={classes.code}
            />
            <div className={classes.words}>
              <h2>{t.address}</h2>
              <p className={classes.address}>
                <a href={link.address}>{link.address}</a>
              </p>
              <div className={classes.buttons}>
                <CopyButton text={link.address} />
                <Button
                  component="a"
                  href={`/downloads/feedback-links/${link.openLinkId}/qr-code.svg`}
                  variant="default"
                  download
                >
                  {t.downloadSvg}
                </Button>
                <Button
                  component="a"
                  href={`/downloads/feedback-links/${link.openLinkId}/qr-code.png`}
                  variant="default"
                  download
                >
                  {t.downloadPng}
                </Button>
              </div>
              {link.channel === 'WEB_EMBED' && (
                <>
                  <h2>{t.embed}</h2>
                  <Textarea
                    aria-label={t.embed}
                    readOnly
                    autosize
                    defaultValue={`<iframe src="${link.address}" width="100%" height="900" style="border:0" title="${link.touchpointName}"></iframe>`}
                  />
                </>
              )}
            </div>
          </div>
        </Panel>
      )}
    </>
  );
}
