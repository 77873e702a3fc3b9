import { phraseAt } from './noun-phrase.ts';
import { nameAt } from './person.ts';
import { extend, type Phrase, plainPhrase } from './phrase.ts';
import { isWord, type Reader } from './reader.ts';

const maxTitles = 4; // "المتحدث باسم الوزارة العميد الركن الدكتور فلان"

/** A phrase with the titles before a name taken off; an office without a name is the office itself. */
export function personOrOffice(reader: Reader, from: number): Phrase | null {
  const first = phraseAt(reader, from);
  const person = first ? null : bareName(reader, from);
  if (person) return withOfficeAfter(reader, person);
  if (!first || !isTitle(first)) return first;
  let last = first;
  for (let count = 1; count < maxTitles; count++) {
    const at = nameStart(reader, last.to);
    const person = personAt(reader, at, canStrange(last));
    if (person) return titled(person, first, last);
    const apart = personAfterComma(reader, at);
    if (apart) return titled(apart, first, last);
    const next = isWord(reader, at) ? phraseAt(reader, at) : null;
    if (next?.noun?.kind !== 'office' || next.start !== reader.tokens[at]?.start) break;
    last = next;
  }
  return first.noun?.id === 'honorific' ? null : first; // "الدكتور" alone is no party
}

const isTitle = ({ noun, isPerson, isDefinite }: Phrase): boolean =>
  !isPerson && noun !== null && (noun.kind === 'office' || (noun.kind === 'generic' && isDefinite));

/** After an office or rank any unknown word can begin the name; after "المواطن" only a known given name. */
const canStrange = ({ noun }: Phrase): boolean => noun?.kind === 'office';

/** A comma or colon can stand between title and name only where a list cannot: it is not passed. */
const nameStart = (reader: Reader, at: number): number => (reader.tokens[at]?.text === '/' ? at + 1 : at);

function personAt(reader: Reader, at: number, canStranger: boolean): Phrase | null {
  const token = reader.tokens[at];
  const word = reader.words[at];
  if (!token || !word || !isWord(reader, at) || word.skip > 0) return null;
  const known = phraseAt(reader, at);
  if (known?.isPerson) return known;
  if (known && word.name !== 'sure') return null;
  if (!canStranger && word.name === null && !/^(?:عبد|ابو|ام)$/u.test(token.key)) return null;
  const to = nameAt(reader, at, { hasTitle: true });
  return to > at ? named(reader, at, to, token.start) : null;
}

/** "المتحدث باسم الوزارة، خالد شواني، …": between commas, and only a name that is sure. */
function personAfterComma(reader: Reader, at: number): Phrase | null {
  if (reader.tokens[at]?.text !== '،' || reader.words[at + 1]?.name !== 'sure') return null;
  const person = personAt(reader, at + 1, false);
  const isClosed = person && reader.tokens[person.to]?.text === '،';
  return isClosed && person.to - person.from > 1 ? person : null;
}

/** "جيم كرافت قائد الشرطة", "جون فالون، المدير العام": the office is the person's and no party of its own. */
function withOfficeAfter(reader: Reader, person: Phrase): Phrase {
  const at = reader.tokens[person.to]?.text === '،' ? person.to + 1 : person.to;
  const office = isWord(reader, at) ? phraseAt(reader, at) : null;
  const isOffice =
    office?.noun?.kind === 'office' && office.isDefinite && office.start === reader.tokens[at]?.start;
  if (!isOffice || office.noun?.id === 'honorific') return person;
  if (personAt(reader, office.to, true)) return person; // the office of the next one
  return { ...person, office, country: office.country, consumed: office.to };
}

function titled(person: Phrase, first: Phrase, last: Phrase): Phrase {
  const office =
    first === last
      ? first
      : { ...first, to: last.to, end: last.end, nested: [...first.nested, ...last.nested] };
  return { ...person, office, country: person.country ?? first.country ?? last.country };
}

function bareName(reader: Reader, from: number): Phrase | null {
  const word = reader.words[from];
  if (
    !word ||
    (word.isKnown && word.name === null && !/^[ول]?(?:عبد|ابو)$/u.test(reader.tokens[from]?.key ?? ''))
  )
    return null;
  const to = nameAt(reader, from, { hasTitle: false });
  const start = (reader.tokens[from]?.start ?? 0) + word.skip;
  return to > from ? named(reader, from, to, start) : null;
}

function named(reader: Reader, from: number, to: number, start: number): Phrase {
  const phrase = plainPhrase(from, from, start, start);
  Object.assign(phrase, { isPerson: true, isDefinite: true, number: 'one' });
  extend(reader, phrase, to);
  return phrase;
}
