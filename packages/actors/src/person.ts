import { isWord, type Reader } from './reader.ts';

/** Words inside names that need the word after them. */
const links = new Set(
  'بن;ابن;بنت;ولد;ال;ابو;ابي;ابا;عبد;دي;دا;دو;فان;فون;لو;لا;اوف;ذو;ست;اولاد;ام;ماك'.split(';'),
);
const compounds = new Set('الله;الدين;الاسلام;الحق;الزمان'.split(';'));
const maxWords = 7; // of a name with forefathers and family
const place = new Set('ظبي;كمال;غريب;الظهور;ديس;الخصيب;راسين;قلقل;الفضل'.split(';')); // "أبو ظبي" is no person

export type NameRules = {
  /** A title stands before: an unknown word can begin the name. */
  hasTitle: boolean;
};

/** Position after the person name that begins here, or 0. The first word may carry و or ل only when it is a sure name. */
export function nameAt(reader: Reader, from: number, { hasTitle }: NameRules): number {
  if (!isWord(reader, from)) return 0;
  const first = reader.words[from];
  const begin = beginName(reader, from, hasTitle);
  if (!first || begin === 0) return 0;
  let at = begin;
  let count = 1;
  let bare = first.name === null ? 1 : 0; // unknown words without article so far
  let families = 0;
  while (count < maxWords && isWord(reader, at)) {
    const word = reader.words[at];
    const key = reader.tokens[at]?.key ?? '';
    if (!word || word.skip > 0) break;
    if (links.has(key)) {
      if (!isNamePart(reader, at + 1)) break;
      at += 2;
    } else if (compounds.has(key)) at += 1;
    else if (word.name !== null && families === 0 && !isTaken(reader, at)) at += 1;
    else if (word.isDefinite && families < 2 && isFamily(reader, at)) {
      families++;
      at += 1;
    } else if (!word.isKnown && !word.isDefinite && families === 0 && bare < 2 && isPlain(reader, at)) {
      bare++;
      at += 1;
    } else break;
    count++;
  }
  if (hasTitle) return at;
  return isSureAlone(reader, from, at, count) ? at : 0;
}

/** Without a title: two words at least, and one that is nothing but a name. */
function isSureAlone(reader: Reader, from: number, to: number, count: number): boolean {
  if (count < 2) return false;
  const words = reader.words.slice(from, to);
  const sure = words.filter(({ name }) => name === 'sure').length;
  return (
    words[0]?.name === 'sure' || sure > 0 || reader.tokens.slice(from, to).some(({ key }) => key === 'بن')
  );
}

function beginName(reader: Reader, from: number, hasTitle: boolean): number {
  const word = reader.words[from];
  const key = reader.tokens[from]?.key ?? '';
  if (!word) return 0;
  const bare = word.skip > 0 ? key.slice(word.skip) : key;
  if (bare === 'عبد' || /^[ولب]?عبد$/u.test(key)) return isNamePart(reader, from + 1) ? from + 2 : 0;
  if (/^[ول]?اب[وي]$/u.test(key)) return isKunya(reader, from + 1) ? from + 2 : 0;
  if (word.name === 'sure') return from + 1;
  if (word.hasPreposition || word.hasConjunction) return 0;
  if (word.name === 'maybe') return from + 1;
  return hasTitle && !word.isKnown && !word.isDefinite && key.length > 2 && isPlain(reader, from)
    ? from + 1
    : 0;
}

const isKunya = (reader: Reader, at: number): boolean =>
  isNamePart(reader, at) && !place.has(reader.tokens[at]?.key ?? '');

/** A word that a link such as بن can take. */
function isNamePart(reader: Reader, at: number): boolean {
  const word = reader.words[at];
  return (
    word !== undefined && isWord(reader, at) && (word.name !== null || (!word.isClosed && word.skip === 0))
  );
}

/** "الزعفراني", "الجبير": a definite word that is no common adjective, noun of the lexicon or word of time. */
function isFamily(reader: Reader, at: number): boolean {
  const word = reader.words[at];
  if (!word || word.isClosed || word.isPortfolio || word.isChain || isTaken(reader, at)) return false;
  return word.country !== null || !word.isKnown || word.name !== null;
}

/** Neither a head noun nor the beginning of a name of the registry. */
const isPlain = (reader: Reader, at: number): boolean => reader.matchesAt(at).length === 0;

const isTaken = (reader: Reader, at: number): boolean =>
  reader
    .matchesAt(at)
    .some(({ value, to }) => value.form !== null && (value.form.noun.kind === 'office' || to > at + 1));
