import { defineMessages } from '../../universal/text';

/** Words of taking files in, whatever they hold. */
export const intakeMessages = defineMessages({
  en: {
    encodingTitle: 'How is the file written?',
    encodingAsked:
      'The file is not Unicode, and its letters can be read in several ways. Choose the one in which these lines are right; nothing is read before that.',
    encodingGuessed: (p: { name: string }) =>
      `The file is not Unicode. It was read as ${p.name}. Look at these lines, and choose another encoding if letters are wrong.`,
    encodingChosen: (p: { name: string }) => `The file is read as ${p.name}, as you chose.`,
    encoding: 'Encoding',
    encodingPreview: 'Lines of the file',
    encodingSubmit: 'Read the file this way',
    encodingChoose: 'choose',
  },
  zh: {
    encodingTitle: '文件使用哪种编码？',
    encodingAsked:
      '文件不是 Unicode 编码，其中的文字有多种读法。请选择下列各行显示正确的一种；选择之前不会读取文件。',
    encodingGuessed: (p) =>
      `文件不是 Unicode 编码，已按${p.name}读取。请查看下列各行；如文字有误，请选择其他编码。`,
    encodingChosen: (p) => `已按您的选择以${p.name}读取文件。`,
    encoding: '编码',
    encodingPreview: '文件中的行',
    encodingSubmit: '按此编码读取',
    encodingChoose: '请选择',
  },
});
