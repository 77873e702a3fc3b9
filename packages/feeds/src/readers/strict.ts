import Parser from 'rss-parser';
import { line } from './fields.ts';
import { blankEntry, type RawEntry } from './raw.ts';

const largest = 2_000_000; // characters: rss-parser holds a document a hundred times over
const customFields = { item: [['content:encoded', 'encoded']] };

/** What rss-parser reads: its entries, or why it refuses. Null for a kind or a size it is not asked about. */
export async function readStrictly(
  xml: string,
): Promise<{ entries: RawEntry[] } | { refusal: string } | null> {
  if (xml.length > largest || !/<(?:[a-z0-9]{1,20}:)?(?:rss|feed|rdf)[\s>]/i.test(xml.slice(0, 4_000)))
    return null;
  try {
    const { hide, shown } = hiding();
    const options = { customFields, xml2js: { valueProcessors: [hide] } };
    // A new one each time: after a refusal a used one answers for the document before.
    const { items } = await new Parser(options as ConstructorParameters<typeof Parser>[0]).parseString(xml);
    // Its own type lacks the custom field and promises text where it gives objects.
    return { entries: items.map((item) => readItem(item as unknown as Record<string, unknown>, shown)) };
  } catch (error) {
    return { refusal: error instanceof Error ? (error.message.split('\n')[0] ?? '') : '' };
  }
}

/**
 * rss-parser makes a plain copy of every text that nobody asked for, in a time that grows with the square of its angle
 * brackets: a megabyte of "<" took minutes. It gets a sign for such a text, and the text is put back behind it.
 */
function hiding() {
  const hidden: string[] = [];
  return {
    hide: (value: string): string =>
      /[<>]/.test(value) ? `${signBefore}${hidden.push(value) - 1}${signBefore}` : value,
    shown: (value: string): string => {
      const [, at] = value.startsWith(signBefore) ? value.split(signBefore) : [];
      return (at === undefined ? undefined : hidden[Number(at)]) ?? value;
    },
  };
}
const signBefore = '\ue000'; // of the private use area

function readItem(item: Record<string, unknown>, shown: (value: string) => string): RawEntry {
  const text = (value: unknown): string | null =>
    typeof value === 'string' ? shown(value).trim() || null : null;
  const published = text(item.pubDate);
  return {
    ...blankEntry,
    id: text(item.guid) ?? text(item.id),
    url: text(item.link),
    title: line(text(item.title)),
    summary: text(item.summary) ?? text(item.content),
    content: text(item.encoded),
    authors: [text(item.creator) ?? text(item.author)].flatMap((name) => name ?? []),
    published: published === null ? [] : [{ field: 'pubdate', text: published }],
  };
}

/** Refusals of rss-parser in our words, by what its message begins with; null where nothing is wrong with the document. */
const refusals: readonly [RegExp, string | null][] = [
  [/^Invalid character in entity name/i, 'bare ampersands'], // "سوق & مال"
  [/^Invalid character entity|^Unexpected end of entity/i, 'undeclared entities'], // "سوق&nbsp;ومال"
  [/^Unclosed root tag|^Unexpected end|^Unclosed /i, 'cut off'],
  [/^Unexpected close tag|^Unmatched closing tag/i, 'wrong end tags'],
  [/^Attribute without value|^Unquoted attribute|^No whitespace between attributes/i, 'broken attributes'],
  [/^Invalid attribute name|^Invalid closing tag name|^Invalid characters? in/i, 'broken tags'],
  [/^Unencoded <|^Invalid tagname|^Unescaped/i, 'stray <'],
  [/^Text data outside of root|^Non-whitespace before first tag/i, 'text outside the feed'],
  [/^Feed not recognized/i, null], // no version on <rss>, a prefix on <feed>: both allowed or harmless
];

export function nameRefusal(refusal: string): string | null {
  const known = refusals.find(([message]) => message.test(refusal));
  return known ? known[1] : `not well-formed: ${refusal}`.slice(0, 120);
}
