import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';

/** Pages with the text that is in them: those of a list, or the reference pages of packages/article. */
export function readPages(list) {
  return list
    ? fromList(list)
    : fromFixtures(new URL('../../../packages/article/fixtures/pages/', import.meta.url));
}

/** Lines of {id, file, url, text?}; a file is relative to the list and may be .gz. */
function fromList(list) {
  if (!existsSync(list)) throw new Error(`There is no list of pages at ${list}`);
  return readFileSync(list, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line))
    .filter(({ text }) => typeof text === 'string')
    .map(({ id, file, url, text }) => ({
      id,
      url: url ?? '',
      text,
      bytes: unpacked(join(dirname(list), file)),
    }));
}

function unpacked(file) {
  const bytes = readFileSync(file);
  return bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes;
}

function fromFixtures(folder) {
  const names = readdirSync(folder).filter((name) => name.endsWith('.json'));
  return names.flatMap((name) => {
    const { url, expect, charset, feedEntry } = JSON.parse(readFileSync(new URL(name, folder), 'utf8'));
    if (expect.text === undefined || charset || feedEntry) return []; // those test more than reading a page
    const bytes = readFileSync(new URL(name.replace('.json', '.html'), folder));
    return [{ id: name, url, text: expect.text.join('\n'), bytes }];
  });
}

/** Mean precision and recall of four-word shingles, and F1 of the means, as the article-extraction benchmark counts. */
export function score(pages, texts) {
  let [precision, recall] = [0, 0];
  for (const [at, { text }] of pages.entries()) {
    const [wanted, own] = [shingles(text), shingles(texts[at])];
    let both = 0;
    for (const [key, count] of own) both += Math.min(count, wanted.get(key) ?? 0);
    precision += both / Math.max(1, total(own));
    recall += both / Math.max(1, total(wanted));
  }
  [precision, recall] = [precision / pages.length, recall / pages.length];
  return { precision, recall, f1: (2 * precision * recall) / Math.max(precision + recall, 1e-9) };
}

const total = (counts) => [...counts.values()].reduce((sum, count) => sum + count, 0);

function shingles(text) {
  const words = (text ?? '').match(/[\p{L}\p{N}\p{M}_]+/gu) ?? [];
  const counts = new Map();
  const size = Math.min(4, Math.max(words.length, 1));
  for (let at = 0; at + size <= words.length; at++) {
    const key = words.slice(at, at + size).join(' ');
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}
