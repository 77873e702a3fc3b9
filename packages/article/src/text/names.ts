import { articleNames, junkNames } from '../rules/names.ts';

const junk = new Set(junkNames.map(([word]) => word));
const article = new Set(articleNames.map(([word]) => word));
/** "with-sidebar", "no-comments", "field-label-hidden": words of the layout around, not of the element. */
const layout = new Set('with has have no not one two both without label overflow elementor'.split(' '));
/** WordPress writes an article's own tags and sections into its class: "post-7 hentry tag-comments". */
const isPost = /(?:^|\s)(?:hentry|type-post|status-publish)(?:\s|$)/;
const subject = /(?:^|\s)(?:tag|category|cat|topic|term)-\S*/g;

const camel = /([a-z])([A-Z])/g; // "relatedNews", "lblBody"
const borders = /[^\p{L}]+/u;
const maxName = 100; // letters of one name that are read

export type Kind = 'article' | 'junk' | null;

/** What one class name or id says of an element: a word of the article outweighs one of what surrounds it. */
export function kindOfName(name: string): Kind {
  const words = name.slice(0, maxName).replace(camel, '$1-$2').toLowerCase().split(borders);
  let kind: Kind = null;
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? '';
    const pair = `${word}-${words[at + 1] ?? ''}`;
    if (article.has(word) || article.has(pair)) return 'article';
    if ((junk.has(word) && !layout.has(words[at - 1] ?? '')) || junk.has(pair)) kind = 'junk';
  }
  return kind;
}

const known = new Map<string, Kind>(); // names repeat over a page and over the pages of a site
const maxKnown = 20_000; // about 2 MB

function remembered(name: string): Kind {
  const old = known.get(name);
  if (old !== undefined) return old;
  if (known.size >= maxKnown) known.clear();
  const kind = kindOfName(name);
  known.set(name, kind);
  return kind;
}

const space = 32;

/** What the names of an element say of it: its classes, its id, its itemprop. */
export function kindOf({ class: classes, id, itemprop }: Record<string, string>): Kind {
  let kind: Kind = itemprop === undefined ? null : remembered(itemprop);
  if (id !== undefined) kind = stronger(kind, remembered(id));
  return classes === undefined || classes === '' ? kind : stronger(kind, kindOfClasses(classes));
}

const knownLists = new Map<string, Kind>();

function kindOfClasses(classes: string): Kind {
  const old = knownLists.get(classes);
  if (old !== undefined) return old;
  let kind: Kind = null;
  let from = 0;
  const own = isPost.test(classes) ? classes.replace(subject, '') : classes;
  for (let at = 0; at <= own.length && kind !== 'article'; at++) {
    if (at < own.length && own.charCodeAt(at) > space) continue;
    if (at > from) kind = stronger(kind, remembered(own.slice(from, at)));
    from = at + 1;
  }
  if (knownLists.size >= maxKnown) knownLists.clear();
  knownLists.set(classes, kind);
  return kind;
}

const stronger = (one: Kind, other: Kind): Kind =>
  one === 'article' || other === 'article' ? 'article' : (one ?? other);
