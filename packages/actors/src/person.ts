import { keptOf } from '@rasid/arabic';
import { harmed } from './harm.ts';
import { isWord, type Reader } from './reader.ts';
import { speaks } from './speech.ts';

/** Words inside names that need the word after them. */
const links = new Set(
  'بن;ابن;بنت;ولد;ال;ابو;ابي;ابا;عبد;دي;دا;دو;فان;فون;لو;لا;اوف;ذو;ست;اولاد;ام;ماك'.split(';'),
);
const sons = /^(?:بن|ابن|بنت)$/u; // any word behind them is a name: "محمد بن وصل"
const compounds = new Set('الله;الدين;الاسلام;الحق;الزمان'.split(';'));
const maxWords = 7; // of a name with forefathers and family
const maxFamilies = 3; // "القاسمي الحسني"
const place = new Set('ظبي;كمال;غريب;الظهور;ديس;الخصيب;راسين;قلقل;الفضل'.split(';')); // "أبو ظبي" is no person

export type NameRules = {
  /** A title stands before: an unknown word can begin the name. */
  hasTitle: boolean;
};

/** Position after the person name that begins here, or 0. */
export function nameAt(reader: Reader, from: number, { hasTitle }: NameRules): number {
  const cue = hasTitle ? null : cueBefore(reader, from);
  const begin = isWord(reader, from) ? beginName(reader, from, hasTitle || cue !== null) : 0;
  if (begin === 0) return 0;
  let strangers = reader.words[from]?.name === null ? 1 : 0; // unknown words without article so far
  const isUnlisted = cue !== null && strangers > 0;
  let families = 0;
  let at = begin;
  for (let count = 1; count < maxWords && !endsQuotation(reader, at - 1); count++) {
    const step = stepAt(reader, at, families, strangers);
    if (!step || (step.is === 'family' && isUnlisted)) break; // "نفى ستادلر التهمة"
    if (step.is === 'family') families++;
    if (step.is === 'stranger') strangers++;
    at = step.to;
  }
  if (hasTitle) return isRareAlone(reader, from, at) || isBoundAlone(reader, from, at) ? 0 : at;
  if (strangers > 0 && (cue === 'harm' ? at - from < 2 : isBoundAlone(reader, from, at))) return 0; // "هدد بقتل نفسه"
  if (cue !== null && reader.words[from]?.name === null) return endsClause(reader, at) ? at : 0;
  const isSubject = cue === 'speech' && at - from > 1 && reader.words[from]?.name !== 'rare';
  return isSubject || isSure(reader, from, at) ? at : 0; // "وقال عادل الشجاع"
}

const cueOf = keptOf((key) => (speaks(key) ? 'speech' : harmed.has(key) ? 'harm' : null));

/** A verb of saying, or a word of harm: who it is said of stands next. */
export function cueBefore(reader: Reader, from: number): 'speech' | 'harm' | null {
  const before = reader.tokens[from - 1];
  if (isAbbreviated(reader, from)) return 'speech';
  return before ? cueOf(before) : null;
}

/** "د. فلان", "م/ فلان": a title of one letter before. */
export const isAbbreviated = ({ tokens }: Reader, from: number): boolean =>
  /^[./]$/u.test(tokens[from - 1]?.text ?? '') && /^[و]?[دم]$/u.test(tokens[from - 2]?.key ?? '');

/** An unlisted name is believed when a particle, a mark or a title comes after it. */
function endsClause(reader: Reader, at: number): boolean {
  const token = reader.tokens[at];
  const word = reader.words[at];
  if (token?.kind !== 'word' || !word) return true;
  if (word.isAdjective && !word.isDefinite) return false; // "مراصد عسكرية"
  return (word.isClosed && !word.isVerb) || word.hasPreposition || reader.matchesAt(at).length > 0;
}

type Step = { to: number; is: 'link' | 'given' | 'family' | 'stranger' };

