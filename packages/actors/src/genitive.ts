import { nameAt } from './person.ts';
import { copyOf, extend, type Phrase, plainPhrase } from './phrase.ts';
import { isWord, type Reader } from './reader.ts';
import { referring } from './references.ts';

const maxChain = 4; // "مدير عام تعليم محافظة": a longer chain of nouns is no party's name
type Parse = (at: number) => Phrase | null;

/** The genitive after an indefinite noun: a known party, a place, a definite noun, a chain of them, a quoted or bare name. */
export function genitiveAt(
  reader: Reader,
  at: number,
  takesNames: boolean,
  parse: Parse,
  chained = 0,
  /** Of who speaks for somebody: the name behind is the speaker's, unless the registry knows it. */
  isForOne = false,
): Phrase | null {
  const token = reader.tokens[at];
  const word = reader.words[at];
  if (!token || !word || !isWord(reader, at)) return null;
  if ((reader.quotedUntil[at] ?? 0) > at) return isSpeech(reader, at) ? null : quotedAt(reader, at, parse);
  const known = parse(at);
  if (known && (known.isDefinite || known.isPerson))
    return isForOne && !parse(known.to)?.entry ? known : withName(reader, known);
  if (word.skip > 0 || word.hasConjunction) return null;
  const plain = (to: number) => plainPhrase(at, to, token.start, reader.tokens[to - 1]?.end ?? token.end);
  const place = reader.placeFrom(at);
  if (place) return { ...plain(place.to), country: place.country };
  if (word.isClosed) return null;
  const name = word.name === 'sure' ? nameAt(reader, at, { hasTitle: false }) : 0;
  if (name > 0) return { ...plain(name), isPerson: true, isDefinite: true };
  if (word.isDefinite) return { ...plain(at + 1), isDefinite: true, refers: referring(word.core) };
  if (word.isChain || isNounBeforeDefinite(reader, at)) {
    const inner = chained < maxChain ? genitiveAt(reader, at + 1, true, parse, chained + 1) : null;
    if (!inner) return null;
    const nested = inner.noun || inner.entry || inner.refers ? [inner] : inner.nested;
    return { ...plain(inner.to), end: inner.end, nested, country: inner.country };
  }
  const isAfterPlaceNoun = isPlaceNoun(reader, at - 1) && word.name === null; // "محافظة جدة", whatever else the word can mean
  const isBare = takesNames && !word.isKnown && token.key.length > 2 && reader.matchesAt(at).length === 0;
  return isAfterPlaceNoun || isBare ? plain(at + 1) : null;
}

/** «خلايا "أرسلهم النظام"»: a quotation with a verb is what somebody said, not a name. */
const isSpeech = (reader: Reader, at: number): boolean =>
  reader.words.slice(at, reader.quotedUntil[at]).some(({ isVerb }) => isVerb);

function quotedAt(reader: Reader, at: number, parse: Parse): Phrase {
  const to = reader.quotedUntil[at] ?? at + 1;
  const last = reader.tokens[to - 1];
  const known = parse(at);
  const end = reader.closesAt[to - 1] || (last?.end ?? 0);
  const phrase = plainPhrase(at, to, reader.tokens[at]?.start ?? 0, end);
  phrase.country = known?.country ?? null;
  phrase.isQuoted = true;
  if (known) phrase.nested.push(known);
  phrase.entry = known?.to === to ? known.entry : null;
  return phrase;
}

/** "مدير تعليم الخرج": an unlisted noun that a definite one belongs to. */
function isNounBeforeDefinite(reader: Reader, at: number): boolean {
  const word = reader.words[at];
  const next = reader.words[at + 1];
  if (!word || word.isClosed || word.isDefinite || word.isAdjective || word.name !== null) return false;
  if (/^[وفبل][\u0623\u0625]/u.test(reader.tokens[at]?.word ?? '')) return false; // "وإنهاء القتال"
  return (
    next?.isDefinite === true &&
    next.skip === 0 &&
    !next.isClosed &&
    !next.isAdjective &&
    isWord(reader, at + 1)
  );
}

const placeNouns = /^(?:ال)?(?:منطقه|محافظه|مدينه|بلده|قريه|ولايه|اقليم|قضاء|مديريه|ناحيه|مطار|ميناء)$/u;
const isPlaceNoun = (reader: Reader, at: number): boolean => placeNouns.test(reader.tokens[at]?.key ?? '');

/** "جامعة الملك سعود", "القوات الموالية للمشير فلان": the name after a rank inside another phrase. */
export function withName(reader: Reader, known: Phrase): Phrase {
  if (known.noun?.kind !== 'office' || known.nested.length > 0) return known;
  const to = nameAt(reader, known.to, { hasTitle: true });
  if (to <= known.to) return known;
  const named = copyOf(known);
  extend(reader, named, to);
  return named;
}
