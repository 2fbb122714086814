import { defineMessages, type Text, textOf } from '../text';

/** Why a file as a whole cannot be imported: what is wrong, where, and what was expected. */
const refusals = defineMessages({
  en: {
    empty: 'The file is empty. Choose a CSV file with a header line and at least one row.',
    'only-header':
      'The file has a header line but no rows below it. Nothing can be imported from it.',
    'one-column':
      'The file has only one column. Expected columns separated by commas, semicolons, tabs or bars; save it as CSV.',
    'header-is-data':
      'The first line holds numbers or dates, not names. Expected a first line that names the columns.',
    'repeated-column': (p: { column: string }) =>
      `Two columns are named “${p.column}”. Expected a different name for each column.`,
    'too-many-columns': (p: { found: number; limit: number }) =>
      `The first line names ${p.found} columns; at most ${p.limit} are read. Leave out the columns that are not needed, or look for a wrong separator.`,
    'column-name-too-long': (p: { position: number; limit: number }) =>
      `The name of column ${p.position} is longer than ${p.limit} characters. Expected a first line that names the columns.`,
    'nul-in-header': (p: { position: number }) =>
      `The name of column ${p.position} holds a NUL character. Expected letters.`,
    'too-many-rows': (p: { limit: number }) =>
      `The file has more than ${p.limit} rows. Split it, and upload the parts one after the other.`,
    workbook:
      'This is a spreadsheet workbook, not a CSV file. In the spreadsheet program choose Save as → CSV UTF-8.',
    binary: 'This is not a text file. Expected a CSV file.',
    'unknown-encoding': (p: { line: number | null }) =>
      `The file does not read as text in any known encoding${p.line === null ? '' : `: look at line ${p.line}`}. Save it again as CSV UTF-8.`,
    'not-in-encoding': (p: { line: number }) =>
      `The file stops being readable at line ${p.line}: the bytes there do not belong to its encoding. Save it again as CSV UTF-8.`,
    'stray-quote': (p: { line: number }) =>
      `A quotation mark stands in the wrong place on line ${p.line}. A field with quotation marks must be enclosed in them, and the ones inside doubled.`,
    'open-quote': (p: { line: number }) =>
      `A quotation mark opened on or after line ${p.line} is never closed, so the rest of the file would become one field. Close it.`,
    'too-long': (p: { line: number }) =>
      `The row that starts on line ${p.line} is longer than 1 MB. Most likely a quotation mark there is never closed.`,
    'missing-column': (p: { column: string }) =>
      `The file has no column “${p.column}”, which the mapping asks for. Choose another column or another file.`,
    'too-large': (p: { megabytes: number }) =>
      `The file is larger than the ${p.megabytes} MB that are allowed. Split it, and upload the parts one after the other.`,
    'file-missing': 'The uploaded file is no longer there. Upload it again.',
    'too-many-departments': (p: { limit: number }) =>
      `The department columns hold more than ${p.limit} different values. Most likely another column is meant.`,
    'not-a-form': 'No file arrived. Choose a CSV file and send it again.',
    'changed-since': (p: { name: string }) =>
      `“${p.name}” has changed rows of this import meanwhile. Take that one back first.`,
    'missing-fields': (p: { wanted: string; found: string }) =>
      `These columns are missing: ${p.wanted}. The heading of the file has: ${p.found}.`,
    interrupted:
      'The import stopped because of a fault in the system. Nothing was stored twice; start it again.',
  },
  zh: {
    empty: '文件是空的。请选择含有表头和至少一行数据的 CSV 文件。',
    'only-header': '文件只有表头，没有数据行，无法导入。',
    'one-column': '文件只有一列。各列应以逗号、分号、制表符或竖线分隔；请另存为 CSV。',
    'header-is-data': '第一行是数字或日期，而不是名称。第一行应为各列的名称。',
    'repeated-column': (p) => `有两列都叫“${p.column}”。每列的名称应各不相同。`,
    'too-many-columns': (p) =>
      `第一行有 ${p.found} 列，最多可读取 ${p.limit} 列。请去掉不需要的列，或检查分隔符是否有误。`,
    'column-name-too-long': (p) =>
      `第 ${p.position} 列的名称超过 ${p.limit} 个字符。第一行应为各列的名称。`,
    'nul-in-header': (p) => `第 ${p.position} 列的名称含有空字符（NUL），应为文字。`,
    'too-many-rows': (p) => `文件超过 ${p.limit} 行。请拆分后依次上传。`,
    workbook: '这是电子表格工作簿，不是 CSV 文件。请在表格软件中选择“另存为 → CSV UTF-8”。',
    binary: '这不是文本文件。请选择 CSV 文件。',
    'unknown-encoding': (p) =>
      `文件不符合任何已知编码${p.line === null ? '' : `：请查看第 ${p.line} 行`}。请另存为 CSV UTF-8。`,
    'not-in-encoding': (p) =>
      `文件从第 ${p.line} 行起无法读取：该处字节不属于文件的编码。请另存为 CSV UTF-8。`,
    'stray-quote': (p) =>
      `第 ${p.line} 行的引号位置不对。含引号的字段须整体用引号括起，其中的引号须成对书写。`,
    'open-quote': (p) =>
      `第 ${p.line} 行（或其后）的引号没有闭合，文件其余部分会变成一个字段。请补上引号。`,
    'too-long': (p) => `从第 ${p.line} 行开始的一行超过 1 MB，很可能是引号没有闭合。`,
    'missing-column': (p) => `文件中没有映射所需的“${p.column}”列。请选择其他列或其他文件。`,
    'too-large': (p) => `文件超过允许的 ${p.megabytes} MB。请拆分后依次上传。`,
    'file-missing': '已上传的文件不存在了。请重新上传。',
    'too-many-departments': (p) => `部门列的不同取值超过 ${p.limit} 个，很可能选错了列。`,
    'not-a-form': '没有收到文件。请选择 CSV 文件后重新发送。',
    'changed-since': (p) => `“${p.name}”已更改了这次导入的行。请先撤回那一次导入。`,
    'missing-fields': (p) => `缺少以下列：${p.wanted}。文件的标题行为：${p.found}。`,
    interrupted: '导入因系统故障而停止。没有重复保存任何内容；请重新开始。',
  },
});

export type RefusalCode = keyof (typeof refusals)['en'];
export type RefusalParams = Readonly<Record<string, string | number | null>>;

export function isRefusalCode(code: string | null): code is RefusalCode {
  return code !== null && Object.hasOwn(refusals.en, code);
}

/** What a file is refused for, in every language. */
export function refusalText(code: RefusalCode, params: RefusalParams = {}): Text {
  return (textOf as (messages: unknown, key: string, params: unknown) => Text)(
    refusals,
    code,
    params,
  );
}