function stepAt(reader: Reader, at: number, families: number, strangers: number): Step | null {
  const word = reader.words[at];
  const key = reader.tokens[at]?.key ?? '';
  if (!word || !isWord(reader, at) || word.skip > 0 || (reader.quotedUntil[at] ?? 0) > 0) return null;
  if (links.has(key)) {
    const goesOn = sons.test(key) ? isWord(reader, at + 1) : isNamePart(reader, at + 1);
    const isDouble = /^(?:عبد|ابو|ابي|ال)$/u.test(reader.tokens[at + 1]?.key ?? '') && isWord(reader, at + 2); // "بن عبد الملك"
    return goesOn ? { to: isDouble ? at + 3 : at + 2, is: 'link' } : null;
  }
  if (compounds.has(key)) return { to: at + 1, is: 'link' };
  if (word.name !== null && families === 0 && !isOffice(reader, at)) {
    if (word.name !== 'rare' || !word.isVerb || isNamePart(reader, at + 1))
      return { to: at + 1, is: 'given' };
  }
  if (word.isDefinite && families < maxFamilies && isFamily(reader, at, families))
    return { to: at + 1, is: 'family' };
  if (families === 0 && strangers < 2 && isStranger(reader, at)) return { to: at + 1, is: 'stranger' };
  return null;
}

const blessings = /^(?:سلام|صباح|امل|نور|فرح|حياه)$/u; // "سلام عادل" is no name

/** Without a title: two words at least, and one that is nothing but a name. */
function isSure(reader: Reader, from: number, to: number): boolean {
  if (to - from < 2) return false;
  const words = reader.words.slice(from, to);
  if (words.some(({ name }) => name === 'sure')) return true;
  const keys = reader.tokens.slice(from, to).map(({ key }) => key);
  if (keys.some((key) => key === 'بن' || compounds.has(key))) return true;
  const [start, second] = words;
  if (start?.name === 'maybe' && second?.name === 'maybe') return !blessings.test(start.core); // "صالح خاطر"
  const isNisba = second?.isDefinite === true && second.name === null && /ي$/u.test(second.core);
  return isNisba && second.country === null; // "عمر الكسواني"
}

/** "الرئيس صادق على": the word after the title is a verb when no other name follows. */
const isRareAlone = (reader: Reader, from: number, to: number): boolean =>
  to - from < 2 && reader.words[from]?.name === 'rare';

/** "هدد الرئيس بقطع المساعدات": one unknown word that a preposition can begin is no name. */
const isBoundAlone = (reader: Reader, from: number, to: number): boolean =>
  to - from < 2 &&
  reader.words[from]?.name === null &&
  /^[بل].{3}/u.test(reader.tokens[from]?.key ?? '') &&
  !(cueBefore(reader, from) === 'speech' && isNameLike(reader, from));

/** "قال بلاتر إن", "أكد بنكيران أن": beginnings that names have and words behind a preposition seldom. */
const isNameLike = ({ tokens }: Reader, from: number): boolean =>
  /^(?:ب[\u0627وين]|ب[لر]|ل[وي\u0627]).{2,}$/u.test(tokens[from]?.key ?? '') &&
  !manner.test(tokens[from]?.key ?? '') &&
  (/^(?:ان|انه|انها|في|ل.*)$/u.test(tokens[from + 1]?.key ?? '') || tokens[from + 1]?.kind === 'punctuation');
const manner =
  /^(?:ب(?:وضوح|وجود|وصول|وقوف|وقوع|وصف.*|ناء.*|نجاح|نفس.*|ينه.*|رغب.*|لسان.*|لهج.*)|با.{1,3}ا.(?:ه|ها|هم)?|لي(?:ل.*|س.*)|لا.?|لو.?)$/u;

function beginName(reader: Reader, from: number, hasTitle: boolean): number {
  const word = reader.words[from];
  const key = reader.tokens[from]?.key ?? '';
  if (!word) return 0;
  if (/^[ولب]?عبد$/u.test(key)) return isNamePart(reader, from + 1) ? from + 2 : 0;
  if (/^[ول]?اب[وي]$/u.test(key)) return isKunya(reader, from + 1) ? from + 2 : 0;
  if (key === 'رحمه' && reader.tokens[from + 1]?.key === 'الله') return 0;
  if (word.name === 'sure') return from + 1;
  if (word.hasPreposition || word.hasConjunction) return 0;
  if (word.name !== null || isSonOf(reader, from)) return from + 1;
  return hasTitle && isStranger(reader, from) ? from + 1 : 0;
}

