import type { DateMention } from '@rasid/arabic';
import type { ExtractedEvent } from '@rasid/contracts';
import { isOpenType, typesWith } from '../data.ts';
import { charges } from '../places/place.ts';
import { type Sentence, spanOf } from '../text/reading.ts';
import type { Trigger } from '../wordings/triggers.ts';

type EventDate = NonNullable<ExtractedEvent['date']>;

/**
 * The date of a trigger: the nearest resolved one of its sentence that is a moment, not a duration. `positions` are the
 * words of the sentence by which somebody takes a position.
 */
export function dateOf(
  sentence: Sentence,
  trigger: Trigger,
  positions: readonly Trigger[],
): { date: EventDate; mention: DateMention } | null {
  const distance = (each: DateMention) => Math.abs(each.from - trigger.from);
  const isOfPosition = ({ from, to }: DateMention) =>
    positions.some((each) => each !== trigger && each.to <= from && to <= trigger.from);
  const [best] = sentence.dates
    .filter((each) => each.value !== null && each.form !== 'since' && each.form !== 'named')
    .filter(
      (each) =>
        !isVague(sentence, each) &&
        !datesStatement(sentence, trigger, each) &&
        !datesAnother(sentence, trigger, each),
    )
    .filter((each) => !isOfPosition(each)) // "دانت الوزارة اليوم الهجوم": it was condemned today
    .sort((a, b) => distance(a) - distance(b));
  if (!best?.value) return null;
  const { start, end, precision } = best.value;
  const span = spanOf(sentence.field, best.start, best.end);
  const date: EventDate = { start, end, precision, basis: 'text', span };
  const isEve = precision === 'day' && isTheDayBefore(sentence, trigger, best);
  return {
    date: isEve ? { ...date, start: dayBefore(start), end: end && dayBefore(end) } : date,
    mention: best,
  };
}

/** "خلال الساعات الماضية", "الأيام القليلة الأخيرة": no day, as the annotators rule; "الساعات الـ24 الماضية" is one. */
const isVague = ({ field }: Sentence, { start, end }: DateMention): boolean =>
  vague.test(field.text.slice(start, end));
const vague =
  /^(?:خلال )?(?:الساعات|الأيام|الايام|الأسابيع|الاسابيع)(?: القليلة| القلائل)? (?:الماضية|الأخيرة|الاخيرة|الفائتة|المنصرمة|القليلة)/u;

const eveReach = 3; // tokens from "غداة" to what happened: "غداة حادث تحطم"

/** "أعلن الحداد السبت غداة تحطم طائرة": it crashed on Friday. */
function isTheDayBefore({ field: { tokens } }: Sentence, trigger: Trigger, { to }: DateMention): boolean {
  for (let at = trigger.from - 1; at >= Math.max(to, trigger.from - eveReach); at--)
    if (/^[وف]?غداه$/u.test(tokens[at]?.key ?? '')) return true;
  return false;
}
const dayBefore = (date: string): string => new Date(Date.parse(date) - day).toISOString().slice(0, 10);

const relativeReach = 4; // tokens from "التي" over its verb to the day
const ownReach = 4; // tokens from a trigger to a relative clause that may be its own: "الهجوم المسلح الذي وقع السبت"
const relative = /^(?:الذي|التي|الذين|اللذين|اللتين)$/u;
const signedReach = 4; // tokens from "المبرم" to the year: "المبرم مع طهران عام 2015"
const signed = /^(?:المبرم|الموقع|الصادر)\u0647?$/u;
const treaty = /^(?:[وبلف]?ال|لل)(?:اتفاق|معاهد|مذكر|بروتوكول|مرسوم|قانون|قرار)/u; // "الموقع" alone is a site
const prepositions = /^(?:في|ضمن|خلال|عن|علي|من|مع|بعد|قبل|اثناء|عقب|منذ|الي|ضد)$/u;

/** "هجوم خلال الحملة التي انطلقت في 30 مارس": the day of what is said of another noun. */
function datesAnother(
  { field: { tokens }, from: first }: Sentence,
  trigger: Trigger,
  { from }: DateMention,
): boolean {
  if (trigger.from > from) return false;
  const between = tokens.slice(trigger.to, from);
  const isCharge = (key: string, at: number) =>
    charges.test(key) && !relative.test(between[at - 1]?.key ?? ''); // "الذي التهم السوق"
  if (between.some(({ key }, at) => isCharge(key, at))) return true;
  const isSigned = between.slice(-signedReach).some(({ key }) => signed.test(key));
  if (isSigned && tokens.slice(trigger.from, from).some(({ key }) => treaty.test(key))) return true;
  const start = Math.max(first, trigger.to, from - relativeReach);
  const at = tokens.slice(start, from).findIndex(({ key }) => relative.test(key));
  if (at < 0) return false;
  if (start + at - trigger.to >= ownReach) return true;
  return tokens.slice(trigger.to, start + at).some(({ key }) => prepositions.test(key));
}

const statementReach = 7; // tokens from a verb of speech to the day of the statement

const told: ReadonlySet<string> = typesWith('told', 'lead-day');

/** Violence of any kind counts as told while it lasts. */
const isToldNow = (type: string): boolean => isOpenType(type) || told.has(type);

/** "وقالت الوزارة الاثنين إن …": the day is that of the statement: annotation guideline, ruling 22. */
function datesStatement(
  { zone, cues, field }: Sentence,
  trigger: Trigger,
  { from, to }: DateMention,
): boolean {
  if (zone === 'title' || (zone === 'lead' && isToldNow(trigger.entry.type))) return false;
  return cues.some((cue) => {
    if (from < cue.to || from - cue.to > statementReach || trigger.from < to) return false;
    for (let at = to; at < trigger.from; at++)
      if (/^(?:ان|بان|انه|انها|انهم)$/.test(field.tokens[at]?.key ?? '')) return true;
    return false;
  });
}

const day = 86_400_000; // milliseconds
const recentDays = 14; // annotation guideline, section 2

/** Whether a date puts an event into the past (true), the present (false), or says nothing (null). */
export function isPast(
  date: Pick<EventDate, 'start' | 'end' | 'precision'> | null,
  publishedAt: string | null,
): boolean | null {
  if (!date) return null;
  if (!publishedAt) return date.precision === 'month' || date.precision === 'year' ? true : null;
  const at = Date.parse(publishedAt.slice(0, 10));
  const end = date.end ?? date.start;
  if (end.length === 4) return end < publishedAt.slice(0, 4);
  if (end.length === 7) return end < publishedAt.slice(0, 7);
  return at - Date.parse(end) > recentDays * day;
}
