import { InvalidInput } from '../../platform/errors';
import type { Context } from '../context';

/** Of zxcvbn's 0 to 4: at least ten to the power of eight guesses, which a slow hash makes years of. */
const leastScore = 3;
/** Longer ones are judged by their beginning: the estimate grows faster than the text. */
const judgedLength = 64;

/** Refuses a password that would be guessed early; `known` is what a guesser knows of the person. */
export async function assertHardToGuess(
  password: string,
  { path, known }: { path: string; known: readonly string[] },
): Promise<void> {
  if (await isHardToGuess(password, known)) return;
  throw new InvalidInput([
    {
      path: [path],
      message: {
        en: 'This password would be guessed early: it repeats itself, follows the keyboard or the alphabet, is one of the most common, or is made of your name or address. A few unrelated words are better.',
        zh: '该密码很容易被猜到：内容重复、按键盘或字母数字顺序排列、属于常见密码，或由您的姓名、邮箱组成。建议使用几个互不相关的词。',
      },
    },
  ]);
}

/** What everybody who knows the person would try. */
export function wordsAbout(
  { organisation }: Pick<Context, 'organisation'>,
  { email, displayName }: { email: string; displayName: string },
): string[] {
  return [email, displayName, organisation.nameEn, organisation.nameZh];
}

/**
 * Whether it takes many guesses: repeats, rows on a keyboard, digits in a row, dates, the 49,000 most common passwords and
 * what is known of the person are counted as what they are (zxcvbn, Wheeler, USENIX Security 2016).
 */
export async function isHardToGuess(password: string, known: readonly string[]): Promise<boolean> {
  const judge = await (estimator ??= loadEstimator());
  const words = known.flatMap((text) => [text, ...text.split(/[\s@.]+/u)]).filter(isWord);
  const { score } = judge.check(password.normalize('NFKC').slice(0, judgedLength), words);
  return score >= leastScore;
}

const isWord = (text: string) => text.length > 2;

// Kept once it was needed: the words take memory and time, and most processes never ask.
let estimator: ReturnType<typeof loadEstimator> | undefined;

async function loadEstimator() {
  const [{ ZxcvbnFactory }, common] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
  ]);
  return new ZxcvbnFactory({ dictionary: common.dictionary, graphs: common.adjacencyGraphs });
}
