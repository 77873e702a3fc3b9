import { type DateTime, parseDateTime } from '@rasid/arabic';
import type { CleanArticle, Page } from '../types.ts';
import { readAgo } from './ago.ts';
import { type JsonObject, textUnder } from './json.ts';
import { datedLines, type NearText } from './lines.ts';
import { articleObject, hasType } from './linked.ts';
import type { Metadata } from './metadata.ts';
import { inZone, isNearMidnight } from './zone.ts';

export type Dates = Pick<CleanArticle, 'publishedAt' | 'publishedBasis' | 'updatedAt'> & { notes: string[] };

const publishedNames = [
  'article:published_time',
  'article:published',
  'og:article:published_time',
  'og:published_time',
  'datepublished',
  'pubdate',
  'publishdate',
  'publish-date',
  'publish_date',
  'publication_date',
  'published_time',
  'parsely-pub-date',
  'sailthru.date',
  'dc.date.issued',
  'dc.date',
  'dc.date.created',
  'dcterms.created',
  'dcterms.date',
  'date',
  'date.created',
  'datecreated',
  'release_date',
];
const updatedNames = [
  'article:modified_time',
  'article:modified',
  'og:updated_time',
  'datemodified',
  'last-modified',
  'dcterms.modified',
  'dc.date.modified',
  'lastmod',
];

type Basis = NonNullable<CleanArticle['publishedBasis']>;
type Found = { date: DateTime; basis: Basis };

/**
 * When an article was published and updated, and how that is known: the page's data first, then its time elements, the
 * feed, the lines around the headline, the address. A time without a zone is the outlet's; what that leaves in doubt is noted.
 */
export function datesOf(metadata: Metadata, page: Page, near: NearText): Dates {
  const timeZone = page.timeZone ?? 'UTC';
  const read = (value: unknown): DateTime | null =>
    typeof value === 'string' ? readDate(value, timeZone) : null;
  const lines = once(() => datedLines(near, read));
  const found = published(metadata, page, { near, line: () => lines().published, read });
  // Where the page's data has the one date and not the other, there was no update.
  const isByLines = found === null || found.basis === 'text' || found.basis === 'url';
  const updated = updatedOf(metadata, read) ?? (isByLines ? lines().updated : null);
  const notes: string[] = [];
  if (found && found.date.precision !== 'day') {
    if (found.date.zone === 'assumed' && isNearMidnight(found.date.iso))
      notes.push('day depends on the assumed zone');
    else if (inZone(found.date.iso, timeZone).slice(0, 10) !== found.date.iso.slice(0, 10))
      notes.push('day differs in the zone of the outlet');
  }
  return {
    publishedAt: found ? inZone(found.date.iso, timeZone) : null,
    publishedBasis: found?.basis ?? null,
    updatedAt: updated ? inZone(updated.iso, timeZone) : null,
    notes,
  };
}

/** Zones that Arabic outlets name in words: the words by which one is known, and the zone. */
const namedZones: readonly (readonly [RegExp, string])[] = [
  [/[غج]رينتش|[غج]رينيتش/, 'Etc/GMT'],
  [/مكة|السعودية|الرياض/, 'Asia/Riyadh'],
  [/القاهرة/, 'Africa/Cairo'],
  [/بغداد/, 'Asia/Baghdad'],
  [/دمشق/, 'Asia/Damascus'],
  [/بيروت/, 'Asia/Beirut'],
  [/القدس/, 'Asia/Jerusalem'],
  [/أبو ?ظبي|أبوظبي|الإمارات|دبي/, 'Asia/Dubai'],
];

/** A date in any wording; "بتوقيت ..." names its zone. */
function readDate(text: string, timeZone: string): DateTime | null {
  const words = /توقيت (.{2,30})/.exec(text.slice(0, 200))?.[1];
  const zone =
    words === undefined ? null : (namedZones.find(([pattern]) => pattern.test(words))?.[1] ?? null);
  const date = parseDateTime(text, { timeZone: zone ?? timeZone });
  return date && zone ? { ...date, zone: 'stated' } : date;
}

