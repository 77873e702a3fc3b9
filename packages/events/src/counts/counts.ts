import { mapped, type NumberMention } from '@rasid/arabic';
import type { Count } from '@rasid/contracts';
import { once } from '../once.ts';
import { type Sentence, spanOf } from '../text/reading.ts';
import { bareClaims } from './bare-counts.ts';
import { caseOf, isState } from './cases.ts';
import { claimLike, countOf } from './count.ts';
import { fateAt, isBothBehind, isWeakHead, verbAfter } from './count-fates.ts';
import { families, headBefore, isMasdar, isRisen, kindAt, risenKind, talliedKind } from './count-heads.ts';
import { isHurtBy } from './count-joins.ts';
import { added } from './count-sums.ts';
import { type CountKind, kindOfNoun } from './count-words.ts';
import { cumulativeTest, zeroClaims } from './no-counts.ts';
import { type Counted, peopleOf } from './people.ts';
import { withDeaths } from './same-person.ts';
import { moneyClaims, seizedClaims } from './seized.ts';
import { isPart } from './subsets.ts';

/** A number of people or things, with the token it stands at. */
export type CountClaim = {
  kind: CountKind;
  count: Count;
  at: number;
  /** The newest figure of a toll that rose. */
  isUpdate?: boolean | undefined;
  /** Dead and wounded together: "بين قتيل وجريح". */
  isMixed?: boolean | undefined;
  /** The first of two figures that it is the sum of. */
  addedTo?: number | null | undefined;
};
type Read = Map<NumberMention, CountClaim>;

/** The counts a sentence states, in reading order; subsets and cumulative tolls are left out. */
export const countsOf = once((sentence: Sentence): readonly CountClaim[] => {
  const people = peopleOf(sentence);
  const claims: CountClaim[] = [];
  const read: Read = new Map();
  for (const [at, number] of people.entries()) {
    if (
      isPart(sentence, number, people[at - 1], claims) ||
      isUnharmed(sentence, number) ||
      isCoordinated(sentence, number, people[at - 1])
    )
      continue;
    const claim = claimOf(sentence, people, number, read);
    if (!claim) continue;
    read.set(number, claim);
    if (!claims.includes(claim)) claims.push(claim);
  }
  claims.push(...besides(sentence, people, read));
  const none = zeroClaims(sentence);
  const isDenied = (claim: CountClaim) => none.some((each) => isOver(claim, each));
  claims.push(...bareClaims(sentence, claims).filter((claim) => !isDenied(claim)));
  claims.push(...none.filter(({ kind }) => !claims.some((each) => each.kind === kind)));
  const things = [...seizedClaims(sentence), ...moneyClaims(sentence)];
  if (claims.length + things.length === 0) return claims;
  const isCumulative = cumulativeTest(sentence);
  const all = [
    ...withDeaths(sentence, claims).filter((claim) => !things.some((thing) => isOver(claim, thing))),
    ...things,
  ];
  const counted = all.filter((claim) => !isCumulative(claim) && isWhole(claim));
  return mapped(counted, (claim) => claimLike(claim));
});

/** "زلزال بقوة 4.2 قتل": nobody dies in part; money and what is weighed may be any number. */
const isWhole = ({ kind, count: { min, max } }: CountClaim): boolean =>
  kind === 'money' ||
  kind.startsWith('seized_') ||
  (Number.isInteger(min ?? 0) && Number.isInteger(max ?? 0));

/** "عشرات القتلى والجرحى": the vague word is of both. */
function besides(sentence: Sentence, people: readonly Counted[], read: Read): CountClaim[] {
  const { field } = sentence;
  return people.flatMap((each): CountClaim[] => {
    const claim = read.get(each);
    if (claim?.kind === 'killed' && isMatched(field.tokens, each)) return [{ ...claim, kind: 'wounded' }];
    if (!claim || each.kind !== 'vague') return [];
    const isBoth = claim.kind === 'killed' && both.test(field.tokens[each.to]?.key ?? '');
    if (isBoth) return [{ ...claim, kind: 'wounded' }];
    const governed = headBefore(sentence, people, each, read);
    return governed?.isMixed ? [{ ...claim, kind: 'killed' }] : [];
  });
}
/** "خمسة قتلى ومثلهم جرحى": as many of the other. */
function isMatched(tokens: Sentence['field']['tokens'], { to }: Counted): boolean {
  if (!/^و(?:مثل|نفس)(?:هم|ها|هما|هن)$/u.test(tokens[to]?.key ?? '')) return false;
  return [1, 2].some((step) =>
    /^(?:ال|من)?(?:جرحي|جريح|جريحا|مصابين|المصابين|الجرحي)$/u.test(tokens[to + step]?.key ?? ''),
  );
}
const both = /^و(?:ال)?(?:جرحي|مصابين|مصابون)$/u;

