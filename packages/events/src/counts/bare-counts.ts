import { keptOf, nounAt } from '@rasid/arabic';
import { type Sentence, spanOf } from '../text/reading.ts';
import { mayStand, standsAt } from '../wordings/pattern.ts';
import { wordList } from '../wordings/triggers.ts';
import { countOf } from './count.ts';
import { headAt } from './count-heads.ts';
import { noName } from './count-joins.ts';
import { type CountKind, plurals, singulars, titles } from './count-words.ts';
import type { CountClaim } from './counts.ts';

const bareReach = 2; // tokens from the casualty word to the people: "سقوط عدد من الجرحى"
const one = { min: 1, max: 1, qualifier: 'exact' as const };
const two = { min: 2, max: 2, qualifier: 'exact' as const };
const some = { min: 2, max: null, qualifier: 'vague' as const };
const several = { ...some, min: 3 }; // as `vague` in packages/arabic/src/quantities.ts

/** "مقتل مدنيين", "أصيب آخرون": a bare plural is two or more, one singular person is one. */
export function bareClaims(sentence: Sentence, known: readonly CountClaim[]): CountClaim[] {
  const { field, from, to } = sentence;
  const claims: CountClaim[] = [];
  const has = (kind: CountKind) =>
    known.some((claim) => claim.kind === kind) || claims.some((claim) => claim.kind === kind);
  for (let at = from; at < to; at++) {
    const kind = headAt(field, at);
    const isOpen = kind !== undefined && !has(kind);
    const claim =
      (isOpen && (behindHead(sentence, at, kind) ?? namedBehind(sentence, at, kind))) ||
      selfClaim(sentence, at);
    if (claim && !has(claim.kind)) claims.push(claim);
  }
  for (let at = from; at < to; at++) {
    const token = field.tokens[at];
    if (!token || !mayTell(token)) continue;
    const claim =
      pronounClaim(sentence, at) ??
      metDeath(sentence, at) ??
      twoClaim(sentence, at) ??
      fateClaim(sentence, at);
    if (claim && !has(claim.kind)) claims.push(claim);
  }
  return claims;
}

/** Whether a word may tell of a fate by itself: few do, and each way to tell it asks. */
const mayTell = keptOf(
  (key) =>
    ofOne.test(key) || meetsDeath.test(key) || [...twoFates, ...fates].some(([, words]) => words.test(key)),
);

const isDefinite = /^(?:و?ال|لل|ب)/u;
const many = 'العديد'; // "وأصيب العديد في الهجوم": definite in form only

function behindHead(sentence: Sentence, at: number, kind: CountKind): CountClaim | null {
  const { field, to } = sentence;
  for (let next = at + 1; next <= Math.min(at + bareReach, to - 1); next++) {
    const isOne = standsAt(singulars, field.readings, next, to) || isPerson(sentence, at, next);
    if (!isOne && !standsAt(plurals, field.readings, next, to)) continue;
    const token = field.tokens[next];
    if (!token || (isDefinite.test(token.key) && token.key !== many)) return null; // definite people were named before
    if (isDenied(sentence, next)) return null;
    if (!isOne && isSubject(sentence, next)) return null;
    if (ownOf(sentence, next) !== undefined && ownOf(sentence, next) !== kind) return null; // "نقل مصابين"
    const span = spanOf(field, token.start, token.end);
    const count = isOne ? one : token.key === many ? several : some;
    return { kind, at, count: countOf(count, span) };
  }
  return null;
}

/** "توفي عماني": a word for people that is as often an adjective, right behind the casualty word. */
function isPerson({ field }: Sentence, head: number, at: number): boolean {
  const noun = at === head + 1 ? nounAt(field.tokens[at]?.key ?? '') : undefined;
  return noun?.isPerson === true && noun.number === 'bare';
}

const denialReach = 10; // tokens from a denial to the people: "لم تشر الوكالة إلى أضرار أو إصابات"

/** "نفى مقتل أي مدنيين", "ولم تسجل … قتلى": nobody is counted. */
function isDenied({ field, from }: Pick<Sentence, 'field' | 'from'>, at: number): boolean {
  if (/^(?:اي|ايه)$/u.test(field.tokens[at - 1]?.key ?? '')) return true;
  for (let back = at - 1; back >= Math.max(from, at - denialReach); back--) {
    const token = field.tokens[back];
    if (!token || /[.،؛:]/u.test(token.text)) return false;
    if (/^[وف]?(?:لم|لن|دون|[بل]عدم|بدون|بلا|عدم|نفي|نفت|ينفي|تنفي|نفيا|نافيا|اذا)$/u.test(token.key))
      return true;
    if (/^(?:بل|لكن|ولكن|سوي|الا|حتي|قبل|بعد)$/u.test(token.key) && !isYet(field.tokens, back)) return false;
  }
  return false;
}

/** "ولم ترد معلومات بعد عن إصابات": not yet, not after. */
const isYet = (tokens: Sentence['field']['tokens'], at: number): boolean =>
  tokens[at]?.key === 'بعد' && /^(?:عن|حول|اي|ايه|بشان)$/u.test(tokens[at + 1]?.key ?? '');

