import type { PhraseMatch } from '@rasid/arabic';
import { adjectives } from './adjectives.ts';
import type { ActorEntry } from './data.ts';
import type { NounForm } from './forms.ts';
import { genitiveAt } from './genitive.ts';
import { isParty } from './is-party.ts';
import type { LocalName, Reading } from './lexicon.ts';
import { nameAt } from './person.ts';
import { extend, type Phrase, plainPhrase } from './phrase.ts';
import type { Reader } from './reader.ts';
import { tailOf } from './tails.ts';
import { isValid } from './validity.ts';

const maxDepth = 5; // genitives inside genitives; a longer chain is no party's name

/** The party phrase that begins at a position, or null. Every call looks at a bounded stretch. */
export function phraseAt(reader: Reader, from: number, depth = 0, afterPreposition = false): Phrase | null {
  if (depth > maxDepth) return null;
  if (depth === 0) return longestAt(reader, from, depth, afterPreposition);
  const key = (from * (maxDepth + 1) + depth) * 2 + Number(afterPreposition);
  const known = reader.inner.get(key);
  if (known !== undefined) return known;
  const phrase = longestAt(reader, from, depth, afterPreposition);
  reader.inner.set(key, phrase);
  return phrase;
}

function longestAt(reader: Reader, from: number, depth: number, afterPreposition: boolean): Phrase | null {
  let best: Phrase | null = null;
  let length = 0;
  for (const match of reader.matchesAt(from)) {
    if (depth > 0 && match.proclitic !== '' && !(afterPreposition && isPreposition(match.proclitic)))
      continue;
    if (best && match.to < length) break; // of equally long readings the one that goes on longest, the registry first
    const { entry, form } = match.value;
    const phrase = entry
      ? registered(reader, match, entry, match.value.local)
      : nounPhrase(reader, match, form, depth);
    if (!phrase || (best && (phrase.to <= best.to || best.entry !== null))) continue;
    best = phrase;
    length = match.to;
  }
  return best;
}

const isPreposition = (proclitic: string): boolean => /^[بل]/u.test(proclitic);

/** Offset where a match begins: `لل` hides an article, and both its letters are outside, but for the second of "للجنة". */
function startOf(reader: Reader, { start, proclitic, value }: PhraseMatch<Reading>): number {
  if (!proclitic.endsWith('ل') || !reader.text.startsWith('لل', start - 1)) return start;
  return beginsWithLam(value, reader.text.slice(start, start + stemLetters)) ? start : start + 1;
}

const stemLetters = 3; // enough to tell "لجنة" from "لجيش"

/** Whether what is written is the head of a name that begins with lam itself. */
function beginsWithLam({ entry, form }: Reading, written: string): boolean {
  const phrases = entry ? [entry.name.ar, ...entry.variants] : [form.phrase];
  return phrases.some((phrase) => phrase.replace(/^ال/u, '').startsWith(written));
}

function registered(
  reader: Reader,
  match: PhraseMatch<Reading>,
  entry: ActorEntry,
  local: LocalName | null,
): Phrase | null {
  if (!isValid(reader, entry, local) || isOtherWord(reader, match, entry)) return null;
  const { from, to, end } = match;
  const phrase = plainPhrase(from, to, startOf(reader, match), end);
  phrase.entry = entry;
  phrase.isPerson = entry.isPerson === true;
  phrase.country = entry.country;
  phrase.isDefinite = true;
  if (phrase.isPerson) phrase.number = 'one';
  extend(
    reader,
    phrase,
    phrase.isPerson ? forefathers(reader, to) : adjectives(reader, to, true, null, phrase),
  );
  const foreign = reader.words
    .slice(to, phrase.to)
    .find(({ country }) => country !== null && country !== entry.country);
  const isProxy = entry.sector === 'REB' || entry.sector === 'PRM'; // "ميليشيات الحوثي الإيرانية"
  return foreign && entry.country && !isProxy ? null : phrase; // "الأمن العام اللبناني" is not Syria's
}

const lands = /^(?:ال)?(?:جنوبيه|لاتينيه|شماليه|وسطي)$/u; // "أميركا الجنوبية" is no state
const statehood = /^(?:في|دوله|جمهوريه|حكومه|رييس|جيش|شمال|وسط|الي|من|بين)$/u;

/** "الأراضي السورية", "القطاع المالي": the adjective, or another word, that is written like a country. */
function isOtherWord(
  reader: Reader,
  { from, to, proclitic }: PhraseMatch<Reading>,
  { id }: ActorEntry,
): boolean {
  if (id.length !== 2) return false;
  if (/(?:ال|لل)$/u.test(proclitic) && reader.words[from]?.country !== null) return true;
  if (id === 'US' && lands.test(reader.tokens[to]?.key ?? '')) return true;
  return id === 'ML' && (proclitic !== '' || !statehood.test(reader.tokens[from - 1]?.key ?? ''));
}

