import type { Text } from '../../universal/text';

const names: Readonly<Record<string, Text>> = {
  mail: { en: 'Mail', zh: '邮件' },
  sms: { en: 'Text message', zh: '短信' },
  personal_link: { en: 'Personal link', zh: '个人链接' },
  open_link: { en: 'Open link', zh: '公开链接' },
  qr_code: { en: 'QR code', zh: '二维码' },
  kiosk: { en: 'Kiosk', zh: '自助终端' },
  web_embed: { en: 'Website', zh: '网页嵌入' },
  api: { en: 'API', zh: 'API 接口' },
  file_import: { en: 'File import', zh: '文件导入' },
  outside_review: { en: 'Outside review', zh: '外部评价' },
};

/** What a channel is called; one without a name here is shown as it is stored. */
export function channelName(channel: string | null): Text {
  if (channel === null) return { en: 'No channel', zh: '无渠道' };
  return names[channel] ?? { en: channel, zh: channel };
}
