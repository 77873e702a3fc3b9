import { lookupKey } from '@rasid/arabic';
import { absolute } from './address.ts';
import { articleObject, type Metadata } from './metadata.ts';

const separators = /\s+[|\u2013\u2014\u00b7\u00bb:-]\s+|\s*\|\s*/;

/** The article's title without the outlet's name: JSON-LD, OpenGraph, heading, feed, page title, in this order of trust. */
export function titleOf(metadata: Metadata, feedTitle: string | null): string {
  const headline = articleObject(metadata.linked)?.headline;
  const heading = metadata.headings.find((text) => text.length > 10);
  const candidates = [
    metadata.meta.get('og:title'),
    typeof headline === 'string' ? headline : null,
    metadata.meta.get('twitter:title'),
    metadata.title,
    heading,
    feedTitle,
  ];
  const chosen =
    candidates
      .find((text) => text && text.trim().length > 3)
      ?.replace(/\s+/g, ' ')
      .trim() ?? '';
  const feed = feedTitle?.replace(/\s+/g, ' ').trim() ?? '';
  if (feed.length > 10 && chosen.length > feed.length && chosen.includes(feed)) return feed; // the page adds its name
  return withoutOutlet(chosen, metadata, heading ?? null);
}

/** Cuts "… | Outlet" and "Outlet - …": when the heading stands without it, or the part is the site's own name. */
function withoutOutlet(title: string, metadata: Metadata, heading: string | null): string {
  if (heading && title !== heading && title.includes(heading) && heading.length > title.length * 0.5)
    return heading;
  const parts = title.split(separators).filter(Boolean);
  if (parts.length < 2) return title;
  const site = lookupKey(metadata.meta.get('og:site_name') ?? '');
  const last = parts[parts.length - 1] ?? '';
  const isSite =
    site !== '' &&
    (lookupKey(last) === site || lookupKey(last).includes(site) || site.includes(lookupKey(last)));
  const isBar = /\|/.test(title) && last.length < title.length * 0.4;
  if (isSite || isBar)
    return title.slice(0, title.lastIndexOf(last)).replace(/[\s|\u2013\u2014\u00b7\u00bb:-]+$/, '');
  return title;
}

const noAuthor = /^(?:admin|administrator|editor|webmaster|developer|root|user\d*|https?:)/i;
const maxAuthor = 60; // longer is a sentence

export function authorsOf(metadata: Metadata, feedAuthor: string | null): string[] {
  const object = articleObject(metadata.linked);
  const named = [object?.author].flat().flatMap((author) => {
    if (typeof author === 'string') return author;
    const name = (author as { name?: unknown } | null | undefined)?.name; // JSON-LD: a Person or an Organization
    return typeof name === 'string' ? name : [];
  });
  const all =
    named.length > 0
      ? named
      : [metadata.meta.get('article:author') ?? metadata.meta.get('author') ?? feedAuthor ?? ''];
  const clean = all
    .map((name) => name.replace(/\s+/g, ' ').trim())
    .filter((name) => name && name.length <= maxAuthor && !noAuthor.test(name));
  return [...new Set(clean)];
}

export function sectionOf(metadata: Metadata): string | null {
  const section = articleObject(metadata.linked)?.articleSection;
  return metadata.meta.get('article:section') ?? (typeof section === 'string' ? section : null);
}

export function keywordsOf(metadata: Metadata): string[] {
  const listed = metadata.meta.get('keywords') ?? metadata.meta.get('news_keywords') ?? '';
  const words = listed
    .split(/[,\u060c;]/)
    .map((word) => word.trim())
    .filter(Boolean);
  return [...new Set(words)].slice(0, 30);
}

export function imageOf(metadata: Metadata, url: string): string | null {
  const object = articleObject(metadata.linked)?.image;
  const named = typeof object === 'string' ? object : (object as { url?: unknown } | null | undefined)?.url; // JSON-LD: an ImageObject
  return absolute(metadata.meta.get('og:image') ?? (typeof named === 'string' ? named : null), url);
}
