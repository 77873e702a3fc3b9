import { softParameters, trackingParameters } from './tracking.ts';

/**
 * The address as it is asked for: out of its AMP or search wrapper, without tracking parameters, fragment and default
 * port; Arabic percent-encoded exactly once. Null when it is no web address.
 */
export function canonicalAddress(text: string): string | null {
  const url = parse(unwrap(text.trim().replaceAll('&amp;', '&')));
  if (!url) return null;
  url.hash = '';
  url.username = '';
  url.password = '';
  url.pathname = encodedOnce(url.pathname).replace(/\/amp\/?$/i, '/');
  url.search = query(url, trackingParameters, /^(?:amp|outputType)(?:=|$)/);
  return url.href;
}

/** The address as an identity: scheme, host prefix, AMP and print variants, a slash at the end make no other article. */
export function addressKey(text: string): string | null {
  const url = parse(canonicalAddress(text) ?? '');
  if (!url) return null;
  const host = url.host.replace(/^(?:www|m|amp|mobile)\./, '');
  const path = url.pathname
    .replace(/^\/(?:amp|print)(?=\/.)/i, '')
    .replace(/(?:\/(?:amp|print)|\.amp(?=\.html?$)|\.amp)\/?$/i, '')
    .replace(/\.amp(?=\.html?$)/i, '')
    .replace(/\/(?:index\.(?:html?|php|aspx?))?$/i, '')
    .replace(/%[0-9a-f]{2}/gi, (code) => code.toUpperCase());
  return host + path + query(url, softParameters);
}

/**
 * The address of an entry without a page of its own: that of its feed, or of the front page it links to, with the item
 * behind a fragment. Without it all such entries of an outlet would be revisions of one article. Keys in the query and
 * passwords stay out of it: it stands in records.
 */
export function addressInFeed(feed: string, itemId: string): string {
  const { origin, pathname } = new URL(feed);
  return `${origin}${pathname}#${itemId}`;
}

/** Whether an address is one of those: that of a page has no fragment. */
export const isInFeedOnly = (address: string): boolean => address.includes('#');

/** Whether an address names a page of its own and not the front of a site: a front page is no identity. */
export const isOwnPage = (key: string): boolean => /[/?]/.test(key);

function parse(text: string): URL | null {
  try {
    const url = new URL(text);
    return url.protocol === 'http:' || url.protocol === 'https:' ? url : null;
  } catch {
    return null;
  }
}

/** What an address leads to when it is a copy in an AMP cache or a search engine's redirect. */
const wrappers: readonly { pattern: RegExp; scheme: (secure: string | undefined) => string }[] = [
  {
    pattern: /^https?:\/\/[^/]{1,200}\.cdn\.ampproject\.org\/[a-z]\/(s\/)?(.+)$/i,
    scheme: (secure) => (secure ? 'https' : 'http'),
  },
  {
    pattern: /^https?:\/\/(?:www\.)?google\.[a-z.]{2,6}\/amp\/(s\/)?(.+)$/i,
    scheme: (secure) => (secure ? 'https' : 'http'),
  },
];

function unwrap(text: string): string {
  for (const { pattern, scheme } of wrappers) {
    const [, secure, rest] = pattern.exec(text) ?? [];
    if (rest) return `${scheme(secure)}://${rest}`;
  }
  if (!/^https?:\/\/(?:www\.)?google\.[a-z.]{2,6}\/url\?/i.test(text)) return text;
  const url = parse(text);
  return url?.searchParams.get('url') ?? url?.searchParams.get('q') ?? text;
}

/** Percent signs that were encoded again are taken back while Arabic comes of it; "100%25" stays what it is. */
function encodedOnce(part: string): string {
  const isTwice = /%(?:25){1,9}[c-f][0-9a-f]%(?:25){1,9}[89ab][0-9a-f]/i.test(part);
  return isTwice ? part.replace(/%(?:25){1,9}(?=[0-9a-f]{2})/gi, '%') : part;
}

/** The query without what says nothing of the article, in one order. Parts stay as they are: they may be in windows-1256. */
function query(url: URL, dropped: RegExp, alsoDropped?: RegExp): string {
  const parts = encodedOnce(url.search)
    .slice(1)
    .split('&')
    .filter((part) => part !== '' && !dropped.test(part) && !alsoDropped?.test(part));
  return parts.length === 0 ? '' : `?${parts.sort().join('&')}`;
}
