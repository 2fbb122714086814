import { languageTag, type Locale } from '../../universal/text';
import type { LinkPrivacy } from './links';
import type { Mail } from './mailer';

/** A mail as a writer thinks of it: paragraphs, of which one may be a button. */
export interface Letter {
  to: string;
  locale: Locale;
  subject: string;
  links: LinkPrivacy;
  paragraphs: readonly (string | { label: string; address: string })[];
}

/** The letter as text and as HTML, in the one look that all mails have. */
export function writeLetter({ to, locale, subject, links, paragraphs }: Letter): Mail {
  return {
    to,
    subject,
    links,
    text: paragraphs
      .map((part) => (typeof part === 'string' ? part : `${part.label}: ${part.address}`))
      .join('\n\n'),
    html: `<!doctype html><html lang="${languageTag(locale)}"><body style="font:16px/1.5 system-ui,sans-serif;max-width:36em">${paragraphs
      .map((part) => `<p dir="auto">${typeof part === 'string' ? escape(part) : button(part)}</p>`)
      .join('')}</body></html>`,
  };
}

function button({ label, address }: { label: string; address: string }): string {
  return `<a href="${escape(address)}" style="display:inline-block;padding:12px 20px;background:#0b5cad;color:#ffffff;border-radius:6px;text-decoration:none;font-weight:600">${escape(label)}</a>`;
}

function escape(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.codePointAt(0)};`);
}
