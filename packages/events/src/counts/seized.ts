import { type Sentence, spanOf } from '../text/reading.ts';
import { standsAt } from '../wordings/pattern.ts';
import { wordList } from '../wordings/triggers.ts';
import { countOf } from './count.ts';
import type { CountClaim } from './counts.ts';

const heads = wordList([
  '#ضبط',
  '@ضبط',
  '#مصادرة',
  '@صادر',
  '#عثور',
  'العثور',
  '@عثر',
  '#تهريب',
  'لتهريب',
  '#حجز',
  '@حجز',
]);
const stores = wordList(['#مستودع', '#مخزن', '#مخبأ', '#شحنة']);
const weapons = wordList(['$weapons']);
const drugs = wordList(['$drugs']);
const reach = 12; // tokens from the verb to the goods: the store's name and its contents stand between

/** Goods taken: one store is 1, bare weapons are two or more; drugs by the number before their name. */
export function seizedClaims(sentence: Sentence): CountClaim[] {
  const { field, from, to } = sentence;
  const has = (at: number, words: typeof heads) => standsAt(words, field.readings, at, to);
  for (let at = from; at < to; at++) {
    if (!has(at, heads)) continue;
    for (let next = at + 1; next < Math.min(to, at + reach); next++) {
      const container = field.tokens[at + 1];
      const goods = field.tokens[next];
      if (!container || !goods) continue;
      if (has(next, drugs)) return drugClaim(sentence, at, next);
      if (!has(next, weapons)) continue;
      const span = spanOf(field, container.start, goods.end);
      const bounds = has(at + 1, stores)
        ? { min: 1, max: 1, qualifier: 'exact' as const }
        : { min: 2, max: null, qualifier: 'vague' as const };
      return [{ kind: 'seized_weapons', at, count: countOf(bounds, span) }];
    }
  }
  return [];
}

function drugClaim(sentence: Sentence, from: number, to: number): CountClaim[] {
  const number = sentence.numbers.find(
    (each) => each.from > from && each.to <= to + 1 && each.kind !== 'singular',
  );
  if (!number) return [];
  const { min, max, qualifier } = number;
  const span = spanOf(sentence.field, number.start, number.end);
  return [{ kind: 'seized_drugs', at: from, count: { min, max, qualifier, text: span.text, span } }];
}

const currency =
  /^(?:[وبل]?(?:ال)?(?:دولار|دولارا|دولارات|يورو|ليره|دينار|دنانير|دينارا|درهم|درهما|ريال|ريالا|ريالات|جنيه|جنيها|شيكل|روبل|تومان|اوقيه))$/u;

/** Sums of money, in the currency of the text. */
export function moneyClaims({ field, numbers }: Sentence): CountClaim[] {
  const claims: CountClaim[] = [];
  for (const number of numbers) {
    const isMoney = [0, 1].some((step) => currency.test(field.tokens[number.to + step]?.key ?? ''));
    if (!isMoney || claims.length > 0) continue;
    const { min, max, qualifier } = number;
    const span = spanOf(field, number.start, number.end);
    claims.push({ kind: 'money', at: number.from, count: { min, max, qualifier, text: span.text, span } });
  }
  return claims;
}