const nameReach = 3; // tokens from the verb over its subject to the title of the person
const named: ReadonlySet<CountKind> = new Set(['killed', 'wounded', 'arrested', 'abducted', 'captured']);
/** "اعتقلت الشرطة الصحفي سالم ناجي": one person, by title and name. */
function namedBehind({ field, from, to }: Sentence, at: number, kind: CountKind): CountClaim | null {
  if (!named.has(kind)) return null;
  for (let next = at + 1; next <= Math.min(at + nameReach, to - 2); next++) {
    const token = field.tokens[next];
    const name = field.tokens[next + 1];
    if (!token || !name || token.kind !== 'word' || name.kind !== 'word') return null;
    if (/^(?:برصاص|بنيران|يد|ايدي|قبل|ذكري)$/u.test(token.key)) return null; // who did it follows
    if (!/^ال/u.test(token.key) || !titles.has(token.key.slice(2))) continue;
    if (noName.test(name.key) || at < from) return null;
    const last = lastNamed({ field, to }, next);
    const span = spanOf(field, token.start, field.tokens[last.at + 1]?.end ?? name.end);
    return { kind, at, count: countOf({ ...one, min: last.count, max: last.count }, span) };
  }
  return null;
}

const nextNameReach = 9; // tokens from one title to the next: a name and whom the person works for

/** "المراسلة فلانة والمصور فلان": how many are named so, and the token of the last title. */
function lastNamed(
  { field, to }: Pick<Sentence, 'field' | 'to'>,
  first: number,
): { at: number; count: number } {
  const last = { at: first, count: 1 };
  for (let at = first + 2; at <= Math.min(last.at + nextNameReach, to - 2); at++) {
    const key = field.tokens[at]?.key ?? '';
    const name = field.tokens[at + 1];
    if (/^(?:في|جراء|اثر|خلال|،|\.|قرب|علي)$/u.test(key)) break;
    if (!key.startsWith('وال') || !titles.has(key.slice(3)) || name?.kind !== 'word' || noName.test(name.key))
      continue;
    last.at = at;
    last.count++;
  }
  return last;
}
/** "اغتال مسلحون مجهولون العقيد": those in the nominative did it, for somebody definite follows. */
function isSubject({ field, to }: Sentence, at: number): boolean {
  if (!field.tokens[at]?.key.endsWith('ون')) return false;
  const next = field.tokens[at + 1]?.key.endsWith('ون') ? at + 2 : at + 1;
  if (day.test(field.tokens[next]?.key ?? '')) return false;
  return (
    next < to && /^(?:ال.*|احد|احدي|شخصا|مدنيا|رجلا|شابا|ضابطا|جنديا)$/u.test(field.tokens[next]?.key ?? '')
  );
}

const day = /^ال(?:احد|اثنين|ثلاثاء|اربعاء|خميس|جمعه|سبت|يوم|ليله|بارحه)$/u; // "وأصيب آخرون الأحد"

/** Nouns that say themselves what happened to those they name. */
const ownNouns: [CountKind, ReturnType<typeof wordList>][] = [
  ['killed', wordList(['قتلى', 'شهداء', 'ضحايا'])],
  ['wounded', wordList(['جرحى', 'مصابون', 'مصابين', 'إصابات'])],
];
const mayBeOwn = mayStand(ownNouns.map(([, words]) => words));
const ownOf = ({ field, to }: Pick<Sentence, 'field' | 'to'>, at: number): CountKind | undefined =>
  mayBeOwn(field.readings, at)
    ? ownNouns.find(([, words]) => standsAt(words, field.readings, at, to))?.[0]
    : undefined;
const counted =
  /^(?:عدد|حصيله|اسماء|اهالي|عايلات|ذوي|جثامين|جثث|اسر|ملف|قضيه|تعويض|علاج|من|بعدد|لعدد|اعداد|ارواح)$/u;

/** "قتلى وجرحى بانفجار": indefinite, and of nobody's: "قتلى الجيش" were told before. */
function selfClaim({ field, from, to }: Sentence, at: number): CountClaim | null {
  if (!mayBeOwn(field.readings, at)) return null;
  const found = ownOf({ field, to }, at);
  const token = field.tokens[at];
  if (!found || !token || /^(?:و?ال|لل|وب|ب|ل)|ات(?:ه|ها|هم|هما|هن)$/u.test(token.key)) return null; // "جراء إصاباته"
  const before = at > from ? (field.tokens[at - 1]?.key ?? '') : '';
  const after = field.tokens[at + 1]?.key ?? '';
  if (counted.test(before) || (after.startsWith('ال') && after !== 'الي') || isNegation.test(before))
    return null;
  if (
    /^(?:بين|سقطوا)$/u.test(before) ||
    (field.tokens[at - 2]?.key === 'بين' && /^(?:قتلي|شهداء)$/u.test(before))
  )
    return null;
  if (isDenied({ field, from }, at)) return null;
  const start = token.key.startsWith('و') ? token.start + 1 : token.start;
  const span = spanOf(field, start, token.end);
  return { kind: found, at, count: countOf(some, span) };
}
const isNegation = /^(?:دون|بدون|بلا|اي|ايه|لا)$/u;

