import { keyOf } from '../text/key.ts';
import type { Block } from '../text/survey.ts';
import { oneLine } from '../text/survey.ts';
import { isObject } from './json.ts';
import { articleObject, siteNames } from './linked.ts';
import type { Metadata } from './metadata.ts';
import { isOutlet } from './title.ts';

const maxAuthor = 60; // letters; longer is a sentence
const maxAuthors = 8;
/** Accounts of the content system, and those who built the site. */
const noAuthor =
  /^(?:admin|administrator|editor|editorial|webmaster|web ?desk|developer|root|user\d*|staff|author|anonymous|unknown|null|undefined|guest|super ?user|المحرر|محرر|المدير|مدير الموقع|ادارة الموقع|إدارة الموقع|غير معروف|كاتب)\b|https?:|www\.|@|\.(?:com|net|org|info)\b|design|develop|software|solutions|technolog|برمج|تصميم|تطوير/iu;

/** Who wrote the article: JSON-LD, then meta, the feed, the state, a byline; never the site or who built it. */
export function authorsOf(
  metadata: Metadata,
  feedAuthor: string | null,
  other: { byline: string | null; isShell: boolean },
): string[] {
  const { meta, linked, states } = metadata;
  const sites = [...siteNames(linked), meta.get('og:site_name') ?? ''].map(keyOf).filter(Boolean);
  const sources = [
    namesIn(articleObject(linked)?.author),
    listed(meta.get('article:author')),
    listed(meta.get('author') ?? meta.get('dc.creator') ?? meta.get('parsely-author')),
    listed(feedAuthor),
    listed(other.byline),
    listed(other.isShell ? states()[0]?.author : null),
  ];
  for (const names of sources) {
    const kept = names.map(withoutRole).filter((name) => isAuthor(name, sites));
    if (kept.length > 0) return [...new Set(kept)].slice(0, maxAuthors);
  }
  return [];
}

const isAuthor = (name: string, sites: readonly string[]): boolean =>
  name.length > 1 &&
  name.length <= maxAuthor &&
  /\p{L}/u.test(name) &&
  !noAuthor.test(name) &&
  !isOutlet(name) &&
  !sites.includes(keyOf(name));

/** JSON-LD: a name, a Person, a list of either. */
function namesIn(author: unknown): string[] {
  return [author].flat().flatMap((one) => {
    if (typeof one === 'string') return listed(one);
    return isObject(one) && typeof one.name === 'string' ? listed(one.name) : [];
  });
}

/** Where it was written, as some outlets put it for the name: "(أبوظبي - البيان)". */
const dateline = /^\s*\(.*\)\s*$/;

const listed = (text: string | null | undefined): string[] =>
  text && !dateline.test(text)
    ? oneLine(text)
        .split(/\s*[,\u060c;\u061b|]\s*|\s+[-\u2013]\s+/)
        .filter(Boolean)
    : [];

const role =
  /^(?:كتبت?|بقلم|تحرير|إعداد|اعداد|ترجمة|متابعة|by)\s{0,3}[:/\u2013-]?\s{1,3}|^(?:كتبت?|بقلم|تحرير|إعداد|اعداد|ترجمة|متابعة)\s{0,3}[:/]\s{0,3}/i;
const withoutRole = (name: string): string =>
  name
    .replace(role, '')
    .replace(/[\s:.\u060c-]+$/, '')
    .trim();

const plainByline = /^كتبت?\s(?:\p{L}+\s?){2,4}$/u;
const bylineStart = /^(?:كتبت?|بقلم|تحرير|إعداد|اعداد|ترجمة)\s{0,3}[:/\u2013-]\s{0,3}\p{L}|^بقلم\s\p{L}/u;
const maxByline = 50; // letters with the word before the name

/** A line that names who wrote the article. */
export function bylineIn(blocks: readonly Block[]): string | null {
  const line = blocks.find(
    ({ text }) => text.length <= maxByline && (bylineStart.test(text) || plainByline.test(text)),
  );
  return line ? withoutRole(line.text) : null;
}
