import { execFileSync, spawnSync } from 'node:child_process';
import { buffer } from 'node:stream/consumers';

import { describe, expect, it } from 'vitest';

import type { Report } from './report';
import { missingGlyphs } from './pdf-fonts';
import { reportPdf } from './report-pdf';
import { setLines } from './set-lines';

/** A program of the system, which not every machine has. */
const hasPdftotext = spawnSync('pdftotext', ['-v']).error === undefined;

const svg =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 40"><path d="M0 40L100 0" stroke="#105f6b"/><text x="4" y="20">目标 45</text></svg>';

const report = (rows: number): Report => ({
  locale: 'zh',
  organisation: '阿斯特家居',
  title: '记分卡',
  facts: [{ label: '期间', value: '2026年第3季度' }],
  generatedAt: new Date('2026-11-22T01:00:00Z'),
  pageOf: (page, pages) => `第 ${page} 页，共 ${pages} 页`,
  sections: [
    {
      kind: 'table',
      heading: '顾客如何看我们？',
      columns: [
        { header: '部门', weight: 1 },
        { header: 'NPS', weight: 1, align: 'right' },
      ],
      rows: Array.from({ length: rows }, (_, index) => [
        { text: `门店 ${index}`, indent: 1 },
        {
          text: '42.1  达标',
          second: '38.0 至 46.2 · n = 1,204',
          tone: 'good' as const,
          strong: true,
        },
      ]),
    },
    {
      kind: 'charts',
      heading: '趋势',
      perRow: 2,
      charts: [{ title: 'NPS', svg, width: 100, height: 40, alt: '从 1 到 2' }],
    },
    { kind: 'terms', heading: '定义', terms: [{ term: 'NPS', words: '推荐者减去贬损者。' }] },
  ],
});

const pdfOf = async (rows: number) =>
  (await buffer(await reportPdf(report(rows)))).toString('latin1');
const pagesIn = (pdf: string) => pdf.match(/\/Type \/Page\b/g)?.length;

describe('reportPdf', () => {
  it('is tagged, says its language and what each chart shows', async () => {
    const pdf = await pdfOf(3);
    expect(pdf.startsWith('%PDF-1.7')).toBe(true);
    expect(pdf).toContain('/StructTreeRoot');
    expect(pdf).toMatch(/\/Lang \(zh-CN\)/);
    for (const kind of ['H1', 'H2', 'Table', 'TH', 'TD', 'Figure'])
      expect(pdf).toContain(`/S /${kind}`);
    expect(pdf).toMatch(/\/Alt /);
  });

  it('stores only the Chinese letters that it uses', async () => {
    const pdf = await pdfOf(3);
    expect(pdf).toMatch(/\+NotoSansSC/);
    expect(pdf.length).toBeLessThan(200_000);
  });

  it('goes on over pages', async () => {
    expect(pagesIn(await pdfOf(3))).toBe(1);
    expect(pagesIn(await pdfOf(60))).toBeGreaterThan(2);
  });
});

/** What a reader who copies or listens gets. */
function wordsIn(pdf: Buffer): string {
  return execFileSync('pdftotext', ['-', '-'], { input: pdf, encoding: 'utf8' });
}

