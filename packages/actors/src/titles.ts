import { phraseAt } from './noun-phrase.ts';
import { isAbbreviated, isSonOf, nameAt } from './person.ts';
import { copyOf, extend, type Phrase, plainPhrase } from './phrase.ts';
import { isWord, type Reader } from './reader.ts';

const maxTitles = 4; // "المتحدث باسم الوزارة العميد الركن الدكتور فلان"

/** A phrase with the titles before a name taken off; an office without a name is the office itself. */
export function personOrOffice(reader: Reader, from: number): Phrase | null {
  const first = phraseAt(reader, from);
  const person = first ? null : bareName(reader, from);
  if (person) return withOfficeAfter(reader, person);
  if (first?.isPerson) return withOfficeAfter(reader, first);
  if (!first || !isTitle(first)) return first;
  let last = first;
  for (let count = 1; count < maxTitles; count++) {
    const at = afterPlace(reader, nameStart(reader, last.to, last.noun?.id === 'suspect'));
    const person = personAt(reader, at, canStrange(last));
    if (person) return withOfficeAfter(reader, titled(person, first, last));
    const apart = isOfOffice(last) ? null : personAfterComma(reader, at, canStrange(last));
    if (apart) return withOfficeAfter(reader, titled(apart, first, last));
    const next = isWord(reader, at) ? phraseAt(reader, at) : null;
    if (next?.noun?.kind !== 'office' || next.start !== reader.tokens[at]?.start) break;
    last = next;
  }
  return first.noun?.id === 'honorific' ? null : first; // "الدكتور" alone is no party
}

/** "المتحدث باسم الرئيس، فلان": between the commas stands the president. */
const isOfOffice = ({ noun, nested }: Phrase): boolean =>
  noun?.id === 'spokesperson' &&
  (nested[0]?.noun?.kind === 'office' ||
    nested[0]?.noun?.id === 'commander' ||
    nested[0]?.entry?.isPerson === true);

const minName = 2; // words of a name that only its commas tell
const maxName = 3;

const isTitle = ({ noun, isPerson, isDefinite, number }: Phrase): boolean => {
  if (isPerson || noun === null) return false;
  if (noun.kind === 'office') return true;
  const isOne = noun.kind === 'generic' || (noun.id === 'member' && number === 'one'); // "عضو المكتب السياسي للحركة"
  return isOne && isDefinite;
};

/** After an office or rank any unknown word can begin the name; after "المواطن" only a known given name. */
const canStrange = ({ noun }: Phrase): boolean => noun?.kind === 'office';

/** A comma or colon can stand between title and name only where a list cannot: it is not passed. */
function nameStart(reader: Reader, at: number, isSuspect: boolean): number {
  const key = reader.tokens[at]?.key ?? '';
  if (isAbbreviated(reader, at + 2)) return at + 2; // "رئيس اللجنة م. فلان"
  const isMark = /^(?:\/|دكتور|دكتوره|مهندس|ركن)$/u.test(key) || (isSuspect && key === ':'); // "الجاني : فلان"
  return isMark ? at + 1 : at;
}

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

/** "المتحدث باسم الوزارة، خالد شواني، …": between commas; a name no list knows only after an office. */
function personAfterComma(reader: Reader, at: number, canStranger: boolean): Phrase | null {
  const isSure = reader.words[at + 1]?.name === 'sure';
  if (!isComma(reader, at) || !(isSure || canStranger)) return null;
  const person = personAt(reader, at + 1, !isSure);
  const isClosed = person !== null && isComma(reader, person.to) && person.to - person.from >= minName;
  return isClosed ? person : strangerBetween(reader, at + 1);
}

/** "، نوليوسو رويكسانا،": words no list knows, alone between two commas after an office. */
function strangerBetween(reader: Reader, from: number): Phrase | null {
  let to = from;
  while (to - from < maxName && isUnknown(reader, to)) to++;
  return to - from >= minName && isComma(reader, to)
    ? named(reader, from, to, reader.tokens[from]?.start ?? 0)
    : null;
}

function isUnknown(reader: Reader, at: number): boolean {
  const word = reader.words[at];
  const token = reader.tokens[at];
  if (!word || !token || !isWord(reader, at) || word.isDefinite || word.skip > 0) return false;
  if (word.name !== null) return true;
  return !word.isKnown && reader.matchesAt(at).length === 0 && !/[\u0629\u064b]/u.test(token.text); // teh marbuta, fathatan
}

