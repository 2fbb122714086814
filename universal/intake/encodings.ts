import { defineMessages, type Locale, messagesOf } from '../text';

/** Encodings a file can be read in. */
export const encodings = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'gb18030',
  'big5',
  'shift_jis',
  'euc-kr',
  'windows-1252',
  'windows-1250',
  'windows-1251',
  'windows-1253',
  'windows-1254',
  'windows-1257',
] as const;
export type Encoding = (typeof encodings)[number];

const names = defineMessages({
  en: {
    'utf-8': 'UTF-8',
    'utf-16le': 'UTF-16 (little-endian)',
    'utf-16be': 'UTF-16 (big-endian)',
    gb18030: 'Simplified Chinese (GB18030, GBK)',
    big5: 'Traditional Chinese (Big5)',
    shift_jis: 'Japanese (Shift-JIS)',
    'euc-kr': 'Korean (EUC-KR)',
    'windows-1252': 'Western European (Windows-1252)',
    'windows-1250': 'Central European (Windows-1250)',
    'windows-1251': 'Cyrillic (Windows-1251)',
    'windows-1253': 'Greek (Windows-1253)',
    'windows-1254': 'Turkish (Windows-1254)',
    'windows-1257': 'Baltic (Windows-1257)',
  },
  zh: {
    'utf-8': 'UTF-8',
    'utf-16le': 'UTF-16（小端）',
    'utf-16be': 'UTF-16（大端）',
    gb18030: '简体中文（GB18030、GBK）',
    big5: '繁体中文（Big5）',
    shift_jis: '日文（Shift-JIS）',
    'euc-kr': '韩文（EUC-KR）',
    'windows-1252': '西欧（Windows-1252）',
    'windows-1250': '中欧（Windows-1250）',
    'windows-1251': '西里尔文（Windows-1251）',
    'windows-1253': '希腊文（Windows-1253）',
    'windows-1254': '土耳其文（Windows-1254）',
    'windows-1257': '波罗的海（Windows-1257）',
  },
});

/** What people call an encoding. */
export function encodingName(encoding: Encoding, locale: Locale): string {
  return messagesOf(names, locale)[encoding];
}

export function isEncoding(text: string): text is Encoding {
  return (encodings as readonly string[]).includes(text);
}

/**
 * How sure it is that a file is in its encoding. `certain`: nothing else is possible. `guessed`: it reads well in this one
 * and in no other. `asked`: several are as likely, so a person has to choose. `chosen`: a person did.
 */
export const encodingCertainties = ['certain', 'guessed', 'asked', 'chosen'] as const;
export type EncodingCertainty = (typeof encodingCertainties)[number];

/** What was found about how a file is written. */
export interface EncodingFinding {
  encoding: Encoding;
  certainty: EncodingCertainty;
  /** Lines with letters that depend on it, in each encoding that is possible, the likeliest first; none where it is certain. */
  candidates: { encoding: Encoding; preview: string[] }[];
}
