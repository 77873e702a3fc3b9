import type { HttpAnswer } from '../net/client.ts';

/** The hub that tells of a feed's changes, and the name under which it knows the feed. */
export type Offer = { hub: string; topic: string };

const headBytes = 16_384; // the links of a feed stand before its entries

/** What a feed says of a hub, in its headers or in its first elements; null when it offers none. */
export function offerOf(answer: Pick<HttpAnswer, 'headers' | 'bytes' | 'url'>): Offer | null {
  const head = Buffer.from(answer.bytes.subarray(0, headBytes)).toString('utf8');
  const links = [...ofHeader(answer.headers.get('link') ?? ''), ...ofElements(head), ...ofJson(head)];
  const hub = links.find(({ rel }) => rel.includes('hub'));
  const topic = links.find(({ rel }) => rel.includes('self'));
  const hubUrl = absolute(hub?.href, answer.url);
  return hubUrl ? { hub: hubUrl, topic: absolute(topic?.href, answer.url) ?? answer.url } : null;
}

type Link = { rel: string[]; href: string };
const words = (rel: string): string[] => rel.toLowerCase().split(/\s+/);

const ofHeader = (header: string): Link[] =>
  [...header.slice(0, 8_000).matchAll(/<([^<>]{1,2000})>([^<]{0,500})/g)].map(([, href = '', rest = '']) => ({
    href,
    rel: words(/\brel\s{0,3}=\s{0,3}"?([^";,]{1,100})/i.exec(rest)?.[1] ?? ''),
  }));

const attribute = (tag: string, name: string): string =>
  new RegExp(`\\s${name}\\s{0,3}=\\s{0,3}(?:"([^"]{0,2000})"|'([^']{0,2000})')`, 'i')
    .exec(tag)
    ?.slice(1)
    .find((value) => value !== undefined)
    ?.replaceAll('&amp;', '&') ?? '';

const ofElements = (head: string): Link[] =>
  [...head.matchAll(/<(?:[a-z0-9]{1,12}:)?link\s[^<>]{1,3000}>/gi)].map(([tag]) => ({
    rel: words(attribute(tag, 'rel')),
    href: attribute(tag, 'href'),
  }));

function ofJson(head: string): Link[] {
  const hubs = /"hubs"\s{0,9}:\s{0,9}\[([^\]]{0,2000})\]/.exec(head)?.[1] ?? '';
  const hub = /"url"\s{0,9}:\s{0,9}"([^"]{1,1000})"/.exec(hubs)?.[1];
  const self = /"feed_url"\s{0,9}:\s{0,9}"([^"]{1,1000})"/.exec(head)?.[1];
  return [
    ...(hub ? [{ rel: ['hub'], href: hub.replaceAll('\\/', '/') }] : []),
    ...(self ? [{ rel: ['self'], href: self.replaceAll('\\/', '/') }] : []),
  ];
}

function absolute(href: string | undefined, base: string): string | null {
  if (!href) return null;
  try {
    const url = new URL(href.trim(), base);
    return url.protocol === 'http:' || url.protocol === 'https:' ? url.href : null;
  } catch {
    return null;
  }
}
