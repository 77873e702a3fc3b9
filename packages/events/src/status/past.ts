import type { DateMention, Token } from '@rasid/arabic';
import type { ExtractedEvent } from '@rasid/contracts';
import type { Sentence } from '../text/reading.ts';
import type { Trigger } from '../wordings/triggers.ts';
import type { Status } from './cues.ts';
import { isPast } from './when.ts';

type EventDate = NonNullable<ExtractedEvent['date']>;
type Dated = { date: EventDate; mention: DateMention };

/** Whether a happening is told as past, by its own date, else by the words around it; and that date. */
export function timeOf(
  sentence: Sentence,
  trigger: Trigger,
  status: Status,
  dated: Dated | null,
  publishedAt: string | null,
): { isBackground: boolean; date: EventDate | null } {
  const date = dated?.date ?? null;
  if (sentence.zone === 'title') return { isBackground: false, date };
  if (isAfterYears(sentence, trigger)) return { isBackground: true, date };
  const past = isPast(date, publishedAt);
  if (dated && past && sentence.opens && isFar(trigger, dated.mention))
    return { isBackground: false, date: null };
  const isOfYear = dated !== null && isOfKnownYear(sentence, dated);
  const isOld =
    past ?? (isOfYear || isSinceLong(sentence, trigger, publishedAt) || isPastByWord(sentence, trigger));
  return { isBackground: isOld ?? (sentence.zone === 'body' && status.isBackground), date };
}

const sinceReach = 3; // tokens between a happening and the day since which it lasts

/** "وتشن القوات منذ شباط حملة على البلدة": what has lasted since long before tells what lies behind the news. */
const isSinceLong = (sentence: Sentence, { from, to }: Trigger, publishedAt: string | null): boolean =>
  sentence.zone === 'body' &&
  sentence.dates.some(
    (each) =>
      each.form === 'since' &&
      each.from - to <= sinceReach &&
      from - each.to <= sinceReach &&
      isLong(each, publishedAt),
  );
const isLong = ({ value, text }: DateMention, publishedAt: string | null): boolean =>
  value && publishedAt
    ? isPast(value, publishedAt) === true
    : /\d{4}|شهر|[أا]شهر|سن[ةو]|سنوات|عام|[أا]عوام/u.test(text);

const farReach = 6; // tokens from the news of a lead to a date of its own

/** "قضت محكمة بإعدام ستة أدينوا باقتحام مركز شرطة … عام 2013": the news that opens a text is new; the old date is of what it is about. */
const isFar = (trigger: Trigger, { from }: DateMention): boolean => from - trigger.to > farReach;

/** "في 23 نوفمبر 2011" in a text nobody knows the day of: the year is told because it is another one. */
const isOfKnownYear = ({ zone }: Sentence, { date, mention }: Dated): boolean =>
  zone === 'body' && date.precision === 'day' && mention.basis === 'text' && /\d{4}/u.test(mention.text);

/** Days that are never long ago, whenever the text was written. */
const recent =
  /(?:^|\s)(?:[أا]مس|اليوم|الليلة|البارحة|ال[أا]سبوع|ال[أا]يام|[أا]يام|يومين|ساعات|الساعات|الجاري|الحالي|هذا الشهر)(?=\s|$)/u;
const bygone = /الماضي|الفائت|المنصرم/u;

/** What the nearest date says that cannot be resolved: "أمس" is of the news, "آب الماضي" of what came before; null where none says it. */
function isPastByWord({ dates, zone }: Sentence, trigger: Trigger): boolean | null {
  const distance = ({ from }: DateMention) => Math.abs(from - trigger.from);
  let best: DateMention | undefined;
  for (const each of dates)
    if (!each.value && !asides.has(each.form) && (!best || distance(each) < distance(best))) best = each;
  if (!best) return null;
  if (best.form === 'weekday' || recent.test(best.text)) return false;
  return zone === 'body' && bygone.test(best.text) ? true : null;
}
const asides = new Set<DateMention['form']>(['since', 'named', 'clock']);

const lookReach = 5; // tokens from "بعد … على" to what it looks back at
const span = /^(?:عام|عامين|اعوام|عاما|سنه|سنوات|سنتين|شهر|شهرين|اشهر|شهور|عقد|عقود)$/u;
const spanReach = 3; // tokens from the unit of time to "من" or "على": "ثلاث سنوات تقريبا على"

/** "بعد ثلاث سنوات على إطلاق النار": it was then. */
function isAfterYears({ field: { tokens }, from: first }: Sentence, { form, from }: Trigger): boolean {
  if (form.pos === 'verb') return false;
  for (let at = from - 1; at >= Math.max(first, from - lookReach); at--) {
    if (!/^(?:من|علي)$/u.test(tokens[at]?.key ?? '')) continue;
    for (let back = at - 1; back >= Math.max(first, at - spanReach); back--)
      if (span.test(tokens[back]?.key ?? '')) return isAfter(tokens.slice(Math.max(first, back - 4), back));
  }
  return false;
}
const isAfter = (tokens: readonly Token[]): boolean => tokens.some(({ key }) => /^[وف]?بعد$/u.test(key));
