import { type CommentPhrases, type CommentTopic, ENGLISH } from './data/comment-phrases';
import { CHINESE } from './data/comment-phrases-zh';
import type { SeedRandom } from './seed-random';

/** Puts together what a customer may have written who answered so (0 worst, 100 best). */
export function writeComment(
  random: SeedRandom,
  {
    topic,
    locale,
    scorePercent,
  }: { topic: CommentTopic; locale: 'en' | 'zh'; scorePercent: number },
): string {
  const phrases = locale === 'zh' ? CHINESE : ENGLISH;
  const product = random.pick(phrases.products);
  const say = (mood: 'good' | 'bad') =>
    fill(random, phrases, product, random.pick(phrases.topics[topic][mood]));
  const gap = locale === 'zh' ? '' : ' ';
  const isMixed = scorePercent >= 45 && scorePercent < 75;
  if (isMixed) {
    const second = say('bad');
    return `${say('good')}${gap}${random.pick(phrases.but)}${locale === 'zh' ? second : startLower(second)}`;
  }
  const mood = scorePercent >= 75 ? 'good' : 'bad';
  const first = say(mood);
  const second = random.chance(0.25) ? say(mood) : first;
  const body = second === first ? first : `${first}${gap}${second}`;
  return `${random.pick(phrases.openings[mood])}${body}${random.pick(phrases.closings[mood])}`;
}

function fill(
  random: SeedRandom,
  phrases: CommentPhrases,
  product: string,
  sentence: string,
): string {
  return sentence
    .replaceAll('{product}', product)
    .replaceAll('{queue}', random.pick(phrases.queues))
    .replaceAll('{wait}', random.pick(phrases.waits));
}

/** Proper names do not begin these sentences; only "I" keeps its capital. */
function startLower(sentence: string): string {
  return /^I\b/.test(sentence) ? sentence : sentence.charAt(0).toLowerCase() + sentence.slice(1);
}