/** "ضبط 70 ألف حبة": one number counts pills or people, not both. */
const isOver = ({ count: { span: a } }: CountClaim, { count: { span: b } }: CountClaim): boolean =>
  a.field === b.field && a.start < b.end && b.start < a.end;

/** "انتشال خمس جثث وتسعة ناجين", "و25 شخصا عالقين": who survived, or may, is of no toll. */
const isUnharmed = ({ field: { tokens } }: Sentence, { noun, to }: Counted): boolean =>
  /^ناجي?$/u.test(noun?.lemma ?? '') || /^(?:عالق|محاصر)(?:ا|ين|ون)?$/u.test(tokens[to]?.key ?? '');

const smallest = 11; // numbers from which on the noun counted is a singular in the accusative

/** "21 طفلا ومعلما": the second noun is counted by the number too. */
function isCoordinated({ field }: Sentence, { kind, from }: Counted, before: Counted | undefined): boolean {
  if (kind !== 'singular' || before?.to !== from || (before.min ?? 0) < smallest) return false;
  return /^و.{2,}ا$/u.test(field.tokens[from]?.key ?? '') && !!field.tokens[from - 1]?.key.endsWith('ا');
}

/** Kinds a noun names that a word of harm or custody before it overrules: "اعتقال عشرة متظاهرين", "عودة 200 نازح". */
const overruled = new Set<CountKind>(['displaced', 'participants', 'arrested', 'abducted', 'missing']);
/** Words before that say nothing new of those a noun names: "مشاركة 300 متظاهر", "نقل 3 مفقودين". */
const weak = new Set<CountKind>(['participants', 'hospitalised', 'affected', 'infected', 'sentenced']);

/** The claim of a number; a number that goes on a list ("طفلان وامرأة") is added to the claim before it. */
function claimOf(
  sentence: Sentence,
  people: readonly Counted[],
  number: Counted,
  read: Read,
): CountClaim | null {
  const { field } = sentence;
  const span = spanOf(field, number.start, number.end);
  const count = {
    ...countOf(isGrowth(sentence, number) ? latest(number) : number, span),
    text: number.text || span.text,
  };
  const isBareSingular = number.kind === 'singular';
  const isKnown =
    (isBareSingular || number.kind === 'dual') &&
    /^(?:[وف]?[بك]?ال|[وف]?لل)/u.test(field.tokens[number.from]?.key ?? '');
  const own = ownKind(sentence, people, number, read);
  if (isKnown && own && ones.has(own)) return null; // "الشهيد", "الإصابة": told before
  const isOfBoth = own ? own === 'killed' && isDeadAndHurt(sentence, number) : isBothBehind(sentence, number);
  if (isOfBoth && !isBareSingular)
    return { kind: 'wounded', at: number.from, count: { ...count, qualifier: 'vague' }, isMixed: true };
  if (own && !(isBareSingular && !ones.has(own))) {
    if (isBareSingular && isMasdar(sentence, number)) return null;
    return { kind: own, at: number.from, count, isUpdate: risenKind(sentence, number) !== undefined };
  }
  const toll = tollBehind(sentence, number) ?? fateAt(sentence, number);
  if (toll) return { kind: toll, at: number.from, count };
  if (isBareSingular && families.has(number.noun?.lemma ?? '')) return null; // of how many nobody says
  if (isBroughtIn(sentence, number)) return null;
  const governed = headBefore(sentence, people, number, read);
  if (governed && 'claim' in governed)
    return isListed(sentence, number) ? added(sentence, governed.claim, count) : null;
  const kind = kindOf(sentence, number, governed?.kind);
  if (!kind || !isPeople(sentence, number) || isYear(number)) return null;
  if (governed?.isMixed && count.qualifier !== 'vague')
    return { kind, at: number.from, count: { ...count, qualifier: 'vague' }, isMixed: true };
  return { kind, at: number.from, count, isUpdate: isRisen(sentence, number) };
}

/** "أكثر من 60 قتيلا وجريحا": the number is of both together. */
const isDeadAndHurt = ({ field: { tokens } }: Sentence, { to }: Counted): boolean =>
  /^(?:قتيل|شهيد)ا?$/u.test(tokens[to - 1]?.key ?? '') && /^و(?:جريح|مصاب)ا?$/u.test(tokens[to]?.key ?? '');

/** "لقي ثلاثة حتفهم خلال مداهمة لمجموعة من المطلوبين": those a preposition brings are not the ones harmed. */
const isBroughtIn = ({ field: { readings, tokens } }: Sentence, { kind, from }: Counted): boolean =>
  kind === 'vague' && /^ل(?:مجموع|عدد|عده|بعض)/u.test(tokens[from]?.key ?? '') && !kindAt(readings[from - 1]);

