import type { XmlDocument, XmlNode } from '../xml/scan.ts';
import { field } from './fields.ts';
import { blankFeed, type RawFeed } from './raw.ts';

/** `<redirect><newLocation>`: the XML redirect of old RSS servers. */
export function readRedirect(document: XmlDocument, root: XmlNode): RawFeed {
  const url = field(document, root, ['newlocation', 'location'])?.text;
  return { ...blankFeed('rss'), pointers: url ? [{ url, rel: 'moved' }] : [] };
}
