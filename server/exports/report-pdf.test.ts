import { buffer } from 'node:stream/consumers';

import { describe, expect, it } from 'vitest';

import type { Report } from './report';
import { reportPdf } from './report-pdf';

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
