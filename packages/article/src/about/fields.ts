import { decodeHTML } from 'entities';
import { oneLine } from '../text/survey.ts';
import { isObject, textUnder } from './json.ts';
import { articleObject, hasType, siteNames } from './linked.ts';
import type { Metadata } from './metadata.ts';

const decoded = (text: string): string => oneLine(text.includes('&') ? decodeHTML(text) : text);

/** The summary the page gives of itself, or the first paragraph. */
export function leadOf({ meta, linked }: Metadata, text: string): string | null {
  const described =
    meta.get('og:description') ??
    meta.get('description') ??
    meta.get('twitter:description') ??
    textUnder(articleObject(linked), ['description']);
  return (described && decoded(described)) || text.split('\n')[0] || null;
}

export function sectionOf({ meta, linked }: Metadata): string | null {
  const named = articleObject(linked)?.articleSection;
  const first = [named].flat().find((name): name is string => typeof name === 'string' && name.trim() !== '');
  const section = meta.get('article:section') ?? first ?? meta.get('section') ?? crumbBeforeLast(linked);
  return section && !noSection.test(section) ? decoded(section) : null;
}

/** Words of the content system for "nowhere". */
const noSection = /^(?:featured|uncategorized|slider|home|main|default|غير مصنف|سلايدر|الرئيسية)$/i;

/** The last but one step of the breadcrumbs: the last is the article, the first the front page. */
function crumbBeforeLast(linked: Metadata['linked']): string | null {
  const list = linked.find((object) => hasType(object, /^BreadcrumbList$/i))?.itemListElement;
  if (!Array.isArray(list) || list.length < 3) return null;
  const step: unknown = list[list.length - 2];
  if (!isObject(step)) return null;
  return textUnder(step, ['name']) ?? (isObject(step.item) ? textUnder(step.item, ['name']) : null);
}

const maxKeywords = 30;
const maxKeyword = 60; // letters; longer is a sentence

export function keywordsOf({ meta, linked }: Metadata): string[] {
  const data = articleObject(linked)?.keywords;
  const listed = [meta.get('keywords') ?? meta.get('news_keywords') ?? data ?? []].flat();
  const words = listed
    .flatMap((text) => (typeof text === 'string' ? text.split(/[,\u060c;]/) : []))
    .map((word) => decoded(word).replace(/^#/, ''))
    .filter((word) => word !== '' && word.length <= maxKeyword);
  return [...new Set(words)].slice(0, maxKeywords);
}

export function imageOf({ meta, linked }: Metadata, url: string): string | null {
  const [object] = [articleObject(linked)?.image].flat();
  const named =
    typeof object === 'string' ? object : isObject(object) ? textUnder(object, ['url', 'contentUrl']) : null;
  const image = absolute(meta.get('og:image') ?? named ?? meta.get('twitter:image') ?? null, url);
  return image !== null && /^https?:/.test(image) ? image : null; // pages say data: for placeholders; nobody follows javascript:
}

/** The site's own name. */
export const outletOf = ({ meta, linked }: Metadata): string | null =>
  meta.get('og:site_name') ?? siteNames(linked)[0] ?? meta.get('application-name') ?? null;

export const canonicalOf = ({ canonical, meta }: Metadata, url: string): string =>
  absolute(canonical ?? meta.get('og:url') ?? null, url) ?? url;

/** An address of the page made absolute; null when it cannot be read. */
function absolute(link: string | null, base: string): string | null {
  if (!link) return null;
  try {
    return new URL(link, base || undefined).href;
  } catch {
    return null;
  }
}
