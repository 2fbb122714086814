import { z } from 'zod';
import { type DateOrder, parseDate } from '../../../universal/intake/date-format';
import type { Text } from '../../../universal/text';
import { isReportColumn, isStorable } from '../../intake';

/** What one row says about a person; days are written YYYY-MM-DD. */
export interface PersonRow {
  employeeNumber: string;
  fullName: string;
  email: string | null;
  locale: 'en' | 'zh' | null;
  departmentCode: string;
  positionTitle: string;
  managerNumber: string | null;
  hiredOn: string | null;
  /** From when department, position and manager hold; today when the file does not say. */
  from: string | null;
}

/** Why a row, or a field of it, cannot be taken as it stands. */
export interface RowProblem {
  field: string;
  value: string;
  reason: Text;
}

export const personFields = [
  'employeeNumber',
  'fullName',
  'email',
  'locale',
  'departmentCode',
  'positionTitle',
  'managerNumber',
  'hiredOn',
  'from',
] as const;
export type PersonField = (typeof personFields)[number];

const required: readonly PersonField[] = ['employeeNumber', 'fullName', 'departmentCode'];

/** Names by which files call each field, without case, blanks and marks. */
const names: Record<PersonField, readonly string[]> = {
  employeeNumber: [
    'employeenumber',
    'employeeno',
    'employeeid',
    'number',
    'staffnumber',
    '工号',
    '员工编号',
    '员工号',
  ],
  fullName: ['fullname', 'name', 'employeename', '姓名', '员工姓名'],
  email: ['email', 'mail', 'emailaddress', 'mailaddress', '邮箱', '电子邮件', '电子邮箱'],
  locale: ['language', 'locale', '语言'],
  departmentCode: [
    'departmentcode',
    'department',
    'dept',
    'deptcode',
    '部门代码',
    '部门编码',
    '部门',
  ],
  positionTitle: ['position', 'positiontitle', 'title', 'jobtitle', '岗位', '职位', '职务'],
  managerNumber: [
    'managersemployeenumber',
    'manageremployeenumber',
    'managernumber',
    'manager',
    'reportsto',
    '上级工号',
    '主管工号',
    '上级',
  ],
  hiredOn: ['hiredon', 'hiredate', 'startdate', 'joined', 'joinedon', '入职日期', '入职时间'],
  from: ['from', 'fromdate', 'validfrom', 'since', 'effectivefrom', '生效日期', '起始日期'],
};

/** Headings of the file that is offered as a start. */
export const templateColumns: Record<PersonField, string> = {
  employeeNumber: 'employee_number',
  fullName: 'full_name',
  email: 'email',
  locale: 'language',
  departmentCode: 'department_code',
  positionTitle: 'position',
  managerNumber: 'manager_number',
  hiredOn: 'hired_on',
  from: 'from_date',
};

export interface ColumnPlan {
  /** Which column holds the field. */
  indexes: Partial<Record<PersonField, number>>;
  columns: readonly string[];
  ignored: readonly string[];
  missing: readonly PersonField[];
}

/** Finds the fields among the headings of the file; what is not known is ignored, and said so. */
export function planColumns(header: readonly string[]): ColumnPlan {
  const columns = [...header];
  const indexes: Partial<Record<PersonField, number>> = {};
  const ignored: string[] = [];
  columns.forEach((column, index) => {
    const key = column
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]/gu, '');
    const field = personFields.find((candidate) => names[candidate].includes(key));
    if (field && indexes[field] === undefined) indexes[field] = index;
    else if (!isReportColumn(column)) ignored.push(column);
  });
  return {
    columns,
    indexes,
    ignored,
    missing: required.filter((field) => indexes[field] === undefined),
  };
}

const mailAddress = z.email();

