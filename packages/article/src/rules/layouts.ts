/**
 * What is known of layouts that many sites, or one, use. Selectors are cheerio's, over elements, classes, ids, itemprop,
 * role and rel (other attributes are not kept). Each is a help, never a need: the text is read by weight where none applies
 * or one has gone stale.
 */
export type Layout = {
  /** Name and version: a site that is rebuilt gets a new line, the old one stays for pages that are read again. */
  id: string;
  /** Sites it is for, with everything below them; none for a layout that any site may use. */
  hosts: readonly string[];
  /** What a page's generator or the names of its html and body elements say; null where the host is enough. */
  sign: RegExp | null;
  /** Element that holds the text. The first selector that matches something decides. */
  text: readonly string[];
  /** Elements inside it that are no text. */
  drop: readonly string[];
  /** Page of our own making, in fixtures/pages, that has this layout. */
  page: string;
};

export const layouts: readonly Layout[] = [
  {
    id: 'wordpress-newspaper/1',
    hosts: [],
    sign: /\btd-(?:full-layout|boxed-layout|standard-pack|theme-wrap)\b/,
    text: ['div.td-post-content'],
    drop: [
      '.td-a-rec',
      '.td-post-featured-image',
      '.td_block_wrap',
      '.td-post-source-tags',
      '.td-post-sharing',
    ],
    page: 'wordpress-newspaper',
  },
  {
    id: 'wordpress-jannah/1',
    hosts: [],
    sign: /\b(?:tie-no-js|wrapper-has-overlay|is-thumb-overlay-disabled)\b/,
    text: ['article#the-post div.entry-content'],
    drop: [
      '#inline-related-post',
      '.stream-item',
      '.post-bottom-meta',
      '.post-bottom-tags',
      '.share-buttons',
    ],
    page: 'wordpress-inline-related',
  },
  {
    id: 'blogger/1',
    hosts: [],
    sign: /\bblogger\b/i,
    text: ['div.post-body.entry-content', 'div.post-body'],
    drop: ['.separator', '.post-footer'],
    page: 'blogger-line-breaks',
  },
  {
    id: 'joomla-item-page/1',
    hosts: [],
    sign: /\bjoomla\b/i,
    text: ['div.item-page [itemprop="articleBody"]', 'div.item-page'],
    drop: ['.article-info', '.pagenav', '.tags'],
    page: 'joomla',
  },
  {
    id: 'amp-wp/1',
    hosts: [],
    sign: /\bamp-wp\b/,
    text: ['div.amp-wp-article-content'],
    drop: ['amp-ad', 'amp-embed', '.amp-wp-article-featured-image'],
    page: 'amp',
  },
];