describe('the words of strangers', () => {
  const samples = {
    polish: 'Łódź i Győr',
    turkish: 'Kırşehir ğ',
    vietnamese: 'Đà Nẵng',
    greek: 'Αθήνα',
    russian: 'Привет, Київ',
    korean: '한국어 매장',
    'korean in parts': '한국'.normalize('NFD'),
    arabic: 'خدمة ممتازة شكرًا',
    persian: 'می‌خواهم ۱۲۳',
    hebrew: 'שירות מצוין',
    hindi: 'हिन्दी अच्छी',
    punjabi: 'ਪੰਜਾਬੀ',
    bengali: 'বাংলা',
    tamil: 'தமிழ்',
    thai: 'บริการดีมาก',
    georgian: 'ქართული',
    armenian: 'Հայերեն',
    amharic: 'አማርኛ',
    emoji: '😀 👍🏽 👨‍👩‍👧',
    symbols: '✓ ★ ₹ ₩ № ½ → ≤',
  };

  it.each(Object.entries(samples))('have every letter in a face: %s', (_name, words) => {
    const pieces = setLines(words, 500, (letters) => letters.length).flatMap((line) => line.pieces);
    for (const { words: set, face } of pieces) {
      expect(set).not.toContain('\ufffd');
      expect(missingGlyphs(set, face)).toEqual([]);
    }
  });

  it('say so where no face has a letter, and never end the file', () => {
    // The last has a mark whose letter has no place for it, on which the library below throws.
    const words = '\u{13000} \ud800 \u0000 \u200b \u{e000} x \u0a02\u0304 \u0745\u0761\u0712';
    const [line] = setLines(words, 500, (letters) => letters.length);
    expect(line?.pieces.map((piece) => piece.words).join('')).toContain('\ufffd');
    const noted: Report = {
      ...report(1),
      sections: [{ kind: 'terms', heading: words, terms: [{ term: words, words }] }],
    };
    return expect(reportPdf(noted).then(buffer)).resolves.toBeInstanceOf(Buffer);
  });

  it.skipIf(!hasPdftotext)('come out of the file as they went in', async () => {
    const terms = Object.entries(samples).map(([term, words]) => ({ term, words }));
    const pdf = await buffer(
      await reportPdf({ ...report(1), sections: [{ kind: 'terms', heading: 'H', terms }] }),
    );
    const found = wordsIn(pdf)
      .normalize('NFC')
      .replace(/[\u202a-\u202e\u2066-\u2069]/g, '');
    for (const word of Object.values(samples).flatMap((words) => words.split(' '))) {
      if (/\p{Extended_Pictographic}/u.test(word)) continue;
      const read = word.normalize('NFC');
      // The program takes the order of reading for the order of drawing where that goes from right to left.
      const drawn = [...read].toReversed().join('');
      expect(found.includes(read) || found.includes(drawn), word).toBe(true);
    }
  });

  it('run in the direction of their script, brackets and numbers included', () => {
    const [line] = setLines('خدمة (جدا) 45', 500, (letters) => letters.length);
    expect(line?.isRightToLeft).toBe(true);
    expect(line?.pieces.map(({ words }) => words)).toEqual([
      '45',
      ' ',
      '(',
      'جدا',
      ')',
      ' ',
      'خدمة',
    ]);
    const [mixed] = setLines('Shop אב גד, two', 500, (letters) => letters.length);
    expect(mixed?.pieces.map(({ words }) => words)).toEqual(['Shop ', 'גד', ' ', 'אב', ', two']);
  });

  it('break between words, in Thai too, and inside one that is too long', () => {
    const linesOf = (words: string, width: number) =>
      setLines(words, width, (letters) => letters.length).map(({ pieces }) =>
        pieces.map((piece) => piece.words).join(''),
      );
    expect(linesOf('one two three', 7)).toEqual(['one two', 'three']);
    expect(linesOf('บริการดีมาก', 8)).toEqual(['บริการดี', 'มาก']);
    expect(linesOf('abcdefgh', 3)).toEqual(['abc', 'def', 'gh']);
    expect(linesOf('one\ntwo', 50)).toEqual(['one', 'two']);
  });
});

it('says what is missing where there is no chart to draw', async () => {
  const missing = { title: 'NPS', svg: null, alt: 'No answers', width: 100, height: 40 };
  const sections: Report['sections'] = [
    { kind: 'charts', heading: 'H', perRow: 2, charts: [missing] },
  ];
  const pdf = await buffer(await reportPdf({ ...report(1), sections }));
  expect(pdf.toString('latin1')).not.toContain('/S /Figure');
  if (hasPdftotext) expect(wordsIn(pdf)).toContain('No answers');
});
