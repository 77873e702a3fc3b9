import { type EventTypeId, typeEntry } from '../data.ts';
import { earlierAt, earlierParts } from '../status/earlier.ts';
import { clauseAt, type Sentence, spanOf } from '../text/reading.ts';
import type { Trigger } from '../wordings/triggers.ts';
import { answeredParts, partAt } from './answered.ts';
import { claimLike, countOf } from './count.ts';
import type { CountKind } from './count-words.ts';
import type { CountClaim } from './counts.ts';
import { leadsTo } from './leads-to.ts';

type Told = { trigger: Trigger; type: EventTypeId };

/** Counts belong to the happening of their clause; of a sentence with one happening, to it. */
export function ownCounts(
  sentence: Sentence,
  trigger: Trigger,
  type: EventTypeId,
  rivals: readonly Told[],
  claims: readonly CountClaim[],
): CountClaim[] {
  const { counts, usualCount: usual } = typeEntry(type);
  const kinds = new Set<string>(counts);
  const clause = tellingOf(sentence, trigger.from);
  const earlier = earlierParts(sentence);
  const answered = answeredParts(sentence);
  const own = claims.flatMap((claim): CountClaim[] => {
    const kind = kindFor(sentence, claim, kinds);
    const isStray = kind === 'munitions' && claim.count.max === 1 && type !== 'interception_defusal';
    const isHere =
      !isStray &&
      kinds.has(kind) &&
      (!harms.has(kind) ||
        (earlierAt(earlier, claim.at) === earlierAt(earlier, trigger.from) &&
          isOfPart(answered, trigger, claim)));
    const asOwn = claimLike(claim, kind);
    return isHere && isOwn(sentence, trigger, asOwn, rivals, clause) ? [asOwn] : [];
  });
  if (type === 'interception_defusal' && !own.some(({ kind }) => kind === 'munitions')) {
    const stopped = stoppedWeapon(sentence, trigger);
    return stopped ? [...own, stopped] : own;
  }
  if (!usual || own.some(({ kind }) => kind === usual)) return own;
  const claim = usualClaim(sentence, trigger, usual, claims, kinds);
  return claim ? [...own, claim] : own;
}

/** Who was harmed by what is answered is of that; the answer itself may be told in the same part. */
const isOfPart = (parts: readonly [number, number][], { from }: Trigger, { at }: CountClaim): boolean =>
  parts.every((part) => !partAt([part], at) || partAt([part], from));

const harms = new Set<CountKind>(['killed', 'wounded']);

/** The sick are infected; who is taken to hospital for injuries is wounded. */
export function kindFor(
  { field: { tokens } }: Sentence,
  { kind, at }: CountClaim,
  kinds: ReadonlySet<string>,
): CountKind {
  if (kind === 'wounded' && !kinds.has('wounded') && kinds.has('infected')) return 'infected';
  if (kind !== 'hospitalised' || kinds.has(kind) || !kinds.has('wounded')) return kind;
  for (let next = at; next < at + hospitalReach; next++)
    if (injury.test(tokens[next]?.key ?? '')) return 'wounded';
  return kind;
}
const injury = /^(?:و?ل|ب)?(?:ال)?(?:اصابت|اصابات|جروح|جراح|حروق|كسور)/u;
const hospitalReach = 9; // tokens from those taken to hospital to what for
const weapon = /^[وب]?(?:طايره|مسيره|صاروخ|صاروخا|قذيفه|عبوه|لغم|لغما|قنبله|مقذوف|مقذوفا|زورق|سياره)$/u;
const weapons = /^[وب]?(?:طايرات|مسيرات|صواريخ|قذايف|عبوات|الغام|قنابل|مقذوفات)$/u;
const weaponReach = 5; // tokens from what stops a weapon to the weapon

/** "إسقاط طائرة مسيرة": one, where no number is told; weapons in the plural are two or more. */
function stoppedWeapon({ field, to }: Sentence, trigger: Trigger): CountClaim | null {
  for (let at = trigger.from + 1; at < Math.min(to, trigger.to + weaponReach); at++) {
    const token = field.tokens[at];
    const isOne = weapon.test(token?.key ?? '');
    if (!token || !(isOne || weapons.test(token.key))) continue;
    const bounds = isOne
      ? { min: 1, max: 1, qualifier: 'exact' as const }
      : { min: 2, max: null, qualifier: 'vague' as const };
    const span = spanOf(field, token.start, token.end);
    return { kind: 'munitions', at, count: countOf(bounds, span) };
  }
  return null;
}

/** The clause of a token with those that go on with it: "حيث استشهد …". */
function tellingOf({ clauses, field, from, to }: Sentence, at: number): Range {
  let index = clauses.findIndex(([start, end]) => at >= start && at < end);
  if (index < 0) return [from, to];
  let last = index;
  const goesOn = (clause: number) =>
    /^(?:حيث|وذلك)$/u.test(field.tokens[clauses[clause]?.[0] ?? 0]?.key ?? '');
  while (index > 0 && goesOn(index)) index--;
  while (last + 1 < clauses.length && goesOn(last + 1)) last++;
  return [clauses[index]?.[0] ?? from, clauses[last]?.[1] ?? to];
}

type Range = readonly [number, number];
const inRange = (at: number, [from, to]: Range): boolean => at >= from && at < to;

