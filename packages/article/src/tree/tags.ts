const set = (names: string): ReadonlySet<string> => new Set(names.split(' '));

/** Elements that never have content. */
export const voidTags = set(
  'area base basefont br col command embed frame hr img input isindex keygen link meta param source track wbr',
);

/** Elements whose text is kept out of the tree, with everything below. */
export const mutedTags = set(
  'svg math style noscript template canvas iframe object noembed noframes xmp map',
);

/** What a closing tag inside them does not reach past: a stray </div> in a cell leaves the table alone. */
export const scopeTags = set('table td th caption');

/** What belongs to tables may close the cells it stands in. */
export const tableTags = set('table tbody thead tfoot tr td th caption html body');

const p = set('p');
const headings = set('h1 h2 h3 h4 h5 h6 p');
const cells = set('thead th td');
const rows = set('tr th td');
const sections = set('thead tbody tr th td');
const terms = set('dd dt');
const head = set('head');

/** Opening the first closes the second when it is open at the top (HTML's optional end tags). */
export const closedBy: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['tr', rows],
  ['th', set('th td')],
  ['td', cells],
  ['tbody', sections],
  ['tfoot', sections],
  ['body', head],
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

/** Content that shows that a head which was never closed is over. */
export const bodyTags = set('div p table article section main header nav h1 h2 form ul');
