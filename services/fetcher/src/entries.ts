import { type EntryHint, type FetchJob, type ItemRef, makeId } from '@rasid/contracts';
import { type FeedEntry, plainText } from '@rasid/feeds';
import type { Source } from '@rasid/sources';
import type { FeedMemory, ItemVersion } from '@rasid/storage';
import { addressInFeed, addressKey, canonicalAddress, isOwnPage } from './address.ts';
import { type Identified, identify } from './identity.ts';
import { sectionFilter } from './sections.ts';

export type Drop = { item: ItemRef; reason: 'no-link' | 'too-old' | 'other-section' };
export type NewEntries = {
  jobs: FetchJob[];
  drops: Drop[];
  known: number;
  /** Entries whose words changed again too soon: the next poll looks at them anew. */
  held: number;
};

const maxContent = 64_000; // characters of an entry that travel in a job; a longer one is fetched as a page

type Tools = {
  memory: FeedMemory;
  knownToLedger: (ids: readonly string[]) => Promise<boolean[]>;
  now: Date;
  maxAgeMs: number;
};

/**
 * Which entries of a feed are new, or worded anew, and remembers them. One that the ledger does not know is new, whatever
 * the memory says: a process may have died between remembering and queueing.
 */
export async function chooseEntries(
  source: Source,
  entries: readonly FeedEntry[],
  tools: Tools,
): Promise<NewEntries> {
  const { memory, now } = tools;
  const outletId = source.outlet.id;
  const identified = identify(source.id, entries);
  const itemIds = await itemsOf(source, identified, memory);
  const before = await memory.versions(source.id, itemIds);
  const versions = identified.map((candidate, at) =>
    versionNow(outletId, itemIds[at] ?? '', candidate.wording, before[at] ?? null, now.getTime()),
  );
  const inLedger = await tools.knownToLedger(versions.map(({ id }) => id));
  const result: NewEntries = { jobs: [], drops: [], known: 0, held: 0 };
  const isWanted = sectionFilter(source);
  const taken = new Set<string>();
  for (const [at, candidate] of identified.entries()) {
    const { id, isHeld } = versions[at] ?? { id: '', isHeld: false };
    if (isHeld) result.held++;
    if (taken.has(id) || inLedger[at]) result.known++;
    else if (!isWanted(candidate.entry.url, candidate.entry.categories))
      result.drops.push({ item: itemOf(source, id), reason: 'other-section' });
    else place(result, source, candidate, { id, itemId: itemIds[at] ?? id }, tools);
    taken.add(id);
  }
  await memory.remember(
    outletId,
    identified.map(({ keys, guid }, at) => ({
      keys: guid === null ? keys : [...keys, guid],
      itemId: itemIds[at] ?? '',
    })),
  );
  await memory.saveVersions(source.id, new Map(itemIds.map((id, at) => [id, stored(versions[at])])));
  return result;
}

/** The item of each entry: the one that is known, or a new one. */
async function itemsOf(
  source: Source,
  identified: readonly Identified[],
  memory: FeedMemory,
): Promise<string[]> {
  const lists = [
    ...identified.map(({ keys }) => keys),
    ...identified.map(({ guid }) => (guid === null ? [] : [guid])),
  ];
  const matches = await memory.match(source.outlet.id, lists);
  const byGuid = matches.slice(identified.length);
  const worded = await memory.versions(
    source.id,
    byGuid.map((id) => id ?? ''),
  );
  return identified.map(({ keys, guid, wording }, at) => {
    const known = matches[at];
    if (known) return known;
    // A feed that gives one guid to everything: other words at another address are another item.
    const isReused = keys.length > 0 && (worded[at]?.contentHash ?? wording) !== wording;
    const guessed = byGuid[at];
    return guessed && !isReused ? guessed : makeId('item', source.outlet.id, keys[0] ?? guid ?? '');
  });
}

type VersionNow = ItemVersion & { isHeld: boolean };

const stored = (version: VersionNow | undefined): ItemVersion => {
  const { id = '', contentHash = '', changes = 0, changedAt = 0 } = version ?? {};
  return { id, contentHash, changes, changedAt };
};

const changePauseMs = 300_000; // after the second change, doubled with each: a counter in the text is no news
const longestPauseMs = 24 * 3600 * 1000;

/**
 * How this feed words the item now. Only the same feed can say that an item changed: a second feed of the outlet may
 * word it otherwise. A change that comes too soon after others is held back.
 */
function versionNow(
  outletId: string,
  itemId: string,
  contentHash: string,
  before: ItemVersion | null,
  now: number,
): VersionNow {
  if (!before) return { id: itemId, contentHash, changes: 0, changedAt: now, isHeld: false };
  if (before.contentHash === contentHash) return { ...before, isHeld: false };
  const { changes, changedAt } = before;
  const pauseMs =
    changes === 0 ? 0 : Math.min(changePauseMs * 2 ** Math.min(changes - 1, 20), longestPauseMs);
  if (now - changedAt < pauseMs) return { ...before, isHeld: true };
  const id = makeId('item', outletId, itemId, contentHash);
  return { id, contentHash, changes: changes + 1, changedAt: now, isHeld: false };
}

const itemOf = (source: Source, id: string): ItemRef => ({
  id,
  sourceId: source.id,
  outlet: source.outlet,
  timeZone: source.timeZone,
});

function place(
  result: NewEntries,
  source: Source,
  { entry }: Identified,
  { id, itemId }: { id: string; itemId: string },
  tools: Tools,
): void {
  const item = itemOf(source, id);
  const url = entry.url && entry.url.length <= longest.address ? canonicalAddress(entry.url) : null;
  const hint = hintOf(entry);
  const dated = Date.parse(entry.publishedAt ?? entry.updatedAt ?? '');
  if (url === null && !saysMore(hint)) result.drops.push({ item, reason: 'no-link' });
  else if (tools.now.getTime() - dated > tools.maxAgeMs) result.drops.push({ item, reason: 'too-old' });
  else {
    const again = id === itemId ? {} : { again: { of: itemId, why: 'changed' as const } };
    result.jobs.push({ item, url: placeOf(url, hint, { feed: source.feed, itemId }), entry: hint, ...again });
  }
}

/** Where the entry is read: on its page, or in the feed when it links to none or only to the front of a site. */
function placeOf(url: string | null, hint: EntryHint, at: { feed: string; itemId: string }): string {
  if (url === null) return addressInFeed(at.feed, at.itemId);
  const hasPage = isOwnPage(addressKey(url) ?? '');
  return hasPage || !saysMore(hint) ? url : addressInFeed(url, at.itemId);
}

/** Whether the feed tells more of it than its title. */
const saysMore = ({ content, summary }: EntryHint): boolean => Boolean(content || summary);

/** Characters that travel in a job: a feed may be ten megabytes of one title. */
const longest = { title: 500, name: 200, guid: 2_000, address: 4_000 };
const cut = (text: string | null, length: number): string | null => text?.slice(0, length) ?? null;

const hintOf = (entry: FeedEntry): EntryHint => ({
  guid: cut(entry.id, longest.guid),
  title: cut(plainText(entry.title), longest.title), // some feeds put markup into it
  summary: entry.summary?.slice(0, maxContent) ?? null,
  content: entry.content && entry.content.length <= maxContent ? entry.content : null,
  author: cut(plainText(entry.author), longest.name),
  publishedAt: entry.publishedAt,
  updatedAt: entry.updatedAt,
  categories: entry.categories
    .slice(0, 30)
    .flatMap((category) => cut(plainText(category), longest.name) ?? []),
});
