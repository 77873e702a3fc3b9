import { contentHash, type EntryHint, type FetchJob, type ItemRef, makeId } from '@rasid/contracts';
import type { FeedEntry } from '@rasid/feeds';
import type { Source } from '@rasid/sources';
import type { FeedMemory, KnownItem } from '@rasid/storage';
import { addressKey, canonicalAddress } from './address.ts';

export type Drop = { item: ItemRef; reason: 'no-link' | 'too-old' };
export type NewEntries = {
  jobs: FetchJob[];
  drops: Drop[];
  known: number;
  remember: { keys: string[]; item: KnownItem }[];
};

const maxContent = 64_000; // characters of an entry that travel in a job; a longer one is fetched as a page

type Tools = {
  memory: FeedMemory;
  knownToLedger: (ids: readonly string[]) => Promise<boolean[]>;
  now: Date;
  maxAgeMs: number;
};

/**
 * Which entries of a feed are new, or changed. An entry is known by its guid, its address or its content: a moved
 * date or a new guid alone makes no new item. One that the ledger does not know is new, whatever the memory says.
 */
export async function chooseEntries(
  source: Source,
  entries: readonly FeedEntry[],
  tools: Tools,
): Promise<NewEntries> {
  const prepared = entries.flatMap((entry) => prepare(source, entry) ?? []);
  const matches = await tools.memory.match(
    source.outlet.id,
    prepared.map(({ keys }) => keys),
  );
  // A second feed of the outlet may word the same item otherwise: only the same feed can say that it changed.
  const before = await tools.memory.match(
    source.outlet.id,
    prepared.map(({ feedKey }) => [feedKey]),
  );
  const ids = prepared.map((candidate, at) =>
    currentId(source, candidate, matches[at] ?? null, before[at] ?? null),
  );
  const inLedger = await tools.knownToLedger(ids);
  const result: NewEntries = { jobs: [], drops: [], known: 0, remember: [] };
  const taken = new Set<string>();
  for (const [at, candidate] of prepared.entries()) {
    const id = ids[at] ?? candidate.firstId;
    const contentHash = candidate.hash;
    result.remember.push({
      keys: candidate.keys,
      item: { itemId: matches[at]?.itemId ?? candidate.firstId, contentHash },
    });
    result.remember.push({ keys: [candidate.feedKey], item: { itemId: id, contentHash } });
    if (taken.has(id) || inLedger[at]) result.known++;
    else place(result, source, candidate, id, tools);
    taken.add(id);
  }
  return result;
}

/** The id of the entry as it stands now: its item's own, or one for this wording when the same feed worded it otherwise before. */
function currentId(
  source: Source,
  candidate: Prepared,
  match: KnownItem | null,
  before: KnownItem | null,
): string {
  if (before?.contentHash === candidate.hash) return before.itemId;
  const first = match?.itemId ?? candidate.firstId;
  return before === null ? first : makeId('item', source.outlet.id, first, candidate.hash);
}

function place(result: NewEntries, source: Source, candidate: Prepared, id: string, tools: Tools): void {
  const item: ItemRef = { id, sourceId: source.id, outlet: source.outlet, timeZone: source.timeZone };
  const dated = Date.parse(candidate.entry.publishedAt ?? candidate.entry.updatedAt ?? '');
  if (candidate.url === null && !candidate.entry.content) result.drops.push({ item, reason: 'no-link' });
  else if (tools.now.getTime() - dated > tools.maxAgeMs) result.drops.push({ item, reason: 'too-old' });
  else result.jobs.push({ item, url: candidate.url ?? source.feed, entry: candidate.entry });
}

type Prepared = {
  keys: string[];
  feedKey: string;
  hash: string;
  firstId: string;
  url: string | null;
  entry: EntryHint;
};

function prepare(source: Source, entry: FeedEntry): Prepared | null {
  const url = entry.url ? canonicalAddress(entry.url) : null;
  const link = entry.url ? addressKey(entry.url) : null;
  const hash = contentHash([entry.title, entry.summary, entry.content].join('\u0000')).slice(0, 22);
  const keys = [
    link ? `link:${contentHash(link).slice(0, 22)}` : null,
    entry.id ? `guid:${contentHash(entry.id).slice(0, 22)}` : null,
  ].filter((key) => key !== null);
  if (keys.length === 0 && !entry.title && !entry.content && !entry.summary) return null; // an empty element
  if (keys.length === 0) keys.push(`text:${hash}`);
  const content = entry.content && entry.content.length <= maxContent ? entry.content : null;
  const hint: EntryHint = {
    guid: entry.id,
    title: entry.title,
    summary: entry.summary?.slice(0, maxContent) ?? null,
    content,
    author: entry.author,
    publishedAt: entry.publishedAt,
    updatedAt: entry.updatedAt,
    categories: entry.categories.slice(0, 30),
  };
  return {
    keys,
    feedKey: `feed:${source.id}:${keys[0]}`,
    hash,
    firstId: makeId('item', source.outlet.id, link ?? entry.id ?? hash),
    url,
    entry: hint,
  };
}
