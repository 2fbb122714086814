import { describe, expect, it } from 'vitest';
import { writeLetter } from './letter';
import { hiddenLink, withoutLinks } from './links';

const letter = writeLetter({
  to: 'kim@example.org',
  locale: 'en',
  subject: 'A question',
  links: 'personal',
  paragraphs: [
    'Hello <Kim>,',
    { label: 'Answer & go', address: 'https://example.org/p/secret?lang=en&a=1' },
    'Until tomorrow. https://example.org/p/secret',
  ],
});

describe('a letter', () => {
  it('is text and HTML, and nothing in it is taken for HTML', () => {
    expect(letter.text).toContain('Answer & go: https://example.org/p/secret?lang=en&a=1\n\n');
    expect(letter.html).toContain('Hello &#60;Kim&#62;,');
    expect(letter.html).toContain('href="https://example.org/p/secret?lang=en&#38;a=1"');
  });

  it('can be shown without any of its links', () => {
    for (const body of [letter.text, letter.html]) {
      expect(withoutLinks(body)).not.toMatch(/secret|https?:|href/);
      expect(withoutLinks(body)).toContain(hiddenLink);
      expect(withoutLinks(body)).toContain('Until tomorrow.');
    }
  });
});
