import { contentHash } from '@rasid/contracts';
import type { FeedEntry } from '@rasid/feeds';
import { addressKey, isOwnPage } from './address.ts';

/** An entry with what it may be known by and a hash of its words. */
export type Identified = {
  entry: FeedEntry;
  /** Its address and its words, if they tell: either alone is enough. */
  keys: string[];
  /** Believed unless the same feed gives it to other words at another address. */
  guid: string | null;
  wording: string;
};

const tellingLetters = 200; // letters of a text that no two articles of an outlet share by chance

/**
 * What each entry of a document is known by: its address, its guid, its words. A key that several entries with different
 * words carry (a front page as link, one guid for all) tells nothing and is left out; dates never count.
 */
export function identify(sourceId: string, entries: readonly FeedEntry[]): Identified[] {
  const drafts = entries.flatMap((entry) => draft(sourceId, entry) ?? []);
  const wordings = new Map<string, Set<string>>();
  for (const { link, guid, wording } of drafts)
    for (const key of [link, guid]) {
      if (key === null) continue;
      wordings.set(key, (wordings.get(key) ?? new Set()).add(wording));
    }
  const tells = (key: string | null): key is string => key !== null && wordings.get(key)?.size === 1;
  return drafts.map(({ entry, link, guid, text, wording }) => {
    const keys = [link].filter(tells);
    if (text !== null) keys.push(text);
    const telling = tells(guid) ? guid : null;
    if (keys.length === 0 && telling === null) keys.push(`text:${wording}`);
    return { entry, keys, guid: telling, wording };
  });
}

function draft(sourceId: string, entry: FeedEntry) {
  const words = [entry.title, entry.summary, entry.content].map(plain);
  const wording = short(words.join('\u0000'));
  const address = entry.url ? addressKey(entry.url) : null;
  const link = address !== null && isOwnPage(address) ? `link:${short(address)}` : null;
  if (link === null && !entry.id && words.every((text) => text === '')) return null; // an empty element
  const guid = entry.id ? `guid:${short(guidScope(sourceId, entry.id) + entry.id)}` : null;
  const isTelling = words.slice(1).some((text) => text.length >= tellingLetters);
  return { entry, link, guid, text: isTelling ? `text:${wording}` : null, wording };
}

/** A guid that is an address, a tag URI or a UUID means the same in every feed of an outlet; "1234" only in its own. */
const guidScope = (sourceId: string, guid: string): string =>
  /^(?:https?:\/\/.|tag:.|urn:.|[0-9a-f]{8}-[0-9a-f]{4}-)/i.test(guid) ? '' : `${sourceId}:`;

/** Words without markup: addresses of pictures and the like change while nothing is said anew. */
const plain = (html: string | null): string =>
  (html ?? '')
    .replace(/<[^<>]{0,2000}>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

const short = (text: string): string => contentHash(text).slice(0, 22);
