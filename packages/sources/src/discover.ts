/** Where a feed may be, and who said so. Each must be read before it counts. */
export type Candidate = { url: string; foundBy: 'link' | 'robots' | 'sitemap' | 'usual' };

const maxLinks = 60; // more are the feeds of every comment page
const feedTypes =
  /^(?:application\/(?:rss|atom|rdf|feed)\+(?:xml|json)|application\/json|text\/(?:xml|rss\+xml)|application\/xml)$/i;
const feedWords = /(?:^|[/._=?&-])(?:rss|feeds?|atom|rdf)(?:[/._=?&0-9-]|\.(?:xml|aspx|php|json)|$)/i;

/** The feeds a page names: its link elements, and links whose address speaks of a feed. */
export function feedLinks(html: string, base: string): Candidate[] {
  const found = new Map<string, Candidate>();
  const add = (href: string, foundBy: Candidate['foundBy']) => {
    const url = absolute(href, base);
    if (url && !found.has(url)) found.set(url, { url, foundBy });
  };
  for (const [tag] of html.matchAll(/<link\b[^<>]{0,1000}>/gi)) {
    const rel = attribute(tag, 'rel').toLowerCase().split(/\s+/);
    if ((rel.includes('alternate') || rel.includes('feed')) && feedTypes.test(attribute(tag, 'type')))
      add(attribute(tag, 'href'), 'link');
  }
  for (const [tag] of html.matchAll(/<a\b[^<>]{0,1000}>/gi)) {
    const href = attribute(tag, 'href');
    if (feedWords.test(href)) add(href, 'link');
  }
  return [...found.values()].slice(0, maxLinks);
}

/** The sitemaps robots.txt names. */
export function robotsSitemaps(robots: string, base: string): Candidate[] {
  return [...robots.matchAll(/^[ \t]{0,20}sitemap[ \t]{0,20}:[ \t]{0,20}(\S{1,2000})/gim)].flatMap(
    ([, href = '']) => {
      const url = absolute(href, base);
      return url ? [{ url, foundBy: 'robots' as const }] : [];
    },
  );
}

const maxSitemaps = 20;
const newsWords = /news|latest|recent|today|google/i;

/** The sitemaps a sitemap index names, those that speak of news first. Empty when the document is no index. */
export function sitemapLinks(xml: string, base: string): Candidate[] {
  if (!/<(?:\w{1,20}:)?sitemapindex\b/i.test(xml.slice(0, 5_000))) return [];
  const urls = [...xml.matchAll(/<(?:\w{1,20}:)?loc>\s{0,50}([^<\s]{1,2000})\s{0,50}</gi)].flatMap(
    ([, href = '']) => absolute(decode(href), base) ?? [],
  );
  const [news, others] = [
    urls.filter((url) => newsWords.test(url)),
    urls.filter((url) => !newsWords.test(url)),
  ];
  return [...news, ...others].slice(0, maxSitemaps).map((url) => ({ url, foundBy: 'sitemap' as const }));
}

const usualPaths = [
  '/feed',
  '/rss',
  '/rss.xml',
  '/feed.xml',
  '/atom.xml',
  '/index.xml',
  '/rss.aspx',
  '/ar/rss',
  '/ar/rss.xml',
  '/ar/feed',
  '/arabic/rss',
  '/?format=feed&type=rss',
  '/feed.json',
  '/news-sitemap.xml',
  '/sitemap-news.xml',
  '/sitemap_news.xml',
  '/sitemap.xml',
];

/** Where feeds and news sitemaps usually are: WordPress, Joomla, Drupal, Blogger and their kin. */
export const usualAddresses = (base: string): Candidate[] =>
  usualPaths.map((path) => ({ url: new URL(path, base).href, foundBy: 'usual' as const }));

/** The value of an attribute in a tag, in any quotes or none. */
export function attribute(tag: string, name: string): string {
  const match = new RegExp(
    `[\\s"']${name}\\s{0,5}=\\s{0,5}(?:"([^"]{0,2000})"|'([^']{0,2000})'|([^\\s"'>]{1,2000}))`,
    'i',
  ).exec(tag);
  return decode(match?.[1] ?? match?.[2] ?? match?.[3] ?? '').trim();
}

const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** The five XML entities and numeric ones; others stay as they are. */
export const decode = (text: string): string =>
  text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,4}));/gi, (whole, decimal, hex, name) => {
    if (name) return named[String(name).toLowerCase()] ?? whole;
    const code = decimal ? Number(decimal) : Number.parseInt(hex, 16);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });

function absolute(href: string, base: string): string | null {
  try {
    const url = new URL(href, base);
    url.hash = '';
    return url.protocol === 'http:' || url.protocol === 'https:' ? url.href : null;
  } catch {
    return null;
  }
}