/** "مقرب بن سعد": whatever stands before "بن" is a name. */
export function isSonOf(reader: Reader, from: number): boolean {
  const word = reader.words[from];
  if (!word || word.skip > 0 || word.isDefinite || word.isClosed) return false;
  if (!/^(?:بن|بنت)$/u.test(reader.tokens[from + 1]?.key ?? '')) return false;
  const isListed = reader.matchesAt(from).length + reader.matchesAt(from + 1).length > 0; // "بن علي" alone
  return !isListed && isNamePart(reader, from + 2);
}

const isKunya = (reader: Reader, at: number): boolean =>
  isNamePart(reader, at) && !place.has(reader.tokens[at]?.key ?? '');

/** A word that a link such as بن can take. */
function isNamePart(reader: Reader, at: number): boolean {
  const word = reader.words[at];
  if (!word || !isWord(reader, at)) return false;
  return word.name !== null || (!word.isClosed && word.skip === 0 && (word.isDefinite || !word.isKnown));
}

/** "الزعفراني", "الجبير": a definite word that is no common adjective, noun of the lexicon or word of time. */
function isFamily(reader: Reader, at: number, families: number): boolean {
  const word = reader.words[at];
  if (!word || word.isClosed || word.isPortfolio || word.isChain || isOffice(reader, at)) return false;
  if (/^.ا..ه$/u.test(word.core)) return false; // "الرامية", "الهادفة"
  if (families > 0 && (!/ي$/u.test(word.core) || reader.matchesAt(at).length > 0)) return false;
  return word.country !== null || !word.isKnown || word.name !== null || isGivenWithArticle(word.core);
}

const isGivenWithArticle = (core: string): boolean =>
  /^(?:شريف|صالح|ناصر|حسن|حسين|سعيد|كريم|امير)$/u.test(core);

/** A word no list knows and that has no ending of a verb, a noun with a pronoun, or an adverb. */
function isStranger(reader: Reader, at: number): boolean {
  const word = reader.words[at];
  const token = reader.tokens[at];
  if (!word || !token || token.kind !== 'word' || word.isKnown || word.isDefinite || word.skip > 0)
    return false;
  const { key } = token;
  if (key.length < 3 || reader.matchesAt(at).length > 0) return false;
  const isFamilyShape =
    /^با|^.{1,2}و?ا..ه$/u.test(key) &&
    (reader.words[at - 1]?.name != null || reader.tokens[at - 2]?.key === 'عبد'); // "بدر باسلمة", "سعد دوابشة"
  if ((token.word.endsWith('\u0629') && !isFamilyShape) || token.text.includes('\u064b')) return false; // teh marbuta, fathatan
  if (!/^[\u0621-\u064a]/u.test(key)) return false; // Latin words
  if (/^...?ته$/u.test(key)) return false; // "نيته"
  if (key.length > 4 && /(?:ها|هم|هن|ته|تي|نا|كم|ات|(?<!ي)ه|..ون)$/u.test(key) && !foreign.test(key))
    return isFamilyShape;
  if (word.name === null && masdar.test(token.word)) return false;
  if (/^م.{2,}ا$|^ت..ي.$/u.test(key) || /^[وبلفك][\u0623\u0625]/u.test(token.word)) return false; // "متأخرا", "تأكيد", "بإجمالي"
  if (/^(?:و(?![اي])|باست|ببذل|بال)/u.test(key)) return false;
  return !(key.length > 5 && /^[وبلف]/u.test(key) && /(?:ين|ه|ا)$/u.test(key));
}

/** "إنهاء", "انتشار", "اعتقال": shapes of nouns of doing, which no unlisted name has. */
const masdar = /^(?:\u0625..?.ا.|\u0627[نست\u0639\u062c].{1,3}ا.)$/u;

/** "روبنسون", "كلينتون": the ending of a foreign name, which no participle or adjective of origin has. */
const foreign = /^(?:.{3}|[^ميت].{2,}[^يم])ون$/u;

const isOffice = (reader: Reader, at: number): boolean =>
  reader
    .matchesAt(at)
    .some(({ value, to }) => value.form !== null && (value.form.noun.kind === 'office' || to > at + 1));

/** A name does not go over the end of a quotation: «"ظهير أيمن" لاعب». */
const endsQuotation = (reader: Reader, at: number): boolean => (reader.closesAt[at] ?? 0) > 0;
