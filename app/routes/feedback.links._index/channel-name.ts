interface ChannelWords {
  open_link: string;
  qr_code: string;
  kiosk: string;
  web_embed: string;
}

/** How a link reaches people, in the reader's language. */
export function channelName(
  t: ChannelWords,
  channel: 'OPEN_LINK' | 'QR_CODE' | 'KIOSK' | 'WEB_EMBED',
): string {
  return { OPEN_LINK: t.open_link, QR_CODE: t.qr_code, KIOSK: t.kiosk, WEB_EMBED: t.web_embed }[
    channel
  ];
}