const ofOne = /^و?ل?(مقتل|وفات|مصرع|استشهاد|اصابت|جرح)(ه|ها|هما)$/u;

const fated = /^(?:الي|عن|في|اعلنت|اعلن|ل (?:ادي|ادت|[يت]ودي|مودي|موديه))$/u;

/** "ما أدى إلى مقتله وإصابة …": the one told of before. */
function pronounClaim({ field }: Sentence, at: number): CountClaim | null {
  const token = field.tokens[at];
  const match = ofOne.exec(token?.key ?? '');
  const before = field.tokens[at - 1]?.key ?? '';
  if (
    !token ||
    !match ||
    !(token.key.startsWith('و') || fated.test(token.key.startsWith('ل') ? `ل ${before}` : before))
  )
    return null;
  if (/^(?:وفات|مصرع)/u.test(match[1] ?? '') && token.key.startsWith('وفات') && before !== 'الي') return null;
  const kind = /^(?:اصابت|جرح)$/u.test(match[1] ?? '') ? 'wounded' : 'killed';
  const span = spanOf(field, token.start, token.end);
  return { kind, at, count: countOf(match[2] === 'هما' ? two : one, span) };
}

const fates = [
  ['killed', /^(?:استشهد|استشهدت|قضي|قضت|توفي|توفيت)$/u],
  ['wounded', /^(?:اصيب|اصيبت|جرح|جرحت)$/u],
  ['killed', /^(?:قتل|قتلت|اغتيل|اغتيلت)$/u],
] as const;
const eitherVoice = /^(?:قتلت?|جرحت?)$/u; // "الذي قتل شابا": who follows was killed
const subjectReach = 14; // tokens from a person over name, office and place to what befell them
const ends =
  /^(?:[.،,؛:"]|في|من|جراء|اثر|خلال|عقب|نتيجه|بسبب|بعد|برصاص|بنيران|بغاره|بقصف|ب(?:جروح|جراح|رصاص|شظايا|الخطا).*|و(?:اصيب|جرح)ت?|صباح|مساء|فجر|اليوم|امس|يوم|علي)$/u;

/** "المواطن فلان الذي استشهد …", "إن العقيد فلان أصيب بجروح": one person, who is named before the verb. */
function fateClaim({ field, parties }: Sentence, at: number): CountClaim | null {
  const token = field.tokens[at];
  const kind = fates.find(([, words]) => words.test(token?.key ?? ''))?.[0];
  const isRelative = /^و?(?:الذي|التي)$/u.test(field.tokens[at - 1]?.key ?? '');
  if (!kind || !token) return null;
  const isActive = eitherVoice.test(token.key);
  const isEnded = ends.test(field.tokens[at + 1]?.key ?? (isActive ? '' : '.')); // a last word alone is a tag
  if (!isEnded && (isActive || !isRelative)) return null;
  const subject = parties.findLast(
    ({ kind: is, number, to }) =>
      to <= at && to > at - subjectReach && (is === 'person' || (is === 'generic' && number === 'one')),
  );
  const span = spanOf(field, token.start, token.end);
  return subject ? { kind, at, count: countOf(one, span) } : null;
}

const twoFates = [
  ['killed', /^(?:قتلا|استشهدا|توفيا|قضيا|قتلتا|استشهدتا|توفيتا)$/u],
  ['wounded', /^(?:اصيبا|جرحا|اصيبتا|جرحتا)$/u],
] as const;

/** "أن متظاهرين قتلا": the verb tells that the form that may be a plural is a dual. */
function twoClaim({ field }: Sentence, at: number): CountClaim | null {
  const token = field.tokens[at];
  const noun = field.tokens[at - 1];
  const kind = twoFates.find(([, words]) => words.test(token?.key ?? ''))?.[0];
  if (!kind || !noun?.key.endsWith('ين') || nounAt(noun.key)?.isPerson !== true) return null;
  const span = spanOf(field, noun.start, noun.end);
  return { kind, at, count: countOf(two, span) };
}

const deathReach = 22; // tokens between "لقي" and "حتفه": the name, the office and a clause about them

const meetsDeath = /^و?(?:لقي|لقيت|لاقي|لاقت|فارق|فارقت)$/u;

/** "لقي فلان، وهو …، حتفه": one, where no number stands between. */
function metDeath({ field, numbers, to }: Sentence, at: number): CountClaim | null {
  const key = field.tokens[at]?.key ?? '';
  if (!meetsDeath.test(key)) return null;
  for (let end = at + 1; end < Math.min(to, at + deathReach); end++) {
    if (numbers.some(({ from, trap, kind }) => from === end && !trap && kind !== 'singular')) return null;
    if (!/^(?:حتفه|حتفها|مصرعه|مصرعها|الحياه)$/u.test(field.tokens[end]?.key ?? '')) continue;
    const token = field.tokens[end];
    if (!token) return null;
    const span = spanOf(field, token.start, token.end);
    return { kind: 'killed', at, count: countOf(one, span) };
  }
  return null;
}
