import { keptOf, lookupKey } from '@rasid/arabic';
import { wordLists } from './data.ts';
import { nationalityOf, peopleOf } from './nationality.ts';
import { referring } from './references.ts';

/** What one written word can be, whatever its proclitics. */
export type Word = {
  /** Letters of proclitics before the word itself; 2 for `لل`. */
  skip: number;
  /** The word without proclitics and article. */
  core: string;
  isDefinite: boolean;
  /** A preposition is attached: the word begins no subject. */
  hasPreposition: boolean;
  hasConjunction: boolean;
  country: string | null;
  people: string | null;
  isAdjective: boolean;
  isChain: boolean;
  isPortfolio: boolean;
  /** No phrase of a party goes on with it: particles, verbs, words of time and of happenings. */
  isClosed: boolean;
  isVerb: boolean;
  /** A noun of a happening or thing. */
  isCommon: boolean;
  /** `rare`: far more often a particle or verb, a name only beside another name. */
  name: 'sure' | 'maybe' | 'rare' | null;
  isKnown: boolean;
  /** Whether a party can begin with it that no phrase of the lexicon names; an unknown word only begins one behind a cue. */
  begins: 'any' | 'cued' | 'none';
};

const forms = (words: readonly string[], endings: readonly string[]): Set<string> =>
  new Set(words.flatMap((word) => endings.map((ending) => lookupKey(word) + ending)));

const adjectiveEndings = ['', 'ه', 'ين', 'ون', 'ان', 'ا', 'تان', 'تين', 'ات'];
const adjectives = forms(wordLists.adjectives, adjectiveEndings);
const chain = forms(wordLists.chain, ['']);
const portfolio = forms(wordLists.portfolio, ['']);
const verbs = forms(wordLists.verbs, ['', 'ت', 'وا', 'ا', 'تا', 'ه', 'ها', 'هم', 'ته', 'تها', 'تهم']);
const common = forms(wordLists.common, ['']);
const closed = new Set([...forms(wordLists.closed, ['']), ...common]);
const sureNames = forms(
  wordLists.givenNames.filter((name) => !name.endsWith('?')),
  [''],
);
const maybeNames = forms(
  wordLists.givenNames.filter((name) => name.endsWith('?')).map((name) => name.slice(0, -1)),
  [''],
);

/** Proclitics as they are written, and how many of their letters are an article. */
const proclitics: readonly { text: string; skip: number; article: boolean; prep: boolean; conj: boolean }[] =
  [
    { text: '', skip: 0, article: false, prep: false, conj: false },
    { text: 'ال', skip: 0, article: true, prep: false, conj: false },
    { text: 'و', skip: 1, article: false, prep: false, conj: true },
    { text: 'وال', skip: 1, article: true, prep: false, conj: true },
    { text: 'لل', skip: 2, article: true, prep: true, conj: false },
    { text: 'ل', skip: 1, article: false, prep: true, conj: false },
    { text: 'ب', skip: 1, article: false, prep: true, conj: false },
    { text: 'بال', skip: 1, article: true, prep: true, conj: false },
    { text: 'ولل', skip: 3, article: true, prep: true, conj: true },
    { text: 'وبال', skip: 2, article: true, prep: true, conj: true },
    { text: 'ول', skip: 2, article: false, prep: true, conj: true },
    { text: 'وب', skip: 2, article: false, prep: true, conj: true },
    { text: 'ف', skip: 1, article: false, prep: false, conj: true },
    { text: 'فال', skip: 1, article: true, prep: false, conj: true },
    { text: 'ك', skip: 1, article: false, prep: true, conj: false },
    { text: 'كال', skip: 1, article: true, prep: true, conj: false },
  ];
/** Not believed before a name: "كرافت" is not ك + رأفت. */
const particles = new Set(['ك', 'ف', 'ب', 'وب']);
const minRest = 3; // letters that must be left when a proclitic is taken off

/** Reads a word by its strong key. */
export const readWord = keptOf((key): Word => {
  const word = analyse(key);
  const { name, country, people, isDefinite, core, isKnown } = word;
  const isParty = name !== null || country !== null || people !== null;
  if (isParty || beginsName.test(key) || (isDefinite && referring(core) !== null))
    return { begins: 'any', ...word };
  return { begins: isKnown ? 'none' : 'cued', ...word };
});

