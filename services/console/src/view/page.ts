import { createFormat, type Format } from '../format.ts';
import { html, type Markup } from '../html.ts';
import type { Language } from '../reader.ts';
import { createMessages, type MessageKey, type Messages } from './messages.ts';
import { own } from './names.ts';

/** What a page needs to speak to its reader. */
export type View = Messages & { language: Language; format: Format; nowMs: number; isLive: boolean };

export function createView(language: Language, timeZone: string | undefined, isLive: boolean): View {
  const format = createFormat(language, timeZone);
  return { ...createMessages(language), language, format, nowMs: Date.now(), isLive };
}

const places = [
  ['/', 'nav.overview'],
  ['/sources', 'nav.sources'],
  ['/queues', 'nav.queues'],
  ['/records', 'nav.records'],
  ['/incidents', 'nav.incidents'],
  ['/ledger', 'nav.ledger'],
] as const satisfies readonly (readonly [string, MessageKey])[];

export type Page = { title: string; path: string; body: Markup; notice?: string | null };

/** The whole document around a page. */
export function layout(view: View, { title, path, body, notice }: Page): string {
  const { say, language } = view;
  const other = language === 'ar' ? 'en' : 'ar';
  const section = `/${path.split('/')[1] ?? ''}`;
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const dir = language === 'ar' ? 'rtl' : 'ltr';
  return `<!doctype html>${
    html`<html lang="${language}" dir="${dir}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} · ${say('app.name')}</title>
<link rel="stylesheet" href="/assets/console.css">
<link rel="icon" href="data:,">
<script src="/assets/console.js" type="module"></script>
</head>
<body>
<a class="skip" href="#content">${say('nav.skip')}</a>
<header class="top"><div>
<a class="brand" href="/">${say('app.name')}<small>${say('app.tagline')}</small></a>
<nav>${places.map(([href, key]) => html`<a href="${href}"${href === section ? html` aria-current="page"` : null}>${say(key)}</a>`)}</nav>
<a href="?lang=${other}" lang="${other}" hreflang="${other}">${say('nav.other')}</a>
</div></header>
<main id="content">
<h1>${own(view, title)}</h1>
${notice ? html`<p class="notice" role="status">${notice}</p>` : null}
${body}
</main>
<footer><span>${say('footer.zone')} <bdi>${zone}</bdi></span><a href="/api/overview">${say('footer.api')}</a><a href="/metrics">${say('footer.metrics')}</a></footer>
<p id="stale" role="status" hidden>${say('live.stale')}</p>
</body></html>`.markup
  }`;
}

/** A button that asks the server to do something. */
export const button = (action: string, label: string, isDanger = false): Markup =>
  html`<form method="post" action="${action}"><button${isDanger ? html` class="danger"` : null}>${label}</button></form>`;

/** An instant as "3 minutes ago", with the exact time on hover. */
export const when = ({ format, nowMs, say }: View, iso: string | null): Markup =>
  iso === null
    ? html`${say('none')}`
    : html`<time datetime="${iso}" title="${format.time(iso)}">${format.relative(iso, nowMs)}</time>`;

/** Outcomes with their numbers, largest first. */
export const outcomeChips = (view: View, outcomes: Record<string, number>): Markup =>
  html`<ul class="chips">${Object.entries(outcomes)
    .sort(([, a], [, b]) => b - a)
    .map(
      ([end, count]) => html`<li><bdi>${view.outcome(end)}</bdi> <b>${view.format.number(count)}</b></li>`,
    )}</ul>`;
