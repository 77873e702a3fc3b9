import type { PhraseMatch } from '@rasid/arabic';
import { adjectives } from './adjectives.ts';
import type { ActorEntry } from './data.ts';
import type { NounForm } from './forms.ts';
import { isParty } from './is-party.ts';
import type { Reading } from './lexicon.ts';
import { nameAt } from './person.ts';
import { type Phrase, plainPhrase } from './phrase.ts';
import { isWord, type Reader } from './reader.ts';
import { tailOf } from './tails.ts';

const maxDepth = 5; // genitives inside genitives; a longer chain is no party's name

/** The party phrase that begins at a position, or null. Every call looks at a bounded stretch. */
export function phraseAt(reader: Reader, from: number, depth = 0): Phrase | null {
  if (depth > maxDepth) return null;
  let best: Phrase | null = null;
  let length = 0;
  for (const match of reader.matchesAt(from)) {
    if (depth > 0 && match.proclitic !== '') continue;
    if (best && match.to < length) break; // of equally long readings the one that goes on longest, the registry first
    const { entry, form } = match.value;
    const phrase = entry ? registered(reader, match, entry) : nounPhrase(reader, match, form, depth);
    if (!phrase || (best && (phrase.to <= best.to || best.entry !== null))) continue;
    best = phrase;
    length = match.to;
  }
  return best;
}

/** Offset where a match begins: `لل` hides an article, and both its letters are outside. */
function startOf(reader: Reader, { start, proclitic }: PhraseMatch<Reading>): number {
  return proclitic.endsWith('ل') && reader.text.startsWith('لل', start - 1) ? start + 1 : start;
}

function registered(reader: Reader, match: PhraseMatch<Reading>, entry: ActorEntry): Phrase | null {
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
  return phrase;
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
  Object.assign(phrase, { noun, number, isDefinite });
  const inner = takesGenitive(form, isDefinite) ? genitiveAt(reader, to, noun.takes === 'name', depth) : null;
  if (inner) {
    phrase.isDefinite = true;
    if (inner.noun || inner.entry || inner.isPerson || inner.isQuoted) phrase.nested.push(inner);
    else phrase.nested.push(...inner.nested);
    phrase.country = inner.country;
    extend(reader, phrase, inner.to, inner.end);
  } else if (genitive === 'must' || form.phrase.endsWith('باسم')) return null;
  const bare = phrase.to;
  if (noun.takes !== 'none') {
    const head = inner ? null : { number, key: reader.tokens[from]?.key ?? '' };
    extend(reader, phrase, adjectives(reader, phrase.to, phrase.isDefinite, head, phrase));
  }
  const described = phrase.to;
  const tail = tailOf(reader, phrase, (at) => phraseAt(reader, at, depth + 1));
  if (tail) {
    if (tail.inner) phrase.nested.push(tail.inner);
    phrase.country ??= tail.inner?.country ?? null;
    extend(reader, phrase, tail.to, tail.inner?.end);
  }
  const marks = {
    inner,
    tail,
    isDescribed: described > bare,
    adjective: reader.words[described - 1]?.core ?? '',
  };
  return isParty(reader, phrase, marks) ? phrase : null;
}

/** "القوات …" takes no genitive, "قوات الأمن …" has it already; a class of people takes one only in the form for it. */
function takesGenitive({ noun, genitive, phrase }: NounForm, isDefinite: boolean): boolean {
  if (noun.takes === 'none' || genitive === 'no') return false;
  if (isDefinite) return phrase.endsWith('باسم');
  return noun.takes !== 'adj' || genitive === 'must';
}

/** The genitive after an indefinite noun: a known party, a definite noun, a chain of them, a quoted or bare name. */
function genitiveAt(reader: Reader, at: number, takesNames: boolean, depth: number): Phrase | null {
  if (!isWord(reader, at) || depth > maxDepth) return null;
  const token = reader.tokens[at];
  const word = reader.words[at];
  if (!token || !word) return null;
  const quoted = reader.quotedUntil[at] ?? 0;
  if (quoted > at) {
    const last = reader.tokens[quoted - 1];
    const known = phraseAt(reader, at, depth + 1);
    const phrase = plainPhrase(
      at,
      quoted,
      token.start,
      reader.closesAt[quoted - 1] || (last?.end ?? token.end),
    );
    phrase.country = known?.country ?? null;
    phrase.isQuoted = true;
    if (known) phrase.nested.push(known);
    phrase.entry = known?.to === quoted ? known.entry : null;
    return phrase;
  }
  const known = phraseAt(reader, at, depth + 1);
  if (known && (known.isDefinite || known.isPerson)) return withName(reader, known);
  if (word.isClosed || word.skip > 0 || word.hasConjunction) return null;
  const name = word.name === 'sure' ? nameAt(reader, at, { hasTitle: false }) : 0;
  const end = (to: number) => reader.tokens[to - 1]?.end ?? token.end;
  if (name > 0) return { ...plainPhrase(at, name, token.start, end(name)), isPerson: true, isDefinite: true };
  if (word.isDefinite) return { ...plainPhrase(at, at + 1, token.start, token.end), isDefinite: true };
  if (word.isChain) {
    const inner = genitiveAt(reader, at + 1, true, depth + 1);
    if (!inner) return null;
    const nested = inner.noun || inner.entry ? [inner] : inner.nested;
    return { ...plainPhrase(at, inner.to, token.start, inner.end), nested, country: inner.country };
  }
  const isBareName = takesNames && !word.isKnown && token.key.length > 2 && reader.matchesAt(at).length === 0;
  return isBareName ? plainPhrase(at, at + 1, token.start, token.end) : null;
}

/** "جامعة الملك سعود": the name after a rank inside a genitive. */
function withName(reader: Reader, known: Phrase): Phrase {
  if (known.noun?.kind !== 'office' || known.nested.length > 0) return known;
  const to = nameAt(reader, known.to, { hasTitle: true });
  if (to > known.to) extend(reader, known, to);
  return known;
}

/** Lengthens a phrase to a position. */
export function extend(reader: Reader, phrase: Phrase, to: number, end?: number): void {
  if (to <= phrase.to && end === undefined) return;
  phrase.to = Math.max(phrase.to, to);
  phrase.end = end ?? reader.tokens[phrase.to - 1]?.end ?? phrase.end;
}