/** "عبد", "ابو": the word behind them decides. */
const beginsName = /^[ولب]?عبد$|^[ول]?اب[وي]$/u;

function analyse(key: string): Omit<Word, 'begins'> {
  for (const { text, skip, article, prep, conj } of proclitics) {
    if (!key.startsWith(text)) continue;
    const core = key.slice(text.length);
    if (text && core.length < minRest && !(article && portfolio.has(`ال${core}`))) continue; // "الحج"
    const word = classify(core, article, skip, prep, conj);
    if (word.isKnown && !(word.name && particles.has(text))) return word;
  }
  const written = proclitics.find(({ text, article }) => article && key.startsWith(text));
  if (!written || key.length - written.text.length < minRest) return classify(key, false, 0, false, false);
  const { text, skip, prep, conj } = written;
  return classify(key.slice(text.length), true, skip, prep, conj);
}

function classify(
  core: string,
  isDefinite: boolean,
  skip: number,
  prep: boolean,
  conj: boolean,
): Omit<Word, 'begins'> {
  const whole = isDefinite ? `ال${core}` : core;
  const country = nationalityOf.get(core) ?? null;
  const people = peopleOf.get(core) ?? null;
  const isAdjective = country !== null || adjectives.has(core);
  const isChain = chain.has(core);
  const isVerb = !isDefinite && !prep && (verbs.has(core) || looksLikeVerb(core));
  const isClosed = isVerb || (closed.has(whole) && !isChain);
  const isPortfolio = isDefinite && portfolio.has(whole);
  const name = nameOf(whole, closed.has(whole) || verbs.has(whole));
  return {
    skip,
    core,
    isDefinite,
    hasPreposition: prep,
    hasConjunction: conj,
    country,
    people,
    isAdjective: isAdjective || (isDefinite && looksLikeNisba(core)),
    isChain,
    isPortfolio,
    isClosed: isClosed && name === null,
    isVerb,
    isCommon: !isVerb && common.has(whole),
    name,
    isKnown: people !== null || isAdjective || isClosed || isChain || isPortfolio || name !== null,
  };
}

function nameOf(key: string, isClosed: boolean): Word['name'] {
  if (!sureNames.has(key) && !maybeNames.has(key)) return null;
  return isClosed ? 'rare' : sureNames.has(key) ? 'sure' : 'maybe';
}

const notNisba = new Set(
  'قريه;عمليه;حريه;قضيه;ناحيه;مديريه;هويه;ضحيه;جمعيه;بلديه;كليه;اتفاقيه;شخصيه;ميزانيه;مسووليه;جنسيه;نوعيه;كميه;اهميه;امكانيه;ماشيه;عشيه;برقيه;تعدديه;شفافيه;مرجعيه;قاضي;ثاني;تالي;وادي;نادي;اراضي;مباني;ماضي;جاري;ليالي;اهالي;مساعي;مواطنين;مدنيين;مسلحين;معلمين;اثنين;ملايين;قوانين;شياطين;ثلاثين;موظفين;مسوولين;مواطنون;مدنيون;حالي;تالي;حدود'.split(
    ';',
  ),
);

/** "الاشتراكي", "البلجيكية": the open class of adjectives of origin, told by shape. */
function looksLikeNisba(core: string): boolean {
  if (core.length < 4 || notNisba.has(core)) return false;
  return core.endsWith('ي') || core.endsWith('يه') || core.endsWith('يين') || core.endsWith('يون');
}

/** An unknown word that can be an imperfect: "يستكمل", "ستنعقد". A name written so must be in the list. */
function looksLikeVerb(core: string): boolean {
  if (core.length < 4 || core.length > 8 || sureNames.has(core) || maybeNames.has(core)) return false;
  const second = core[1] ?? '';
  if (core.startsWith('ي')) return !'اوي'.includes(second) || core.length === 4;
  if (core.startsWith('سي') || core.startsWith('ست'))
    return core.length >= 5 && !'اوي'.includes(core[2] ?? '');
  return core.startsWith('ت') && !'اوي'.includes(second) && !core.endsWith('ه');
}
