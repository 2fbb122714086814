/** Names that files use for each channel, lower-case. */
const channelNames: Readonly<Record<string, readonly string[]>> = {
  mail: ['mail', 'email', 'e-mail', '邮件', '电子邮件'],
  sms: ['sms', 'text', 'text message', '短信'],
  personal_link: ['personal_link', 'personal link', '个人链接'],
  open_link: ['open_link', 'open link', 'link', 'website', '公开链接', '链接'],
  qr_code: ['qr_code', 'qr', 'qr code', '二维码'],
  kiosk: ['kiosk', 'tablet', '终端', '自助终端'],
  web_embed: ['web_embed', 'web', 'embed', 'app', '网页', '网页嵌入'],
  api: ['api'],
  outside_review: ['outside_review', 'review', 'outside review', '外部评价'],
  file_import: [
    'file_import',
    'file',
    'import',
    'paper',
    'letter',
    'post',
    'phone',
    '文件',
    '纸质',
    '电话',
  ],
};

const byName = new Map(
  Object.entries(channelNames).flatMap(([channel, names]) => names.map((name) => [name, channel])),
);

/** The channel that a file's word stands for. */
export function readChannel(name: string): string | undefined {
  return byName.get(name.normalize('NFKC').trim().toLowerCase());
}
