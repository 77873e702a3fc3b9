import type { DateMention } from '@rasid/arabic';
import type { ExtractedEvent, Place } from '@rasid/contracts';
import type { ResolvedPlace } from '@rasid/gazetteer';
import { type Sentence, spanOf } from './reading.ts';
import type { Trigger } from './triggers.ts';

type EventDate = NonNullable<ExtractedEvent['date']>;

/** The place of a trigger: the nearest in its sentence, those after it first, finer ones before countries. */
export function placeOf(sentence: Sentence, trigger: Trigger): Place | null {
  const usable = sentence.places.filter(
    ({ mention, precision }) =>
      !mention.asActor && precision < 5 && (mention.from >= trigger.to || mention.to <= trigger.from),
  );
  const weight = ({ mention, precision }: ResolvedPlace) => {
    const distance =
      mention.from >= trigger.from ? mention.from - trigger.from : (trigger.from - mention.from) * 2;
    return distance + (precision === 4 ? 60 : 0) + (precision === 3 ? 14 : 0); // a village beats the country around it
  };
  const [best] = [...usable].sort((a, b) => weight(a) - weight(b));
  return best ? toPlace(sentence, best) : null;
}

export function toPlace(sentence: Sentence, place: ResolvedPlace): Place {
  const { mention, candidates, ...slots } = place;
  return {
    ...slots,
    candidates: candidates.slice(0, 5),
    span: spanOf(sentence.field, mention.start, mention.end),
  };
}

/** The date of a trigger: the nearest resolved one of its sentence that is a moment, not a duration. */
export function dateOf(
  sentence: Sentence,
  trigger: Trigger,
): { date: EventDate; mention: DateMention } | null {
  const distance = (each: DateMention) => Math.abs(each.from - trigger.from);
  const [best] = sentence.dates
    .filter((each) => each.value !== null && each.form !== 'since' && each.form !== 'named')
    .sort((a, b) => distance(a) - distance(b));
  if (!best?.value) return null;
  const { start, end, precision } = best.value;
  const span = spanOf(sentence.field, best.start, best.end);
  return { date: { start, end, precision, basis: 'text', span }, mention: best };
}

const day = 86_400_000; // milliseconds
const recentDays = 14; // annotation guideline, section 2

/** Whether a date puts an event into the past (true), the present (false), or says nothing (null). */
export function isPast(date: EventDate | null, publishedAt: string | null): boolean | null {
  if (!date) return null;
  if (!publishedAt) return date.precision === 'month' || date.precision === 'year' ? true : null;
  const at = Date.parse(publishedAt.slice(0, 10));
  const end = date.end ?? date.start;
  if (end.length === 4) return end < publishedAt.slice(0, 4);
  if (end.length === 7) return end < publishedAt.slice(0, 7);
  return at - Date.parse(end) > recentDays * day;
}
