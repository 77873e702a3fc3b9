import { canonical, lookupKey } from '@rasid/arabic';

export type Found = { field: 'title' | 'text'; start: number; end: number };

type Field = { name: Found['field']; text: string; key: string; map: Int32Array };

const maxTries = 64; // occurrences looked at: more of a word inside other words is no quotation
const maxQuote = 1_000; // UTF-16 units; a longer one is no phrase and no sentence

/** Finds quotations in title and text: letter for letter, else by the letters they are looked up with. Whole words only. */
export function quoteFinder(article: { title: string; text: string }) {
  const fields = (['title', 'text'] as const).map((name): Field => {
    const text = article[name];
    return { name, text, key: lookupKey(text), map: canonical(text).map };
  });
  return (quote: string, within: readonly Found[] = []): Found | null => {
    const wanted = quote.trim();
    if (wanted === '' || wanted.length > maxQuote) return null;
    for (const range of within)
      for (const field of fields) {
        const found = field.name === range.field ? findIn(field, wanted, range.start, range.end) : null;
        if (found) return found;
      }
    for (const field of fields) {
      const found = findIn(field, wanted, 0, field.text.length);
      if (found) return found;
    }
    return null;
  };
}

function findIn(field: Field, quote: string, from: number, to: number): Found | null {
  return exactly(field, quote, from, to) ?? byKey(field, lookupKey(quote).trim(), from, to);
}

function exactly({ name, text }: Field, quote: string, from: number, to: number): Found | null {
  let start = text.indexOf(quote, from);
  for (let tries = 0; start >= 0 && start + quote.length <= to && tries < maxTries; tries++) {
    if (isWhole(text, start, start + quote.length)) return { field: name, start, end: start + quote.length };
    start = text.indexOf(quote, start + 1);
  }
  return null;
}

/** Models write hamzas, digits and quotation marks their own way; folding keeps one key letter per canonical letter. */
function byKey({ name, text, key, map }: Field, quote: string, from: number, to: number): Found | null {
  if (quote === '') return null;
  let at = key.indexOf(quote, firstFrom(map, from));
  for (let tries = 0; at >= 0 && tries < maxTries; tries++) {
    const start = map[at] ?? text.length;
    const end = endOf(text, start, map[at + quote.length] ?? text.length);
    if (end > to) return null;
    if (isWhole(text, start, end)) return { field: name, start, end };
    at = key.indexOf(quote, at + 1);
  }
  return null;
}

/** The first canonical letter at an offset of the original or after it. */
function firstFrom(map: Int32Array, offset: number): number {
  let low = 0;
  let high = map.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((map[middle] ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Spaces that the canonical form leaves out belong to no quotation. */
function endOf(text: string, start: number, end: number): number {
  let last = end;
  while (last > start && /\s/u.test(text[last - 1] ?? '')) last--;
  return last;
}

const wordCharacter = /[\p{L}\p{N}]/u;
const silent = /[\p{M}\u0640]/u; // vowel signs and tatweel
/** و ف ب ل ك and the article may stand before a quoted word without being quoted. */
const proclitics = /^[\u0648\u0641\u0628\u0644\u0643]{0,2}(?:\u0627\u0644)?$/u;
const longestProclitics = 8; // with their vowel signs

/** "قتل" in "مقتل" is no quotation, "القوات" in "والقوات" is. */
function isWhole(text: string, start: number, end: number): boolean {
  let after = end;
  while (silent.test(text[after] ?? '')) after++;
  if (wordCharacter.test(text[after] ?? '') && wordCharacter.test(text[end - 1] ?? '')) return false;
  if (!wordCharacter.test(text[start] ?? '')) return true;
  let before = '';
  for (let at = start - 1; at >= 0 && before.length <= longestProclitics; at--) {
    const letter = text[at] ?? '';
    if (silent.test(letter)) continue;
    if (!wordCharacter.test(letter)) break;
    before = letter + before;
  }
  return proclitics.test(before);
}