const isComma = (reader: Reader, at: number): boolean => reader.tokens[at]?.word === ',';

/** "جيم كرافت قائد الشرطة", "جون فالون، المدير العام": the offices are the person's and no parties of their own. */
function withOfficeAfter(reader: Reader, person: Phrase): Phrase {
  let { office, country } = person;
  let consumed = person.to;
  for (let count = 0; count < maxTitles; count++) {
    const at = isComma(reader, consumed) ? consumed + 1 : consumed;
    const next = isWord(reader, at) ? phraseAt(reader, at) : null;
    const isOffice =
      next?.noun?.kind === 'office' && next.isDefinite && next.start === reader.tokens[at]?.start;
    if (!isOffice || next.noun?.id === 'honorific' || personAt(reader, next.to, true)) break; // else of the next one
    office ??= next;
    country ??= next.country;
    consumed = next.to;
  }
  const whole = copyOf(person);
  whole.office = office;
  whole.country = country;
  whole.consumed = consumed;
  return whole;
}

const maxGap = 4; // words of the place between an office and the name

/** "المتحدث باسم الدفاع المدني بالعاصمة الرائد …": position of the rank or name behind the place, or where it was. */
function afterPlace(reader: Reader, from: number): number {
  if (!isWord(reader, from) || !beginsPlace(reader, from)) return from;
  for (let at = from + 1; at <= from + maxGap; at++) {
    if (isComma(reader, at)) return personAfterComma(reader, at, true) ? at : from; // "بالعاصمة، فلان الفلاني،"
    if (!isWord(reader, at)) return from;
    const next = reader.words[at];
    if (next?.isVerb || (next?.isClosed && !next.isCommon) || next?.skip !== 0) return from;
    const office = phraseAt(reader, at);
    if (office?.noun?.id === 'rank' || office?.noun?.id === 'honorific' || office?.isPerson) return at;
    const to =
      next.name !== null || isAfterPlace(reader, from, at) ? nameAt(reader, at, { hasTitle: true }) : 0;
    if (to - at > 1 && (next.name !== null || isComma(reader, to))) return at;
  }
  return from;
}

/** "المتحدث باسم الهيئة في جازان بيشي الصرخي،": words no list knows, right behind a place that is known. */
const isAfterPlace = (reader: Reader, from: number, at: number): boolean => {
  const isApart = reader.tokens[from]?.key === 'في';
  const place = isApart
    ? reader.placeFrom(from + 1)
    : (reader.placeFrom(from, 1) ?? reader.placeFrom(from, 2));
  return place?.to === at;
};

const settings = /^(?:عاصمه|نيابه|اقليم|جمهوريه|مملكه)$/u; // "مدير الشرطة بالنيابة"

function beginsPlace(reader: Reader, at: number): boolean {
  const key = reader.tokens[at]?.key ?? '';
  const word = reader.words[at];
  if (key === 'في' || (word?.hasPreposition && (word.isChain || settings.test(word.core)))) return true;
  return (
    key.startsWith('ب') &&
    (reader.placeFrom(at, 1) !== null || reader.matchesAt(at).some(({ proclitic }) => proclitic === 'ب'))
  );
}

function titled(person: Phrase, first: Phrase, last: Phrase): Phrase {
  const whole = copyOf(person);
  whole.office = first === last ? first : joined(first, last);
  whole.country = person.country ?? first.country ?? last.country;
  return whole;
}

function joined(first: Phrase, last: Phrase): Phrase {
  const office = copyOf(first);
  office.to = last.to;
  office.end = last.end;
  office.nested = [...first.nested, ...last.nested];
  return office;
}

function bareName(reader: Reader, from: number): Phrase | null {
  const word = reader.words[from];
  if (
    !word ||
    (word.isKnown &&
      word.name === null &&
      !isSonOf(reader, from) &&
      !/^[ول]?(?:عبد|ابو)$/u.test(reader.tokens[from]?.key ?? ''))
  )
    return null;
  const to = nameAt(reader, from, { hasTitle: isAbbreviated(reader, from) });
  const start = (reader.tokens[from]?.start ?? 0) + word.skip;
  return to > from ? named(reader, from, to, start) : null;
}

function named(reader: Reader, from: number, to: number, start: number): Phrase {
  const phrase = plainPhrase(from, from, start, start);
  phrase.isPerson = true;
  phrase.isDefinite = true;
  phrase.number = 'one';
  extend(reader, phrase, to);
  return phrase;
}
