const set = (names: string): ReadonlySet<string> => new Set(names.split(' '));

/** Elements that never have content. */
const voids = set(
  'area base basefont br col command embed frame hr img input isindex keygen link meta param source track wbr',
);

/** Elements whose text is kept out of the tree, with everything below. */
const muted = set('svg math style noscript template canvas iframe object noembed noframes xmp map');

/** What a closing tag inside them does not reach past: a stray </div> in a cell leaves the table alone. */
const scopes = set('table td th caption');

/** What belongs to tables may close the cells it stands in. */
const tables = set('table tbody thead tfoot tr td th caption html body');

/** Content that shows that a head which was never closed is over. */
const bodies = set('div p table article section main header nav h1 h2 form ul');

/** Elements that metadata is read from. */
const indexed = set('meta title link script time h1 html body img');

const p = set('p');
const headings = set('h1 h2 h3 h4 h5 h6 p');
const sections = set('thead tbody tr th td');
const terms = set('dd dt');

/** Opening the first closes the second when it is open at the top (HTML's optional end tags). */
const closes: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['tr', set('tr th td')],
  ['th', set('th td')],
  ['td', set('thead th td')],
  ['tbody', sections],
  ['tfoot', sections],
  ['body', set('head')],
  ['a', set('a')],
  ['li', set('li')],
  ['dd', terms],
  ['dt', terms],
  ['option', set('option')],
  ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((name): [string, ReadonlySet<string>] => [name, headings]),
  ...'address article aside blockquote details div dl fieldset figcaption figure footer form header hr main nav ol p pre section table ul'
    .split(' ')
    .map((name): [string, ReadonlySet<string>] => [name, p]),
]);

export type Tag = {
  name: string;
  isVoid: boolean;
  isMuted: boolean;
  isScope: boolean;
  isTable: boolean;
  isBody: boolean;
  isIndexed: boolean;
  closes: ReadonlySet<string> | null;
};

const known = new Map<string, Tag>();
const maxKnown = 1_000; // names: HTML has 140, the rest are a site's own

/** What is known of a tag, by its name as the page writes it. */
export function tagOf(written: string): Tag {
  const old = known.get(written);
  if (old) return old;
  const name = written.toLowerCase();
  const tag: Tag = {
    name,
    isVoid: voids.has(name),
    isMuted: muted.has(name),
    isScope: scopes.has(name),
    isTable: tables.has(name),
    isBody: bodies.has(name),
    isIndexed: indexed.has(name),
    closes: closes.get(name) ?? null,
  };
  if (known.size < maxKnown) known.set(written, tag);
  return tag;
}
