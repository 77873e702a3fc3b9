import { decodeHTML } from 'entities';
import { keyOf } from '../text/key.ts';
import { oneLine } from '../text/survey.ts';
import { textUnder } from './json.ts';
import { articleObject, siteNames } from './linked.ts';
import type { Metadata } from './metadata.ts';

/** Signs between a title and names. Angled quotation marks only with space on both sides: they quote as well. */
const separator = /\s+(?:[|\u2013\u2014\u00b7\u2022\u00bb\u00ab:-]|::|\|\|)\s+|\s*\|\s*|\s+-|-\s+/;
const minTitle = 4; // letters
const minHeading = 12; // letters; a shorter heading is a section

/**
 * The article's title without the outlet's name. Trusted in this order: what sharing sees, JSON-LD, the page's title, its
 * heading, the feed; then the outlet's name is cut off where the page, the feed or a heading shows what it is.
 */
export function titleOf(metadata: Metadata, feedTitle: string | null, host: string): string {
  const { meta, headings } = metadata;
  const candidates = [
    meta.get('og:title'),
    textUnder(articleObject(metadata.linked), ['headline', 'name']),
    meta.get('twitter:title'),
    metadata.title,
    headings.find((heading) => heading.length >= minHeading),
    feedTitle,
  ].flatMap((text) => (text ? [clean(text)] : []));
  const chosen =
    candidates.find((text) => text.length >= minTitle) ?? clean(metadata.states()[0]?.title ?? '');
  const feed = feedTitle ? clean(feedTitle) : '';
  if (feed.length >= minHeading && chosen.length > feed.length && chosen.includes(feed)) return feed; // the page adds its name
  return withoutOutlet(whole(chosen, candidates), metadata, host);
}

const clean = (text: string): string => oneLine(text.includes('&') ? decodeHTML(text) : text);

/** A title that was cut for sharing, in full where another place has it. */
function whole(title: string, candidates: readonly string[]): string {
  const start = title.replace(/\s*(?:\.{2,3}|\u2026)$/, '');
  if (start === title || start.length < minHeading) return title;
  return candidates.find((other) => other.length > title.length && other.startsWith(start)) ?? title;
}

function withoutOutlet(title: string, metadata: Metadata, host: string): string {
  const key = keyOf(title);
  if (metadata.headings.some((text) => keyOf(text) === key)) return title;
  const heading = metadata.headings.find((text) => {
    const own = keyOf(text);
    return text.length >= minHeading && own.length > key.length * 0.4 && own !== key && key.includes(own);
  });
  if (heading) return heading;
  const parts = title.split(separator).filter(Boolean);
  if (parts.length < 2) return title;
  const names = namesOfSite(metadata, host);
  const isName = (part: string) => {
    const own = bare(part);
    return (
      own === '' ||
      isOutlet(part) ||
      names.some(
        (name) => own === name || (name.length > 3 && own.includes(name) && own.length < name.length + 12),
      )
    );
  };
  let [first, last] = [0, parts.length - 1];
  while (first < last && isName(parts[last] ?? '')) last--;
  while (first < last && isName(parts[first] ?? '')) first++;
  if (first === 0 && last === parts.length - 1 && isBar(title, parts)) last--;
  return between(title, parts, first, last);
}

/** "Title | short name": a bar is written before the outlet, hardly inside a headline. */
const isBar = (title: string, parts: readonly string[]): boolean =>
  /\||\s\u00bb\s/.test(title) && (parts[parts.length - 1] ?? '').length < title.length * 0.4;

/** The title from one part to another, with the signs that stand between them. */
function between(title: string, parts: readonly string[], first: number, last: number): string {
  const from = title.indexOf(parts[first] ?? '');
  const end = parts[last] ?? '';
  return title.slice(from, title.lastIndexOf(end) + end.length).trim();
}

/** The title without what the page shows to be no part of it: one of its parts stands alone near the text. */
export function titleBeside(title: string, near: readonly string[]): string {
  const parts = title.split(separator).filter((part) => part.length >= minHeading);
  if (parts.length === 0 || title.split(separator).length < 2) return title;
  const lines = new Set(near.map(keyOf));
  if (lines.has(keyOf(title))) return title;
  return parts.find((part) => lines.has(keyOf(part))) ?? title;
}

/** The word of a host that is the site's own: "sahel" of "www.sahel.com.sy". */
const siteWord = (host: string): string =>
  host
    .split('.')
    .filter((label) => label.length > 3 && label !== 'news' && label !== 'arabic')
    .at(0) ?? '';

const maxOutlet = 5; // words
/** "جريدة الصباح", "الساحل نيوز", "sahel.net": what calls itself an outlet. */
const outlet =
  /^(?:جريدة|صحيفة|موقع|وكالة|قناة|شبكة|بوابة|راديو|إذاعة|مجلة|تلفزيون|منصة|مؤسسة)\s\S|\s(?:نيوز|أونلاين|اونلاين|الإخبارية|الاخبارية)$|(?:^|\s)news(?:\s|$)|\.(?:com|net|org|info)$/i;
export const isOutlet = (part: string): boolean => outlet.test(part) && part.split(/\s+/).length <= maxOutlet;

const generic = /^(?:الرئيسيه|صفحه|موقع|صحيفه|جريده|وكاله|قناه|شبكه|ال)\s?/;
const bare = (text: string): string =>
  keyOf(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(generic, '')
    .replace(/ /g, '')
    .trim();

function namesOfSite(metadata: Metadata, host: string): string[] {
  const { meta, linked } = metadata;
  const names = [
    'og:site_name',
    'application-name',
    'apple-mobile-web-app-title',
    'twitter:site',
    'publisher',
    'copyright',
    'article:section',
  ];
  const all = [
    ...names.map((name) => meta.get(name) ?? ''),
    ...siteNames(linked),
    siteWord(host),
    'الرئيسية',
  ];
  return [...new Set(all.map(bare))].filter((name) => name.length > 1);
}
