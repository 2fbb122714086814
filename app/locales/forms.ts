import { defineMessages } from '../../universal/text';

/** Words around every form: what was typed before, and what somebody else saved meanwhile. */
export const formMessages = defineMessages({
  en: {
    restored: 'What you typed earlier is here again. It is not saved yet.',
    discard: 'Throw it away',
    unsavedTitle: 'What you typed is not saved. Here it is, to copy:',
    changedTitle: 'Saved elsewhere while you were writing',
    changedText:
      'Somebody else, or you in another window, saved this after you opened it. Here is what differs. Your text is still in the fields below and nothing is overwritten. Take over what you want, tick the box and save.',
    changedSame:
      'Somebody else, or you in another window, saved this after you opened it. No field differs from what was saved.',
    numbered: (p: { label: string; number: number }) => `${p.label} (${p.number})`,
    mine: 'Your text',
    theirs: 'Saved meanwhile',
    empty: '(empty)',
    takeTheirs: (p: { field: string }) => `Take over: ${p.field}`,
    takeTheirsShort: 'Take over',
    taken: 'Taken over',
    keepMine: 'Save what the fields say now, in place of what was saved meanwhile',
    showTheirs: 'Throw my text away and show what was saved',
  },
  zh: {
    restored: '已恢复您之前填写的内容，尚未保存。',
    discard: '放弃这些内容',
    unsavedTitle: '您填写的内容没有保存，列在此处供您复制：',
    changedTitle: '您填写期间，此内容已在别处保存',
    changedText:
      '您打开后，他人或您在另一窗口中保存了此内容。以下是两者的不同之处。您填写的内容仍在下方，没有任何内容被覆盖。请先采用所需内容，再勾选并保存。',
    changedSame: '您打开后，他人或您在另一窗口中保存了此内容。各字段与已保存的内容没有不同。',
    numbered: (p) => `${p.label}（${p.number}）`,
    mine: '您填写的内容',
    theirs: '期间保存的内容',
    empty: '（空）',
    takeTheirs: (p) => `采用：${p.field}`,
    takeTheirsShort: '采用',
    taken: '已采用',
    keepMine: '用各字段现在的内容替换期间保存的内容',
    showTheirs: '放弃我填写的内容，显示已保存的内容',
  },
});
