import { bonds } from './bonds.ts';
import type { NounClass } from './data.ts';
import type { NounForm } from './forms.ts';
import { harmed } from './harm.ts';
import type { Phrase } from './phrase.ts';
import { isWord, type Reader } from './reader.ts';

const maxAdjectives = 4;
type Head = { number: NounForm['number']; key: string };

/** Position after the adjectives that agree with what stands before; notes a country on the phrase. */
export function adjectives(
  reader: Reader,
  from: number,
  isDefinite: boolean,
  head: Head | null,
  phrase: Phrase,
): number {
  let at = from;
  while (at - from < maxAdjectives && isWord(reader, at)) {
    const word = reader.words[at];
    const key = reader.tokens[at]?.key ?? '';
    if (!word?.isAdjective || word.skip > 0 || word.isDefinite !== isDefinite) break;
    if (word.isClosed && !word.isDefinite) break;
    if (head && !agrees(head, key)) break; // "الجيش المدنيين" is subject and object
    if (head?.number === 'one' && word.people !== null) break;
    if (!isDefinite && isOtherCase(reader, at)) break;
    if (bonds.has(word.core.replace(/(?:ه|ين|ون)$/u, ''))) break; // "الموالية للحكومة" is read with its party
    if (word.isDefinite && beginsParty(reader, at, phrase) && !(head && isPlural(head))) break;
    phrase.country ??= word.country;
    at++;
  }
  return at;
}

/** "خطفت عصابة مسلحة مدنيا": an object behind its subject. */
const isOtherCase = ({ tokens }: Reader, at: number): boolean =>
  tokens[at - 1]?.word.endsWith('\u0629') === true && /[^\u0627]\u0627$/u.test(tokens[at]?.key ?? '');

/** "المتظاهرين" after "الشرطة" begins a phrase of its own, though the word can be an adjective. */
const beginsParty = (reader: Reader, at: number, { noun }: Phrase): boolean =>
  !affairs.test(reader.tokens[at - 1]?.key ?? '') &&
  reader
    .matchesAt(at)
    .some(
      ({ value, proclitic }) => proclitic === '' && value.form && isAlone(value.form.noun, noun, reader, at),
    );

const affairs = /^(?:ال)?(?:شوون|علاقات|سياسات|استخبارات|مخابرات)$/u; // "لجنة الشؤون الخارجية" names no ministry

function isAlone(next: NounClass, noun: NounClass | null, reader: Reader, at: number): boolean {
  if (next.alone !== 'yes' || next.kind === 'office') return false;
  if (noun?.kind === 'generic' && next.kind === 'generic') return false; // "الناشط الحقوقي"
  return !(isCivil(noun) && /ي$/u.test(reader.words[at]?.core ?? '')); // "المكتب السياسي"
}

/** A body that arrests nobody: after it "السياسي" is no politician. */
const isCivil = (noun: NounClass | null): boolean =>
  noun?.kind === 'institution' && noun.sector !== 'MIL' && noun.sector !== 'COP';

const isPlural = ({ number }: Head): boolean => number !== 'one';
const invariable = /(?:ي|ا)$/u; // "كبرى", "عليا", and plurals of their own are not told by their ending

/** Gender and number by endings; plurals of things take the feminine, plurals of people their own. */
function agrees({ number, key }: Head, adjective: string): boolean {
  const isFeminine = /(?:ه|ات)$/u.test(key);
  const isSound = /(?:ين|ون)$/u.test(adjective);
  if (number === 'one') {
    if (isSound) return false;
    return isFeminine
      ? /(?:ه|ات)$/u.test(adjective) ||
          /^(?:ال)?(?:اولي|اخري|كبري|عليا|عظمي|حمراء|خضراء|بيضاء|سوداء)$/u.test(adjective)
      : !adjective.endsWith('ه');
  }
  if (number === 'two') return /(?:ين|ان)$/u.test(adjective);
  return !/ات$/u.test(key) || !invariable.test(adjective) || key.length < 5;
}

/** "نزاع مسلح", "العمل الإرهابي": a word that can be an adjective describes the noun before it when it agrees with it. */
export function describesBefore(reader: Reader, at: number): boolean {
  const word = reader.words[at];
  const before = reader.words[at - 1];
  if (!word?.isAdjective || word.country !== null || !before || !isWord(reader, at - 1)) return false;
  if (word.hasConjunction && !word.hasPreposition)
    return before.isAdjective && before.isDefinite === word.isDefinite; // "الاقتصادية والسياسية"
  if (word.skip > 0) return false;
  if (reader.matchesAt(at).some(({ to }) => to > at + 1)) return false; // "موكب رئيس الوزراء"
  if (word.core.startsWith('مصور') && footage.test(reader.tokens[at - 1]?.key ?? '')) return true; // "شريطا مصورا"
  const isAccusative = fathatan.test(reader.tokens[at - 1]?.text ?? ''); // "تقدماً عسكرياً": no verb is written so
  if (before.isClosed && !isAccusative && (!before.isCommon || harmed.has(before.core))) return false;
  const isOwned =
    word.isDefinite &&
    !before.isDefinite &&
    owned.test(reader.tokens[at - 1]?.text ?? '') &&
    !/[يو]ن$/u.test(word.core); // "وجودها العسكري"
  if (isOwned && before.name === null) return true;
  if (before.isDefinite !== word.isDefinite || before.name !== null) return false;
  if (!before.isDefinite && !before.isCommon && !isSurelyNoun(reader, at - 1)) return false;
  const head = reader.tokens[at - 1]?.key ?? '';
  return agrees({ number: 'one', key: head }, reader.tokens[at]?.key ?? '');
}

const fathatan = /\u064b/u;
const owned = /^.{3,}(?:ها|هم|ه)$/u;
const footage = /^[وبل]?(?:شريط|تسجيل|مقطع|فيديو|مقاطع|تقرير|حوار|مشهد|مشاهد)(?:ا|ات|ين)?$/u;

/** An indefinite word is a noun after a verb or preposition, or with the ending of one; elsewhere it may be a verb. */
function isSurelyNoun(reader: Reader, at: number): boolean {
  const token = reader.tokens[at];
  const before = reader.words[at - 1];
  if (token?.word.endsWith('\u0629') || token?.text.includes('\u064b') || reader.words[at]?.hasPreposition)
    return true;
  return (
    before?.isVerb === true ||
    /^(?:في|من|عن|الي|علي|مع|بعد|قبل|خلال)$/u.test(reader.tokens[at - 1]?.key ?? '')
  );
}
