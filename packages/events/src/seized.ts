import { lookupKey } from '@rasid/arabic';
import type { CountClaim } from './counts.ts';
import { type Sentence, spanOf } from './reading.ts';

const keys = (words: string) => new Set(words.split(' ').map(lookupKey));
const heads = keys('ضبط ضبطت مصادرة صادرت العثور عثرت عثر');
const stores = keys('مستودع مستودعا مخزن مخبأ مخزنا شحنة');
const weapons = keys('أسلحة سلاح ذخائر الذخائر ذخيرة متفجرات صواريخ ناسفة عبوات قنابل بنادق الأسلحة');
const reach = 12; // tokens from the verb to the weapon: the store's name and its contents stand between

/** Weapons taken: one store is 1, bare weapons are two or more; the container noun may be damaged text. */
export function seizedWeapons(sentence: Sentence): CountClaim[] {
  const { field, from, to } = sentence;
  const has = (at: number, words: ReadonlySet<string>) => field.readings[at]?.some((form) => words.has(form));
  for (let at = from; at < to; at++) {
    if (!has(at, heads)) continue;
    for (let next = at + 1; next < Math.min(to, at + reach); next++) {
      const container = field.tokens[at + 1];
      const weapon = field.tokens[next];
      if (!container || !weapon || !has(next, weapons)) continue;
      const isStore = has(at + 1, stores) === true;
      const span = spanOf(field, container.start, weapon.end);
      const bounds = isStore
        ? { min: 1, max: 1, qualifier: 'exact' as const }
        : { min: 2, max: null, qualifier: 'vague' as const };
      return [{ kind: 'seized_weapons', at, count: { ...bounds, text: span.text, span } }];
    }
  }
  return [];
}
