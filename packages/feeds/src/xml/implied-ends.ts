/** Elements that hold a few words, and never another field. */
const leaves = new Set(
  'title link guid pubdate author category comments dc:date dc:creator dc:title'.split(' '),
);
/** Fields that end such an element when its own end is missing. */
const fields = new Set(
  'title link guid pubdate description category comments dc:date dc:creator content:encoded enclosure published updated summary item entry'.split(
    ' ',
  ),
);
const repeated = new Set(['item', 'entry', 'url', 'sitemap', 'channel']);

/** Elements that may hold naked HTML, and the fields HTML has no element for. */
const texts = new Set(['description', 'content:encoded', 'summary']);
const ownFields = new Set('guid pubdate dc:date dc:creator content:encoded enclosure item entry'.split(' '));

/** `<title>words<link>`: the link ends the title. */
export const closesLeaf = (open: string | undefined, name: string): boolean =>
  open !== undefined && ((leaves.has(open) && fields.has(name)) || (texts.has(open) && ownFields.has(name)));

/** `<item>… <item>`: the second ends the first. */
export const isRepeated = (name: string): boolean => repeated.has(name);
