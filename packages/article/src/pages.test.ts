import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  type CleanArticle,
  type CleanOutcome,
  cleanPage,
  type FeedEntry,
  layouts as known,
  type Layout,
} from './index.ts';

/**
 * Reference pairs: a page in the manner of some kind of site, written by us, and what has to be read from it. To add one,
 * put NAME.html and NAME.json beside each other; of the article only the named fields are compared.
 */
type Reference = {
  url: string;
  timeZone?: string;
  charset?: 'windows-1256';
  feedEntry?: FeedEntry;
  expect: Partial<Omit<CleanArticle, 'text'>> & { outcome: CleanOutcome; text?: string[] };
};

const folder = new URL('../fixtures/pages/', import.meta.url);
const names = readdirSync(folder)
  .filter((name) => name.endsWith('.html'))
  .map((name) => name.slice(0, -'.html'.length));

describe('a page in the manner of', () => {
  it.each(names)('%s', (name) => {
    const html = readFileSync(new URL(`${name}.html`, folder), 'utf8');
    const reference = JSON.parse(readFileSync(new URL(`${name}.json`, folder), 'utf8')) as Reference;
    const { expect: wanted, charset, ...page } = reference;
    const bytes = charset ? encode1256(html) : html;
    // Layouts are a help: without them the same has to be read.
    for (const layouts of [known, []]) {
      const { outcome, article } = cleanPage({ ...page, html: bytes, layouts });
      const { text, ...fields } = wanted;
      const own = article?.text.split('\n');
      expect({ ...article, text: own, outcome }).toMatchObject(text ? { ...fields, text } : fields);
      if (text) expect(own).toEqual(text);
    }
  });
});

describe('a layout', () => {
  it.each(known.map((layout) => [layout.id, layout] as const))(
    '%s reads its own page',
    (id, { page, hosts }) => {
      const html = readFileSync(new URL(`${page}.html`, folder), 'utf8');
      const { notes } = cleanPage({ html, url: `https://${hosts[0] ?? 'news.example'}/a` });
      expect(notes).toContain(`text from ${id}`);
    },
  );

  it('that a site has left behind is noted, and the text is found without it', () => {
    const html = readFileSync(new URL('egyptian-daily.html', folder), 'utf8');
    const layout: Layout = {
      id: 'daily/1',
      hosts: ['daily.example'],
      sign: null,
      text: ['.tagsDiv'],
      drop: [],
      page: '',
    };
    const { notes, article } = cleanPage({ html, url: 'https://www.daily.example/a', layouts: [layout] });
    expect(notes).toContain('layout daily/1 no longer fits');
    expect(article?.text.split('\n')).toHaveLength(4);
  });
});

function encode1256(text: string): Uint8Array {
  const decoder = new TextDecoder('windows-1256');
  const table = new Map(
    Array.from({ length: 256 }, (_, byte) => [decoder.decode(Uint8Array.of(byte)), byte] as const),
  );
  return Uint8Array.from([...text], (letter) => table.get(letter) ?? 0x3f);
}
