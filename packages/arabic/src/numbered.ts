import { nounAfterNumber, nounAt } from './counted-nouns.ts';
import { trapOf } from './number-traps.ts';
import type { NumberMention, Place, Reading } from './numbers.ts';
import { type Numeral, readNumeral } from './numerals.ts';
import { type Apply, atLeast, type Bounds, comparators, exactly, phraseAt, trailing } from './quantities.ts';
import type { Token } from './tokenize.ts';

/** A quantity that states a number, with what bounds it, the noun it counts and why it may count nothing. */
export function readNumber(place: Place): Reading | null {
  const { view, at, keys } = place;
  const comparator = phraseAt(comparators, view.keys, at);
  const numberPart = skipArticle(view.keys, comparator?.to ?? at);
  const numeral = readNumeral(view.keys, numberPart);
  if (!numeral) return null;
  const isDigits = /^\d/.test(view.keys[numberPart] ?? '');
  const own = view.owner[at] ?? 0;
  const range = rangeAt(place, numberPart, numeral);
  let to = range?.to ?? afterRepeated(view.keys, numberPart + numeral.words, numeral.value);
  const tokenTo = (view.owner[to - 1] ?? own) + 1;
  const isDefinite = view.keys[numberPart - 1] === 'ال';
  const isFramed = frames.has(`${keys[own - 1]}${keys[tokenTo]}`); // "«9» أشخاص"
  const noun =
    nounAfter(keys, isFramed ? tokenTo + 1 : tokenTo) ?? nounBefore(place, own, numeral.value, isDefinite);
  const isMixed = keys[tokenTo] === 'بين' && nounAt(keys[tokenTo + 1] ?? '') !== undefined;
  const trap =
    trapOf({
      before: keys.slice(Math.max(0, own - 3), own),
      after: keys.slice(tokenTo, tokenTo + 4),
      value: numeral.value,
      isDigits,
      isAttached: isDigits && isAttached(place.tokens, own),
      isListMark: isDigits && isListMark(place, own, tokenTo),
      hasNoun: noun !== null || isMixed,
    }) ?? (isDefinite && noun === null && !comparator ? 'definite' : undefined);
  if (trap === 'percent') to += keys[tokenTo] === 'في' ? 2 : view.owner[to + 1] === view.owner[to] ? 2 : 1;
  return {
    to,
    bounds: range?.bounds ?? bounded(keys, numeral, comparator?.value, tokenTo, noun),
    kind: isDigits ? 'digits' : 'words',
    noun: trap === undefined ? noun : null,
    trap,
    isMixed,
  };
}

const frames = new Set(['""', '()']);

/** Digits that are written onto a word without space: م2, درون-2, M4. Particles may stand there: و500, الـ24. */
function isAttached(tokens: readonly Token[], own: number): boolean {
  const before = tokens[own - 1];
  if (tokens[own]?.spaceBefore !== false || before === undefined) return false;
  if (before.word === '-') return own > 1 && !before.spaceBefore;
  return before.kind === 'word' && !particles.has(before.key);
}

const particles = new Set('و ف ب ل ك ال وال بال لل وب ول فال'.split(' '));

/** "2 - تعيين", "3. قصف" at the start of a line. */
function isListMark({ text, tokens, keys }: Place, own: number, tokenTo: number): boolean {
  if (!['-', '.', ')'].includes(keys[tokenTo] ?? '') || /^\d/.test(keys[tokenTo + 1] ?? '')) return false;
  const before = tokens[own - 1];
  return before === undefined || text.slice(before.end, tokens[own]?.start).includes('\n');
}

const skipArticle = (keys: readonly string[], at: number): number => (keys[at] === 'ال' ? at + 1 : at);

/** Comparators before the number win; then those behind it or behind its noun. */
function bounded(
  keys: readonly string[],
  numeral: Numeral,
  apply: Apply | undefined,
  tokenTo: number,
  noun: NumberMention['noun'],
): Bounds {
  if (apply) return apply(numeral.value);
  if (numeral.isAtLeast) return atLeast(numeral.value);
  const behind =
    phraseAt(trailing, keys, tokenTo) ??
    (noun && noun.from >= tokenTo ? phraseAt(trailing, keys, noun.to) : null) ??
    phraseAt(trailing, keys, pastAside(keys, noun && noun.from >= tokenTo ? noun.to : tokenTo));
  return behind ? behind.value(numeral.value) : exactly(numeral.value);
}

