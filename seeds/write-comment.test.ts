import { describe, expect, it } from 'vitest';
import { CHINESE } from './data/comment-phrases-zh';
import { type CommentTopic, ENGLISH } from './data/comment-phrases';
import { seedRandom } from './seed-random';
import { writeComment } from './write-comment';

const topics = Object.keys(ENGLISH.topics) as CommentTopic[];
const random = seedRandom('comments');
const written = topics.flatMap((topic) =>
  (['en', 'zh'] as const).flatMap((locale) =>
    [5, 60, 95].flatMap((scorePercent) =>
      Array.from({ length: 20 }, () => ({
        locale,
        scorePercent,
        topic,
        comment: writeComment(random, { topic, locale, scorePercent }),
      })),
    ),
  ),
);

describe('comments of the demo organisation', () => {
  it('leave no gap unfilled', () => {
    expect(written.filter(({ comment }) => /[{}]|undefined/.test(comment))).toEqual([]);
  });

  it('stay in one language', () => {
    for (const { locale, comment } of written)
      expect(/[\u4e00-\u9fff]/.test(comment), comment).toBe(locale === 'zh');
  });

  it('say what the score says', () => {
    for (const { locale, scorePercent, topic, comment } of written) {
      const { good, bad } = (locale === 'zh' ? CHINESE : ENGLISH).topics[topic];
      const speaksOf = (sentences: readonly string[]) =>
        sentences.some((sentence) =>
          comment.toLowerCase().includes(sentence.split(/[{]/)[0]!.toLowerCase().slice(0, 30)),
        );
      if (scorePercent === 95) expect(speaksOf(good), comment).toBe(true);
      if (scorePercent === 5) expect(speaksOf(bad), comment).toBe(true);
    }
  });
});