/** The word before says it, or a stronger one behind. */
function kindOf(sentence: Sentence, number: Counted, before: CountKind | undefined): CountKind | null {
  if (before && !isWeakHead(before)) return before;
  return verbAfter(sentence, number) ?? before ?? null;
}

/** "قتلا في حرب 2014": digits that a year has, with nobody behind. */
const isYear = ({ kind, noun, min, qualifier }: Counted): boolean =>
  kind === 'digits' && noun === null && qualifier === 'exact' && (min ?? 0) >= 1945 && (min ?? 0) <= 2050;

/** "ارتفع عدد القتلى من 12 إلى 15": no range, the latter holds. */
const isGrowth = (sentence: Sentence, number: Counted): boolean =>
  number.qualifier === 'range' && isRisen(sentence, number);
const latest = ({ max }: Counted): Pick<Count, 'min' | 'max' | 'qualifier'> => ({
  min: max,
  max,
  qualifier: 'exact',
});

/** What the counted noun names, where no word before it says something else of the same people. */
function ownKind(
  sentence: Sentence,
  people: readonly Counted[],
  number: Counted,
  read: Read,
): CountKind | undefined {
  const risen =
    number.kind === 'singular' ? undefined : (risenKind(sentence, number) ?? talliedKind(sentence, number));
  if (risen) return risen;
  const next = sentence.field.tokens[number.to]?.key ?? '';
  if (number.noun?.lemma === 'حاله')
    return isState(number, sentence)
      ? undefined
      : caseOf(next, sentence.field.tokens[number.from - 1]?.key ?? '');
  if (/^[وف]?احد(?:ي)?$/u.test(sentence.field.tokens[number.from]?.key ?? '')) return undefined; // "رواية أحد المصابين"
  const isDrone = number.noun?.lemma === 'طايره' && isUnmanned.test(next);
  const named = isDrone ? 'munitions' : kindOfNoun.get(number.noun?.lemma ?? '');
  if (!named || !overruled.has(named)) return named;
  const governed = headBefore(sentence, people, number, read);
  if (governed && 'claim' in governed && named === 'participants') return undefined; // "أصيب 30 من الشرطة و15 متظاهرا"
  const before = governed?.kind ?? verbAfter(sentence, number);
  return before && !weak.has(before) ? before : named;
}

const isUnmanned = /^(?:مسيره|مسيرات|مسيرتين|بدون|انتحاريه|درون)$/u;

/** Kinds of which a bare singular is one; of weapons only where they were stopped. */
const ones = new Set<CountKind>(['killed', 'wounded', 'munitions', 'infected']);

const isListed = ({ field }: Sentence, number: Counted): boolean =>
  isHurtBy(field.tokens, number) || isListedWord(field.tokens, number);

const isListedWord = (
  tokens: Sentence['field']['tokens'],
  { kind, noun, isKin, from, to }: Counted,
): boolean =>
  kind === 'singular' ||
  tokens[from]?.word === 'وأحد' ||
  noun !== null ||
  isKin === true ||
  tokens[to]?.key === 'من' ||
  /^.{3,}يا$/u.test(tokens[to]?.key ?? ''); // "و14 جهاديا"

/** "أربعة آخرين في عداد المفقودين": what comes after says it against the word before. */
function tollBehind({ field: { tokens } }: Sentence, { to }: Counted): CountKind | undefined {
  if ([0, 1, 2].some((step) => /مفقود/u.test(tokens[to + step]?.key ?? ''))) return 'missing';
  for (let at = to; at < to + tollReach; at++)
    if (/^(?:عداد|صفوف)$/u.test(tokens[at]?.key ?? ''))
      return /^ال(?:مصابين|جرحي)$/u.test(tokens[at + 1]?.key ?? '') ? 'wounded' : undefined;
  return undefined;
}
const tollReach = 3; // words from those counted to "among the missing"

/** Numbers of things (kilometres, years) are no casualties even after a casualty word. */
function isPeople({ field }: Sentence, number: Counted): boolean {
  const isQuoted = field.tokens[number.to]?.text === '"'; // 'الجدة "93" عاما'
  const next = field.tokens[isQuoted ? number.to + 1 : number.to]?.key ?? '';
  if (number.noun) return number.noun.isPerson;
  if (/^[^وفبل].{2,}ات$/u.test(next) && !groups.test(next)) return false; // "8 رشاشات": people in that plural are known nouns
  return !/^(?:كم$|كيلو|متر|سنه|سنوات|عام(?:ا|ين)?$|ساعه|ايام|يوم(?:ا|ين)?$|%|بالميه|دقيقه|اشهر|شهر|مليون|مليار|دولار|الف|طن|مره)/u.test(
    next,
  );
}
const groups = /^(?:مي?ليشيات|قوات|قيادات|شخصيات|جماعات)$/u;