/** "بن عبدالعزيز آل سعود" after a person of the registry. */
function forefathers(reader: Reader, at: number): number {
  const key = reader.tokens[at]?.key;
  if (key !== 'بن' && key !== 'ابن' && key !== 'ال') return at;
  return nameAt(reader, at + 1, { hasTitle: true }) || at;
}

function nounPhrase(
  reader: Reader,
  match: PhraseMatch<Reading>,
  form: NounForm,
  depth: number,
): Phrase | null {
  const { noun, genitive, number } = form;
  const { from, to, end } = match;
  const phrase = plainPhrase(from, to, startOf(reader, match), end);
  const isDefinite = form.isDefinite || /[ا\u0644]\u0644$/u.test(match.proclitic); // "بال", "لل" before a bare form
  phrase.noun = noun;
  phrase.number = number;
  phrase.isDefinite = isDefinite;
  if ((form.hasPronoun && isFeminine(reader, match)) || hasOtherHamza(reader, match, form)) return null;
  if (!isDefinite && (isVerbHere(reader, match) || isParticle(reader, match, form))) return null;
  const nested = (at: number) => phraseAt(reader, at, depth + 1);
  const inner = takesGenitive(form, isDefinite)
    ? genitiveAt(reader, to, noun.takes === 'name', nested, 0, noun.id === 'spokesperson')
    : null;
  if (inner) {
    phrase.isDefinite = true;
    if (inner.noun || inner.entry || inner.isPerson || inner.isQuoted || inner.refers)
      phrase.nested.push(inner);
    else phrase.nested.push(...inner.nested);
    phrase.country = inner.country;
    extend(reader, phrase, inner.to, inner.end);
  } else if (genitive === 'must' || form.phrase.endsWith('باسم')) return null;
  const bare = phrase.to;
  if (noun.takes !== 'none') {
    // after "وزارة التربية والتعليم" an adjective can be the last noun's: no agreement to ask for
    const head = inner || to - from > 1 ? null : { number, key: reader.tokens[from]?.key ?? '' };
    extend(reader, phrase, adjectives(reader, phrase.to, phrase.isDefinite, head, phrase));
  }
  const described = phrase.to;
  const tail = tailOf(reader, phrase, (at) => phraseAt(reader, at, depth + 1, true));
  if (tail) {
    if (tail.inner) phrase.nested.push(tail.inner);
    phrase.country ??= tail.inner?.country ?? null;
    extend(reader, phrase, tail.to, tail.inner?.end);
  }
  const marks = {
    hasPronoun: form.hasPronoun,
    inner,
    tail,
    isDescribed: described > bare,
    adjective: reader.words[described - 1]?.core ?? '',
  };
  return isParty(reader, phrase, marks) ? phrase : null;
}

/** "متشددة" folds to the same key as "متشدده". */
const isFeminine = (reader: Reader, { to, proclitic }: PhraseMatch<Reading>): boolean =>
  /ال$/u.test(proclitic) || reader.tokens[to - 1]?.word.endsWith('\u0629') === true;

/** "طالب الوزير", "قاتل الجيش": a form that is also a verb is one before a definite subject. */
function isVerbHere(reader: Reader, { from, to }: PhraseMatch<Reading>): boolean {
  if (to - from > 1 || !reader.words[from]?.isVerb) return false;
  const next = reader.words[to];
  return next !== undefined && (next.isDefinite || next.hasPreposition || phraseBegins(reader, to));
}

/** "أمام" folds to the same key as "إمام": the letters as written decide. */
function isParticle(reader: Reader, { from, to }: PhraseMatch<Reading>, { phrase }: NounForm): boolean {
  const word = reader.words[from];
  return (
    to - from === 1 &&
    word?.isClosed === true &&
    !word.isVerb &&
    reader.tokens[from]?.word.endsWith(phrase) === false
  );
}

/** "إجراء" folds to the same key as "أجراء": the two hamzas never stand for each other at the head of a noun. */
function hasOtherHamza(
  reader: Reader,
  { from, proclitic }: PhraseMatch<Reading>,
  { phrase }: NounForm,
): boolean {
  const written = reader.tokens[from]?.word[proclitic.length];
  const head = phrase.replace(/^ال/u, '')[0];
  return (written === '\u0625' && head === '\u0623') || (written === '\u0623' && head === '\u0625');
}

const heads = new Set(['cleric', 'commander']); // "طالب مفتي المملكة"

const phraseBegins = (reader: Reader, at: number): boolean =>
  reader
    .matchesAt(at)
    .some(
      ({ value }) =>
        value.entry !== null ||
        value.form.isDefinite ||
        heads.has(value.form.noun.id) ||
        value.form.noun.kind === 'office',
    );

/** "القوات …" takes no genitive, "قوات الأمن …" has it already; a class of people takes one only in the form for it. */
function takesGenitive({ noun, genitive, phrase }: NounForm, isDefinite: boolean): boolean {
  if (noun.takes === 'none' || genitive === 'no') return false;
  if (isDefinite) return phrase.endsWith('باسم');
  return noun.takes !== 'adj' || genitive === 'must';
}