/** Reads one row; gives what it says, or everything that is wrong with it. */
export function readPersonRow(
  cells: readonly string[],
  plan: ColumnPlan,
  dateOrder: DateOrder = 'ymd',
): { person: PersonRow } | { problems: RowProblem[] } {
  const problems: RowProblem[] = [];
  const textOf = (field: PersonField): string => {
    const index = plan.indexes[field];
    return index === undefined ? '' : (cells[index] ?? '').normalize('NFC').trim();
  };
  const refuse = (field: PersonField, reason: Text) =>
    problems.push({
      field: plan.columns[plan.indexes[field] ?? -1] ?? templateColumns[field],
      value: textOf(field),
      reason,
    });
  const dayOf = (field: PersonField): string | null => {
    const text = textOf(field);
    if (!text) return null;
    const day = readDay(text, dateOrder);
    if (!day) refuse(field, reasons.day(dateOrder));
    return day ?? null;
  };

  if (cells.length > plan.columns.length) {
    return {
      problems: [
        { field: '', value: cells.slice(plan.columns.length).join(', '), reason: reasons.tooMany },
      ],
    };
  }
  cells.forEach((cell, index) => {
    if (!isStorable(cell))
      problems.push({ field: plan.columns[index] ?? '', value: cell, reason: reasons.unstorable });
  });
  for (const field of required) if (!textOf(field)) refuse(field, reasons.empty);
  for (const field of ['employeeNumber', 'departmentCode', 'managerNumber'] as const) {
    if (textOf(field).length > 40) refuse(field, reasons.tooLong(40));
  }
  for (const field of ['fullName', 'positionTitle'] as const) {
    if (textOf(field).length > 120) refuse(field, reasons.tooLong(120));
  }
  const email = textOf('email');
  if (email && !mailAddress.safeParse(email).success) refuse('email', reasons.email);
  const locale = readLocale(textOf('locale'));
  if (locale === undefined) refuse('locale', reasons.locale);
  const [hiredOn, from] = [dayOf('hiredOn'), dayOf('from')];
  if (hiredOn && from && from < hiredOn) refuse('from', reasons.beforeHiring);
  if (textOf('managerNumber') && textOf('managerNumber') === textOf('employeeNumber')) {
    refuse('managerNumber', reasons.ownManager);
  }
  if (problems.length > 0) return { problems };
  return {
    person: {
      employeeNumber: textOf('employeeNumber'),
      fullName: textOf('fullName'),
      email: email || null,
      locale: locale ?? null,
      departmentCode: textOf('departmentCode'),
      positionTitle: textOf('positionTitle'),
      managerNumber: textOf('managerNumber') || null,
      hiredOn,
      from,
    },
  };
}

/** The day of a value in the order of the file's dates; a time after it says nothing here. */
function readDay(text: string, order: DateOrder): string | undefined {
  const date = parseDate(text, order);
  if (!date || date.year < 1900 || date.year >= 2200) return undefined;
  return [date.year, date.month, date.day].map((part) => String(part).padStart(2, '0')).join('-');
}

/** Null for nothing said, undefined for what is no language of ours. */
function readLocale(text: string): 'en' | 'zh' | null | undefined {
  if (!text) return null;
  if (/^(en|en[-_].*|english|英语|英文)$/i.test(text)) return 'en';
  return /^(zh|zh[-_].*|chinese|中文|汉语|简体中文)$/i.test(text) ? 'zh' : undefined;
}

const dayExamples: Record<DateOrder, string> = {
  ymd: '2026-03-31',
  dmy: '31/03/2026',
  mdy: '03/31/2026',
};

/** What can be wrong with a row, in every language. */
export const reasons = {
  empty: { en: 'This must not be empty.', zh: '此项不能为空。' },
  tooMany: { en: 'The row has more fields than the heading.', zh: '该行的字段多于标题行。' },
  tooLong: (length: number): Text => ({
    en: `Longer than ${length} characters.`,
    zh: `超过 ${length} 个字符。`,
  }),
  email: { en: 'Not a mail address.', zh: '不是有效的邮箱地址。' },
  locale: { en: 'Write en or zh.', zh: '请填写 en 或 zh。' },
  day: (order: DateOrder): Text => ({
    en: `Not a day. Write it as ${dayExamples[order]}.`,
    zh: `不是日期。请按 ${dayExamples[order]} 的格式填写。`,
  }),
  unstorable: {
    en: 'Holds a NUL character, which cannot be stored.',
    zh: '含有无法保存的空字符（NUL）。',
  },
  beforeHiring: { en: 'Lies before the day of hiring.', zh: '早于入职日期。' },
  ownManager: { en: 'Nobody is their own manager.', zh: '不能以自己为上级。' },
  unknownDepartment: (similar?: string): Text => ({
    en: `There is no department with this code or name.${similar ? ` Is ${similar} meant?` : ''}`,
    zh: `没有使用该代码或名称的部门。${similar ? `是否为${similar}？` : ''}`,
  }),
  archivedDepartment: { en: 'This department is archived.', zh: '该部门已归档。' },
  unknownManager: {
    en: 'Nobody has this employee number, neither here nor in a good row of the file.',
    zh: '系统和文件的有效行中都没有该工号。',
  },
  absentManager: {
    en: 'This manager does not work here on that day.',
    zh: '该上级在此日期不在职。',
  },
  ownPlace: {
    en: 'This would change what you may read yourself: a second person has to load this row.',
    zh: '此行会改变您本人的查看权限，须由第二人导入。',
  },
  ring: { en: 'Would report to themselves through others.', zh: '会通过他人间接向自己汇报。' },
  hasLeft: {
    en: 'This person has left by that day. If they came back, give the new day of hiring.',
    zh: '此人在该日期已离职。如已返聘，请填写新的入职日期。',
  },
  hiredLater: {
    en: 'This person worked here before that day already.',
    zh: '此人在该日期之前已在职。',
  },
  hiredMissing: { en: 'A new person needs a day of hiring.', zh: '新人员必须填写入职日期。' },
  emailTaken: (name: string): Text => ({
    en: `${name} has this mail address.`,
    zh: `该邮箱属于${name}。`,
  }),
  repeated: (line: number): Text => ({
    en: `Line ${line} speaks of the same person from the same day.`,
    zh: `第 ${line} 行已有同一人同一天的记录。`,
  }),
} as const;
