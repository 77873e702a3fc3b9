import { openReader } from '@rasid/fetcher';
import { editOwnCatalogue, idFor, loadCatalogue, loadSources, type SourceEntry } from '@rasid/sources';
import { print } from '../terminal.ts';
import { UsageError } from '../usage.ts';
import { type FoundFeed, findFeeds } from './find-feeds.ts';
import { feedTable } from './show.ts';
import { webAddress } from './web-address.ts';

export type AddOptions = {
  id?: string;
  outlet?: string;
  nameAr?: string;
  nameEn?: string;
  country?: string;
  kind?: string;
  zone?: string;
  tag?: string[];
  min?: string;
  max?: string;
};

/** Reads the feed, fills in what it says of itself, and writes it into the user's own catalogue. */
export async function addSource(address: string, options: AddOptions): Promise<void> {
  const url = webAddress(address);
  const reader = openReader(process.env);
  let found: FoundFeed[];
  try {
    found = await findFeeds(url, reader, () => undefined);
  } finally {
    await reader.close();
  }
  const [feed] = found;
  if (!feed) throw new Error(`No feed at ${url} and none that the site names`);
  if (found.length > 1) {
    print(feedTable(found));
    throw new UsageError(`${url} has ${found.length} feeds: add one of them by its address`);
  }
  const entry = entryFor(feed, options);
  const same = loadSources(process.env).find(({ id, feed: known }) => known === feed.url && id !== entry.id);
  if (same) throw new UsageError(`${feed.url} is followed already, as ${same.id}`); // two would ask its host twice
  const { file } = editOwnCatalogue(process.env, [{ add: entry }]);
  print(`${entry.id}: ${feed.entries} entries, newest ${feed.newest ?? 'undated'}. Written to ${file}`);
}

function entryFor(feed: FoundFeed, options: AddOptions): SourceEntry {
  const sources = loadSources(process.env);
  const title = feed.title?.trim() || new URL(feed.url).hostname.replace(/^www\./, '');
  const isArabic = /[\u0621-\u064a]/.test(title);
  const id =
    options.id ??
    idFor(options.nameEn ?? (isArabic ? '' : title), feed.url, new Set(sources.map((source) => source.id)));
  const sister = sources.find(({ outlet }) => outlet.id === options.outlet)?.outlet;
  const country = options.country?.toUpperCase() ?? sister?.country ?? null;
  const zone = options.zone ?? zoneOf(country);
  const language = feed.language?.slice(0, 2).toLowerCase();
  const { min, max } = options;
  return {
    id,
    outlet: sister ?? {
      id: options.outlet ?? id,
      name: { ar: options.nameAr ?? title, en: options.nameEn ?? (isArabic ? id : title) },
      country,
    },
    ...(options.kind ? { kind: options.kind as NonNullable<SourceEntry['kind']> } : {}), // judged when the file is read back
    ...(language && language.length === 2 && language !== 'ar' ? { language } : {}),
    ...(zone ? { timeZone: zone } : {}),
    feed: feed.url,
    ...(options.tag ? { tags: options.tag } : {}),
    ...(min || max ? { every: { ...(min ? { min } : {}), ...(max ? { max } : {}) } } : {}),
  };
}

/** The zone that the outlets of a country have in the shipped catalogue. */
function zoneOf(country: string | null): string | null {
  return (
    loadCatalogue().find(({ outlet }) => outlet.country === country && country !== null)?.timeZone ?? null
  );
}
