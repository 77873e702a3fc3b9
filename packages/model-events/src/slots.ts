import type { Attribution, Count, CountKind, EventDate, Party, Place } from '@rasid/contracts';
import { countsOf, type Sentence, spanOf, toParty, toPlace } from '@rasid/events';
import type { Found } from './quotes.ts';

const overlaps = (a: { start: number; end: number }, b: { start: number; end: number }): boolean =>
  a.start < b.end && b.start < a.end;

/** What our engines read in quoted words, from what they found in the article's sentences; null where they read nothing. */
export function slotReader(sentences: readonly Sentence[]) {
  const sentenceAt = ({ field, start }: Found) =>
    sentences.find((each) => each.field.name === field && each.start <= start && start < each.end);
  return {
    sentenceAt,
    place: (found: Found) => placeIn(sentenceAt(found), found),
    date: (found: Found) => dateIn(sentenceAt(found), found),
    count: (found: Found, kind: CountKind) => countIn(sentenceAt(found), found, kind),
    party: (found: Found) => partyIn(sentenceAt(found), found),
    source: (found: Found) => sourceIn(sentenceAt(found), found),
    words: (found: Found) => sentenceAt(found)?.field.text.slice(found.start, found.end) ?? null,
  };
}

/** The finest place named in the words; a government that acts and the place of writing are none. */
function placeIn(sentence: Sentence | undefined, found: Found): Place | null {
  const [best] = (sentence?.places ?? [])
    .filter(({ mention, precision }) => precision < 5 && !mention.asActor && overlaps(mention, found))
    .sort((a, b) => a.precision - b.precision);
  return sentence && best ? toPlace(sentence, best) : null;
}

function dateIn(sentence: Sentence | undefined, found: Found): EventDate | null {
  const mention = sentence?.dates.find(
    (each) => each.value !== null && each.form !== 'since' && each.form !== 'named' && overlaps(each, found),
  );
  if (!sentence || !mention?.value) return null;
  const { start, end, precision } = mention.value;
  return { start, end, precision, basis: 'text', span: spanOf(sentence.field, mention.start, mention.end) };
}

/** Kinds whose number means nothing without the unit beside it: only what the rules read of them counts. */
const withUnit = new Set<CountKind>(['money', 'seized_weapons', 'seized_drugs', 'seized_other']);

/** A number the rules read as another kind ("wounded" where the model says "killed") contradicts the model. */
function countIn(sentence: Sentence | undefined, found: Found, kind: CountKind): Count | null {
  if (!sentence) return null;
  const claims = countsOf(sentence).filter(({ count }) => overlaps(count.span, found));
  if (claims.length > 0) return claims.find((claim) => claim.kind === kind)?.count ?? null;
  const number = sentence.numbers.find((each) => !each.trap && !each.isMixed && overlaps(each, found));
  if (!number || withUnit.has(kind)) return null;
  const span = spanOf(sentence.field, number.start, number.end);
  return { min: number.min, max: number.max, qualifier: number.qualifier, text: span.text, span };
}

const maxWords = 12; // tokens: a longer party is a clause

/** The party that begins where the words begin; else the words themselves, unknown to the registry. */
function partyIn(sentence: Sentence | undefined, found: Found): Party | null {
  if (!sentence) return null;
  const mention = mentionAt(sentence, found);
  if (mention) return toParty(sentence, mention);
  const words = sentence.field.tokens.filter((token) => overlaps(token, found));
  if (words.length > maxWords || !words.some(({ kind }) => kind === 'word')) return null;
  const span = spanOf(sentence.field, found.start, found.end);
  return { text: span.text, canon: null, sector: null, country: null, span };
}

const mentionAt = (sentence: Sentence, found: Found) =>
  sentence.parties.find(
    ({ start, office, end }) => end > found.start && (start === found.start || office?.start === found.start),
  );

function sourceIn(sentence: Sentence | undefined, found: Found): Attribution | null {
  const party = partyIn(sentence, found);
  if (!sentence || !party) return null;
  const mention = mentionAt(sentence, found);
  const sourceType = mention?.sourceType ?? (mention?.office ? 'official' : 'unknown');
  return { text: party.text, canon: party.canon, sourceType, span: party.span };
}
