import { existsSync, readFileSync } from 'node:fs';
import { basename, relative } from 'node:path';
import { decodeBytes, parseFeed } from '@rasid/feeds';
import { describe, expect, it } from 'vitest';
import { filesIn, folder } from './feeds/folder.ts';
import { differences, expectedOf, readingOf, whyOf } from './feeds/gofeed.ts';
import { plainItems } from './feeds/plain-items.ts';

describe.skipIf(folder === null)('feeds with right answers', () => {
  it('reads every pair of gofeed as gofeed does, but for what is named', async () => {
    const pairs = filesIn('gofeed').flatMap((file) => {
      const answer = file.endsWith('.xml')
        ? file.replace('.xml', '.json')
        : file.replace('.json', '_expected.json');
      return answer !== file && existsSync(answer) ? { file, answer } : [];
    });
    const left: string[] = [];
    for (const { file, answer } of pairs) {
      const name = relative(`${folder}/gofeed`, file);
      const result = await parseFeed({ bytes: readFileSync(file), url: null });
      const found =
        'error' in result
          ? [result.error]
          : differences(
              expectedOf(JSON.parse(readFileSync(answer, 'utf8'))),
              readingOf(result.feed, result.entries),
            );
      if (found.length > 0) left.push(...found.map((line) => `${name}: ${line} (${whyOf(name, line)})`));
    }
    const differing = new Set(left.map((line) => line.slice(0, line.indexOf(':')))).size;
    console.log(`gofeed ${pairs.length - differing}/${pairs.length}\n${left.join('\n')}`);
    expect(pairs.length).toBeGreaterThan(0);
    expect(left.filter((line) => line.endsWith('(unexplained)'))).toEqual([]);
  });

  it('decodes one text alike from every charset', () => {
    // Their makers wrote the Arabic comma as a Latin one where a charset has none.
    const folded = (file: string) => decodeBytes(readFileSync(file)).text.replaceAll('\u060c', ',').trim();
    const byName = new Map<string, Map<string, string>>();
    const files = filesIn('charset').filter((file) => file.includes('culturax'));
    for (const file of files) {
      const texts = byName.get(basename(file)) ?? new Map<string, string>();
      texts.set(relative(`${folder}/charset`, file), folded(file));
      byName.set(basename(file), texts);
    }
    const odd = [...byName.values()].flatMap((texts) => {
      const [reference] = [...texts].filter(([name]) => name.includes('utf-8')).map(([, text]) => text);
      const right = reference ?? [...texts.values()][0];
      return [...texts].filter(([, text]) => text !== right).map(([name]) => name);
    });
    console.log(`charset ${files.length - odd.length}/${files.length} ${odd.join(' ')}`);
    expect(odd).toEqual([]);
  });

  it('decodes Arabic bytes to Arabic', () => {
    const others = filesIn('charset').filter((file) => !file.includes('culturax'));
    for (const file of others) {
      const { text } = decodeBytes(readFileSync(file));
      expect(
        text.match(/(?<![\u0600-\u06ff])(?:في|من|على|ال[\u0621-\u064a]{3,})/g)?.length,
        file,
      ).toBeGreaterThan(3);
      expect(text, file).not.toContain('\ufffd');
    }
    console.log(`charset, without a twin ${others.length}/${others.length}`);
  });

  it('reads every item of captured feeds whole', async () => {
    let items = 0;
    for (const file of filesIn('arabic')) {
      const bytes = readFileSync(file);
      const result = await parseFeed({ bytes, url: null });
      if ('error' in result) throw new Error(`${file}: ${result.error}`);
      const plain = plainItems(bytes.toString('utf8'));
      expect(result.entries.length, file).toBe(plain.length);
      for (const [at, entry] of result.entries.entries()) {
        const { title, url, id, publishedAt } = entry;
        expect({ title, url, id, time: Date.parse(publishedAt ?? '') }, file).toEqual({
          title: plain[at]?.title,
          url: plain[at]?.link,
          id: plain[at]?.guid,
          time: Date.parse(plain[at]?.date ?? ''),
        });
        expect([entry.summary, entry.content].map(letters), file).toEqual(
          [plain[at]?.description ?? null, plain[at]?.content ?? null].map(letters),
        );
      }
      items += plain.length;
    }
    console.log(`captured feeds: ${items} items whole`);
  });
});

/** The letters of a text, whether its tags are written or escaped. */
const letters = (html: string | null): string | undefined =>
  html?.replace(/&lt;.*?&gt;|<.*?>|&(?:amp;)?\w+;/gs, '').replace(/\P{L}+/gu, '');
