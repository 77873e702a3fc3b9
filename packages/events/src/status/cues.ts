import { compilePhrases } from '@rasid/arabic';
import type { ExtractedEvent } from '@rasid/contracts';
import { isOldToll } from '../counts/no-counts.ts';
import { cueRules, type StatusCue } from '../data.ts';
import { once } from '../once.ts';
import type { Sentence } from '../text/reading.ts';
import type { Trigger } from '../wordings/triggers.ts';

type Modality = ExtractedEvent['modality'];
const matcher = compilePhrases<StatusCue>(
  cueRules.flatMap(({ phrases, cue }) => phrases.map((phrase) => ({ phrase, value: cue }))),
  { proclitics: true },
);

const cuesIn = once(({ field, from, to }: Sentence) => matcher.find(field.tokens, from, to));

export type Status = { modality: Modality; isBackground: boolean; drop: string | null };
/** Order of choice when several cues reach the trigger: annotation guideline, section 3. */
const order: Modality[] = ['denied', 'planned', 'alleged', 'ongoing'];

/** "نفت الوزارة الأنباء التي ترددت … بمنع": what is denied stands behind its rumour. */
const rumour = /^(?:ال)?(?:انباء|شايعات|شايعه|صحه|تردد|ترددت|تداوله|تداولته|مزاعم|ادعاءات)$/u;
const rumourReach = 14; // tokens

/** "لم يسفر الانفجار عن إصابات": it happened, only its outcome is denied. */
const isOutcome =
  /^(?:[يت]سفر|[يت]ود|[يت]ودي|[يت]خلف|[يت]وقع|[يت]سجل|[يت]رد|[يت]تسبب|[يت]نجم|[يت]لحق|[يت]صب|وقوع|تسجيل|سقوط)$/u;

const sinceReach = 2; // tokens from what began to the day since which it lasts

/** "المسيطرين على العاصمة منذ أيلول 2014": what is told of a year since which it lasts happened then. */
const isSinceYear = ({ dates }: Sentence, { from, to }: Trigger): boolean =>
  dates.some(
    (each) =>
      each.form === 'since' && each.from > from && each.from <= to + sinceReach && /\d{4}/.test(each.text),
  );

const nearSince =
  /^(?:(?:ال)?(?:ساعه|ساعات|يوم|يومين|ايام|اسبوع|صباح|فجر|مساء|ليله|ظهر)|ال(?:سبت|احد|اثنين|ثلاثاء|اربعاء|خميس|جمعه)|امس|الامس|اليوم|البارحه)$/u;
const nearReach = 3; // tokens behind "since": "منذ نحو ثلاثة أيام"

/** "ومنذ شباط تمنع السلطات …": a sentence that opens with since when it is so tells what lies behind the news. */
const opensSince = ({ field: { tokens }, from }: Sentence): boolean =>
  /^و?منذ$/u.test(tokens[from]?.key ?? '') &&
  !tokens.slice(from + 1, from + 1 + nearReach).some(({ key }) => nearSince.test(key));

/** "وكان … قد قتل …، فيما قتل أمس …": what came before is told in its own clause. */
const isOneClause = ({ clauses }: Sentence, a: number, b: number): boolean =>
  clauses.some(([from, to]) => a >= from && a < to && b >= from && b < to);

/** What the words around a trigger say of it: modality, background, or that it is no event here. */
export function statusOf(sentence: Sentence, trigger: Trigger): Status {
  const { tokens } = sentence.field;
  const kinds = new Set<StatusCue['kind']>();
  for (const cue of cuesIn(sentence)) {
    const before = trigger.from - cue.to;
    const after = cue.from - trigger.to;
    const { kind, before: reach, after: behind } = cue.value;
    if (kind === 'negated' && isOutcome.test(tokens[cue.to]?.key ?? '')) continue;
    if (kind === 'background' && !isOneClause(sentence, cue.from, trigger.from)) continue;
    if (
      kind === 'planned' &&
      after >= 0 &&
      (/^[وف]/u.test(cue.proclitic) || !isOneClause(sentence, cue.from, trigger.from))
    )
      continue; // "منعت السلطات …، ومن المقرر أن"
    const isNear = before >= 0 && before <= reach;
    const isRumour = kind === 'denied' && before > reach && before <= rumourReach;
    if (isNear || (after >= 0 && after <= behind)) kinds.add(kind);
    else if (isRumour && tokens.slice(cue.to, trigger.from).some(({ key }) => rumour.test(key)))
      kinds.add(kind);
  }
  if (isSinceYear(sentence, trigger) || opensSince(sentence)) kinds.add('background');
  const token = tokens[trigger.from];
  if (
    token &&
    /^[وف]?س[يتن]/u.test(token.key) &&
    token.key.length > 4 &&
    !/^[وف]?(?:سيطر|سيار|سيول|سيد|سين)/u.test(token.key)
  )
    kinds.add('planned');
  const modality = order.find((each) => kinds.has(each)) ?? 'asserted';
  const drop = kinds.has('negated') ? 'negated' : kinds.has('generic') ? 'generic' : null;
  return { modality, isBackground: kinds.has('background') && !isOldToll(sentence), drop };
}