const asideReach = 3; // words between what is counted and "at least"
const days = new Set(
  'الاحد الاثنين الثلاثاء الاربعاء الخميس الجمعه السبت امس اليوم - – , اخرين اخرون منهم منهن منها'.split(' '),
);

/** "جنديين تركيين على الأقل", "13 شخصا الأحد على الأقل", "4 آخرون -على الأقل-", "20 منهم على الأقل": a nation, a day, "of them", a dash or a comma may stand between. */
export function pastAside(keys: readonly string[], from: number): number {
  let at = /^[^\d].{2,}ا$/.test(keys[from] ?? '') ? from + 1 : from; // a noun that is not known: "50 سائحا على الأقل"
  while (at < from + asideReach && (days.has(keys[at] ?? '') || nounAt(keys[at] ?? '')?.isPerson)) at++;
  return at;
}

/** "خمس وعشرين (25)", "تلميذين (2)": the same number once more. */
export function afterRepeated(keys: readonly string[], at: number, value: number): number {
  if (keys[at] !== '(') return at;
  const again = readNumeral(keys, at + 1);
  return again?.value === value && keys[at + 1 + again.words] === ')' ? at + again.words + 2 : at;
}

/** "بين 10 و15", "من 10 إلى 15", "10-15", "10 أو 15"; the scale of the second may be the first's too. */
function rangeAt(
  { view, at }: Place,
  numberPart: number,
  numeral: Numeral,
): { to: number; bounds: Bounds } | null {
  const { keys } = view;
  const link = keys[numberPart + numeral.words] ?? '';
  const isBetween = keys[at - 1] === 'بين' && link === 'و';
  if (!isBetween && link !== '-' && link !== 'الي' && link !== 'او' && link !== 'حتي') return null;
  const secondAt = skipArticle(keys, numberPart + numeral.words + 1);
  const second = readNumeral(keys, secondAt);
  if (!second) return null;
  const after = keys[secondAt + second.words];
  if (after === '-' || after === '/') return null; // a date
  const sharesScale = (numeral.scale ?? 1) === 1 && (second.scale ?? 1) > 1;
  const shared = sharesScale ? numeral.value * (second.scale ?? 1) : numeral.value;
  const low = shared < second.value ? shared : numeral.value;
  if (low >= second.value) return null;
  return { to: secondAt + second.words, bounds: { min: low, max: second.value, qualifier: 'range' } };
}

function nounAfter(keys: readonly string[], at: number): NumberMention['noun'] {
  const from = keys[at] === 'من' ? at + 1 : at;
  const form = nounAfterNumber(keys[from] ?? '', from > at);
  if (!form) return null;
  return { from, to: from + 1, lemma: form.lemma, isPerson: form.isPerson };
}

/** "طفل واحد", "متطوعين اثنين", "القتلى الثلاثة": one, two and definite numbers follow their noun. */
function nounBefore(
  { keys, tokens }: Place,
  own: number,
  value: number,
  isDefinite: boolean,
): NumberMention['noun'] {
  const from = own - 1;
  const key = keys[from] ?? '';
  if ((value > 2 || value < 1) && !isDefinite) return null;
  const form = nounAt(key);
  const isTwo = value !== 2 || form?.number === 'dual' || form?.number === 'plural'; // "قتل مسلح اثنين"
  if (form && isTwo && (value <= 2 || form.number === 'plural'))
    return { from, to: from + 1, lemma: form.lemma, isPerson: form.isPerson };
  const isDual = value === 2 && tokens[from]?.kind === 'word' && key.length > 4 && /(?:ين|ان)$/.test(key);
  return isDual && !isDefinite ? { from, to: from + 1, lemma: key.slice(0, -2), isPerson: true } : null;
}