type Read = (value: unknown) => DateTime | null;

type Ways = { near: NearText; line: () => DateTime | null; read: Read };

function published(metadata: Metadata, page: Page, { near, line, read }: Ways): Found | null {
  const { meta, linked, times, states } = metadata;
  const sources: [Basis, () => DateTime | null][] = [
    ['jsonld', () => read(linkedDate(linked, ['datePublished', 'dateCreated', 'uploadDate']))],
    ['meta', () => first(publishedNames, (name) => read(meta.get(name)))],
    ['meta', () => first(times.filter(isPublication), (time) => read(time.value) ?? read(time.text))],
    ['feed', () => read(page.feedEntry?.publishedAt)],
    ['text', line],
    ['meta', () => read(states()[0]?.publishedAt)],
    [
      'meta',
      () =>
        first(
          times.filter((time) => !isUpdate(time)).slice(0, 3),
          (time) => read(time.value) ?? read(time.text),
        ),
    ],
    ['text', () => agoBeside(metadata, page, near, read)],
    ['url', () => urlDate(page.url, read)],
  ];
  for (const [basis, find] of sources) {
    const date = find();
    if (date) return { date, basis };
  }
  return null;
}

/** How long ago the page says it was, unless its address tells another day: then it is of something else on the page. */
function agoBeside({ times }: Metadata, page: Page, { before }: NearText, read: Read): DateTime | null {
  if (!page.fetchedAt) return null;
  const fetched = { at: page.fetchedAt, timeZone: page.timeZone ?? 'UTC' };
  const own = times.filter((time) => !isUpdate(time)).slice(0, 3);
  const texts = [...own.filter(isPublication), ...own, ...before].map(({ text }) => text);
  const told = first(texts, (text) => readAgo(text, fetched));
  const address = urlDate(page.url, read);
  if (!told || !address) return told;
  const [day, other] = [told, address].map(({ iso }) =>
    Date.parse(inZone(iso, fetched.timeZone).slice(0, 10)),
  );
  return Math.abs((day ?? 0) - (other ?? 0)) <= 24 * 3600 * 1000 ? told : null; // addresses are made in UTC too
}

function updatedOf({ meta, linked, times }: Metadata, read: Read): DateTime | null {
  return (
    read(linkedDate(linked, ['dateModified'])) ??
    first(updatedNames, (name) => read(meta.get(name))) ??
    first(times.filter(isUpdate), (time) => read(time.value) ?? read(time.text))
  );
}

/** A date of the article's object, or of the page's. */
function linkedDate(linked: readonly JsonObject[], names: readonly string[]): string | null {
  const pages = linked.filter((object) => hasType(object, /WebPage$|^VideoObject$/i));
  return first([articleObject(linked), ...pages], (object) => textUnder(object, names));
}

type Time = Metadata['times'][number];
const isUpdate = ({ names }: Time): boolean => /updat|modif|تحديث/i.test(names);
const isPublication = (time: Time): boolean =>
  /publi|date|entry|post|نشر/i.test(time.names) && !isUpdate(time);

const slashed = /[/_-]((?:19|20)\d{2})[/-](\d{1,2})[/-](\d{1,2})(?=[/_.-]|$)/;
/** One that has the section between year and month. */
const sectioned = /\/(20\d{2})\/[a-z][a-z_.-]{1,40}\/(\d{1,2})\/(\d{1,2})(?=\/)/i;
const joined = /[/_-](20\d{2})(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?=\d{0,8}(?:[/_.-]|$))/;

function urlDate(url: string, read: Read): DateTime | null {
  const match = slashed.exec(url) ?? sectioned.exec(url) ?? joined.exec(url);
  return match ? read(`${match[1]}-${match[2]}-${match[3]}`) : null;
}

function once<T>(make: () => T): () => T {
  let made: { value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

function first<T, R>(items: readonly T[], pick: (item: T) => R | null): R | null {
  for (const item of items) {
    const found = pick(item);
    if (found !== null) return found;
  }
  return null;
}
