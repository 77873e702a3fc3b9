import type { Enclosure } from '../feed.ts';
import type { XmlNode } from '../xml/scan.ts';
import { childrenOf } from './fields.ts';
import { sizeOf } from './links.ts';

/** Files of an item: its enclosures; where it has none, what Media RSS attaches. */
export function enclosuresOf(item: XmlNode): Enclosure[] {
  const own = childrenOf(item, 'enclosure').flatMap(({ attributes }) =>
    attributes.url
      ? { url: attributes.url.trim(), type: attributes.type || null, length: sizeOf(attributes.length) }
      : [],
  );
  return own.length > 0 ? own : mediaOf(item);
}

export function mediaOf(item: XmlNode): Enclosure[] {
  const holders = [item, ...childrenOf(item, 'media:group'), ...childrenOf(item, 'media:content')];
  const found = new Map<string, Enclosure>();
  for (const name of ['media:content', 'media:thumbnail']) {
    for (const { attributes } of holders.flatMap((holder) => childrenOf(holder, name))) {
      const url = attributes.url?.trim();
      if (!url || found.has(url)) continue;
      const isImage = name === 'media:thumbnail' || attributes.medium === 'image';
      const type = attributes.type || (isImage ? 'image' : attributes.medium || null);
      found.set(url, { url, type, length: sizeOf(attributes.filesize) });
    }
  }
  return [...found.values()];
}
