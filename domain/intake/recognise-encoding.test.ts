import { describe, expect, it } from 'vitest';
import { encodeAs } from '../../test/harness/encode-as';
import type { Encoding } from '../../universal/intake/encodings';
import { EncodingProbe } from './encoding-probe';
import { FileRefused } from './file-refused';
import { recogniseEncoding } from './recognise-encoding';

function recognise(bytes: Uint8Array) {
  const probe = new EncodingProbe();
  probe.write(bytes);
  return recogniseEncoding(probe.result(), async function* () {
    yield bytes;
  });
}

const files: [name: string, encoding: Encoding, text: string][] = [
  [
    'a Chinese spreadsheet',
    'gb18030',
    '日期,部门,评分,评论\n2026-03-12,门诊部,5,服务态度很好，医生很耐心\n2026-03-13,急诊科,2,等了三个小时\n',
  ],
  [
    'a Taiwanese spreadsheet',
    'big5',
    '日期,部門,評分,評論\n2026-03-12,台北店,5,服務態度很好，醫生非常有耐心\n2026-03-13,高雄店,4,等待時間太長了\n',
  ],
  [
    'a Japanese spreadsheet',
    'shift_jis',
    '日付,店舗,点数,コメント\n2026-03-12,渋谷店,5,とても良かったです\n2026-03-13,新宿店,4,スタッフが親切でした\n',
  ],
  [
    'a Russian spreadsheet',
    'windows-1251',
    'дата;отдел;оценка;комментарий\n12.03.2026;Москва;5;Очень хорошо, спасибо за помощь\n',
  ],
];

describe('the encoding of a file that is not Unicode', () => {
  it.each(files)('is guessed for %s', async (_name, encoding, text) => {
    const found = await recognise(encodeAs(text, encoding));
    expect(found).toMatchObject({ encoding, certainty: 'guessed' });
    expect(found.candidates[0]?.preview[0]).toBe(text.split('\n')[0]);
  });

  it.each([
    ['French', 'date;service;avis\n12/03/2026;Café;très bien reçu, élève à l’hôpital\n'],
    ['German', 'Datum;Abteilung\n12.03.2026;Küche – „größer“ und schöner für alle\n'],
    ['Spanish', 'fecha;opinión\n12/03/2026;El niño comió mañana, ¿qué más?\n'],
    ['a currency', 'id,comment\n1,£5 back please\n'],
    ['names alone', 'name,comment\nJosé P,ok\nRenée,fine\n'],
  ])('is never taken for Chinese where it is Western: %s', async (_name, text) => {
    const { encoding, certainty, candidates } = await recognise(encodeAs(text, 'windows-1252'));
    expect(candidates.map((candidate) => candidate.encoding)).toContain('windows-1252');
    expect(candidates.map((candidate) => candidate.encoding)).not.toContain('gb18030');
    // Unasked it may be taken only for what gives every letter back.
    if (certainty === 'guessed') expect(encoding).toBe('windows-1252');
  });

  it('is asked where two encodings read well and say different things', async () => {
    const text = 'data;opis\n12.03.2026;Zażółć gęślą jaźń, obsługa świetna, było bardzo długo\n';
    const { certainty, candidates } = await recognise(encodeAs(text, 'windows-1250'));
    expect(certainty).toBe('asked');
    const own = candidates.find(({ encoding }) => encoding === 'windows-1250');
    expect(own?.preview[0]).toContain('Zażółć gęślą jaźń');
    expect(new Set(candidates.map(({ preview }) => preview.join())).size).toBe(candidates.length);
  });

  it('is asked where too little stands in the file to tell', async () => {
    const { certainty, candidates } = await recognise(encodeAs('a,b\n1,很好\n', 'gb18030'));
    expect(certainty).toBe('asked');
    expect(candidates).toContainEqual({ encoding: 'gb18030', preview: ['1,很好'] });
  });

  it('is asked for Korean, of which every pair is a Chinese one as well', async () => {
    const text = '날짜,부서,점수,의견\n2026-03-12,서울,5,매우 친절했습니다 감사합니다\n';
    const { candidates } = await recognise(encodeAs(text, 'euc-kr'));
    expect(candidates.map(({ encoding }) => encoding)).toContain('euc-kr');
  });

  it('gives back quotation marks, dashes and the euro of Windows-1252', async () => {
    const text = 'Café „eins“ – 5 €, l’été';
    const { candidates } = await recognise(encodeAs(`a,b\n${text}\n`, 'windows-1252'));
    const western = candidates.find(({ encoding }) => encoding === 'windows-1252');
    expect(western?.preview).toEqual([text]);
  });

  it('refuses what reads as text in none, with its first line', async () => {
    const noise = Buffer.from('a,b\n1,2\na\x98b\x81c\x98d\x81e\n', 'latin1');
    const refusal = await recognise(noise).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(FileRefused);
    expect(refusal).toMatchObject({ reason: 'unknown-encoding', params: { line: 3 } });
  });

  it('is not one that only the beginning of the file is in', async () => {
    const text = encodeAs(files[0]![2].repeat(3000), 'gb18030');
    const bytes = Buffer.concat([text, Buffer.from([0xff, 0xff, 0x0a])]);
    const found = await recognise(bytes).catch((error: unknown) => error);
    if (!(found instanceof FileRefused)) expect(found).not.toMatchObject({ encoding: 'gb18030' });
  });
});
