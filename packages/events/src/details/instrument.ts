import { type EventTypeId, typeEntry } from '../data.ts';
import { thingEnd } from '../text/noun-span.ts';
import { bareStart } from '../text/reading.ts';
import { standsAt } from '../wordings/pattern.ts';
import { wordList } from '../wordings/triggers.ts';
import type { Told } from './attributes.ts';

/** Things force is used with; an air raid or shelling by itself names none. */
const weapons = wordList(['$instrument']);
const reach = 14; // tokens around a trigger in which its weapon is named
const marches = /^(?:في|شهدت|نظم|انطلقت)$/u; // "مسيرة" is a march before or behind these

/** The weapon of an event as it stands in the text, its preposition left out. */
export function instrumentOf(type: EventTypeId, mentions: readonly Told[]): string | null {
  if (typeEntry(type).group !== 'armed_conflict') return null;
  for (const { sentence, trigger } of mentions) {
    const { field, from, to } = sentence;
    for (let at = Math.max(from, trigger.from - reach); at < Math.min(to, trigger.to + reach); at++) {
      if (!standsAt(weapons, field.readings, at, to)) continue;
      if (marches.test(field.tokens[at - 1]?.key ?? '') && /مسيره$/u.test(field.tokens[at]?.key ?? ''))
        continue;
      const token = field.tokens[at];
      const end = field.tokens[thingEnd(field, at, to) - 1]?.end;
      if (token && end) return field.text.slice(bareStart(token), end);
    }
  }
  return null;
}
