import { languageTag, type Locale, messagesOf } from '../universal/text';
import { html, Html } from './html';
import { respondentMessages } from './messages';
import { styles } from './styles';

// Written as it is: the Content-Security-Policy allows exactly these bytes.
const styleElement = new Html(`<style>${styles}</style>`);

/** What every page for those who answer needs to know about its surroundings. */
export interface PageFrame {
  locale: Locale;
  organisation: string;
  /** The address of this page without its query. */
  path: string;
  /** The address of the script that improves the form; absent on pages without a form. */
  scriptPath?: string;
}

/** A complete page. The styles are inline and the script may be absent: the first response is usable as it is. */
export function layout(frame: PageFrame, title: string, content: Html): string {
  const t = messagesOf(respondentMessages, frame.locale);
  const other: Locale = frame.locale === 'zh' ? 'en' : 'zh';
  return html`<!doctype html>
    <html lang="${languageTag(frame.locale)}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title} – ${frame.organisation}</title>
        <meta name="robots" content="noindex" />
        <link rel="icon" href="data:," />
        ${styleElement}
        ${frame.scriptPath && html`<script src="${frame.scriptPath}" defer></script>`}
      </head>
      <body>
        <header>
          <div class="wrap">
            <strong>${frame.organisation}</strong
            ><a
              href="${frame.path}?lang=${other}"
              hreflang="${languageTag(other)}"
              lang="${languageTag(other)}"
              >${t.switchLanguage}</a
            >
          </div>
        </header>
        <main><div class="wrap">${content}</div></main>
      </body>
    </html> `.toString();
}
