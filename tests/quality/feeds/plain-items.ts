type PlainItem = Record<'title' | 'link' | 'guid' | 'date' | 'description' | 'content', string | null>;

/** The items of a well-formed RSS document by cutting it at its tags: slow and simple, to check a reader by. */
export const plainItems = (xml: string): PlainItem[] =>
  xml
    .split(/<item>/)
    .slice(1)
    .map((item) => ({
      title: words(item, 'title'),
      link: words(item, 'link'),
      guid: words(item, 'guid'),
      date: words(item, 'pubDate'),
      description: words(item, 'description'),
      content: words(item, 'content:encoded'),
    }));

const references: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function words(item: string, name: string): string | null {
  const start = item.search(new RegExp(`<${name}(?:\\s[^>]*)?>`));
  const end = item.indexOf(`</${name}>`);
  if (start === -1 || end === -1) return null;
  const inner = item.slice(item.indexOf('>', start) + 1, end).trim();
  const text = inner.startsWith('<![CDATA[') ? inner.slice(9, inner.lastIndexOf(']]>')) : decoded(inner);
  return text.trim() || null;
}

const decoded = (text: string): string =>
  text
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replace(/&(\w+);/g, (whole, name: string) => references[name] ?? whole);
