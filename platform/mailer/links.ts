/**
 * Whose eyes the links of a mail are for, besides the recipient's. `open`: anybody's who reads the outbox.
 * `entrusted`: an administrator's as long as the mail is kept, to be passed on. `personal`: nobody's. `sealed`: nobody's,
 * nor is it anybody's business that the recipient was written to.
 */
export type LinkPrivacy = 'open' | 'entrusted' | 'personal' | 'sealed';

/** Stands where a link was. */
export const hiddenLink = '[…]';

/** The text or HTML of a mail with every link taken out. */
export function withoutLinks(body: string): string {
  return body
    .replace(/<a\s[^>]*>.*?<\/a>/gis, hiddenLink)
    .replace(/https?:\/\/[^\s"'<>]+/gi, hiddenLink);
}