function isOwn(
  sentence: Sentence,
  trigger: Trigger,
  claim: CountClaim,
  rivals: readonly Told[],
  clause: Range,
): boolean {
  const { kind, at } = claim;
  if (rivals.length === 0) return true;
  const counting = rivals.filter(
    (each) => each.trigger.from !== trigger.from && typeEntry(each.type).counts.includes(kind),
  ); // the same word read as of another type is no rival
  if (counting.some((each) => isJointCause(sentence, claim, each.trigger, trigger))) return true;
  if (!inRange(at, clause))
    return !counting.some((each) => inRange(at, tellingOf(sentence, each.trigger.from)));
  const others = counting.filter((each) => inRange(each.trigger.from, clause));
  return ownerOf(sentence, at, [trigger, ...others.map((each) => each.trigger)]) === trigger;
}

/** "أصيب عشرات جراء غارات … واشتباكات": a second cause that "and" adds to the first. */
const isJointCause = (
  { field: { tokens } }: Sentence,
  { kind, at }: CountClaim,
  first: Trigger,
  second: Trigger,
) =>
  harms.has(kind) &&
  first.from > at &&
  second.from > first.from &&
  second.from - first.from <= jointReach &&
  second.form.pos !== 'verb' &&
  isBehindCause(tokens, first) &&
  tokens[second.from]?.key.startsWith('و') === true;
const isBehindCause = (tokens: Sentence['field']['tokens'], { from }: Trigger): boolean =>
  [1, 2].some((back) => cause.test(tokens[from - back]?.key ?? ''));
const jointReach = 8; // tokens from one cause over who did it to the next

const causeReach = 3; // tokens before a happening in which it is said to be the cause of what was counted
const cause = /^(?:في|جراء|اثر|خلال|نتيجه|بسبب|بفعل|عقب|اثناء)$/u;

const resultReach = 3; // tokens from "led to" to the killing it led to

/** "أسفر القصف عن مقتل عشرات": what something led to is counted with it. */
const isResult = (tokens: Sentence['field']['tokens'], { from }: Trigger, at: number): boolean =>
  at >= from && tokens.slice(Math.max(0, from - resultReach), from).some(({ key }) => leadsTo.test(key));

/** "خرج قطار على جسر تغمره الفيضانات، ما أدى إلى مقتل …": what the sentence tells led to it. */
const isOutcome = (tokens: Sentence['field']['tokens'], { to }: Trigger, at: number): boolean =>
  tokens.slice(Math.max(to, at - outcomeReach), at).some(({ key }, index, near) => {
    return /^م?ما$/u.test(near[index - 1]?.key ?? '') && leadsTo.test(key);
  });
const outcomeReach = 8; // tokens from "which led to" to the number

/** What was counted is told after its happening, or before one that is named as its cause: "مقتل خمسة في غارة". */
function ownerOf({ field }: Sentence, at: number, triggers: readonly Trigger[]): Trigger | undefined {
  const sorted = [...triggers].sort((a, b) => a.from - b.from);
  const before = sorted.filter(({ from }) => from <= at).at(-1);
  const after = sorted.find(({ from }) => from > at);
  if (before && isResult(field.tokens, before, at)) return sorted[sorted.indexOf(before) - 1] ?? before;
  if (before && isOutcome(field.tokens, before, at))
    return sorted.find(({ from, form }) => from <= at && form.pos === 'verb') ?? before;
  if (!before || !after) return before ?? after;
  const isCause = /^[وف]?ب/u.test(field.tokens[after.from]?.key ?? '');
  const lead = field.tokens.slice(Math.max(at, after.from - causeReach), after.from).map(({ key }) => key);
  const nearer = after.from - at < at - before.from;
  return isCause || (nearer && lead.some((key) => cause.test(key))) ? after : before;
}

const usualReach = 12; // tokens between a trigger and a number that only it can count
const people =
  /^(?:شخص|اسير|سجين|معتقل|محتجز|مواطن|متهم|مقيم|وافد|ناشط|طالب|طالبه|عامل|صحفي|عنصر|مختطف|رهينه|مهاجر|موظف|مشتبه|مطلوب|محكوم|نزيل|متظاهر|شاب|رجل|امراه|مدان|لاجي)/u;

/** "شمل 20 أسيرا": a number of people near the trigger that nothing else has claimed. */
function usualClaim(
  sentence: Sentence,
  trigger: Trigger,
  kind: CountKind,
  claims: readonly CountClaim[],
  kinds: ReadonlySet<string>,
): CountClaim | null {
  const clause = clauseAt(sentence, trigger.from);
  const number = sentence.numbers.find(
    ({ from, noun, trap, kind: form }) =>
      !trap &&
      form !== 'singular' &&
      people.test(noun?.lemma ?? '') &&
      inRange(from, clause) &&
      Math.abs(from - trigger.to) <= usualReach &&
      !claims.some(
        (claim) => kinds.has(claim.kind) && claim.count.span.start === sentence.field.tokens[from]?.start,
      ),
  );
  if (!number) return null;
  const { min, max, qualifier, from } = number;
  const span = spanOf(sentence.field, number.start, number.end);
  return { kind, at: from, count: { min, max, qualifier, text: span.text, span } };
}
