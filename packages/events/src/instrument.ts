import { type EventTypeId, typeEntry } from './data.ts';
import { thingEnd } from './noun-span.ts';
import { standsAt } from './pattern.ts';
import { bareStart, type Sentence } from './reading.ts';
import { wordList } from './triggers.ts';

type Told = { sentence: Sentence; trigger: { from: number; to: number }; type: EventTypeId };

/** Things force is used with; an air raid or shelling by itself names none. */
const weapons = wordList([
  '$device',
  'سيارة_مفخخة',
  'دراجة_مفخخة',
  'حزام_ناسف',
  '#قذيفة',
  'قذائف',
  '#صاروخ',
  'صواريخ',
  '#مقذوف',
  'مقذوفات',
  '#راجمة',
  'راجمات',
  'مدفعية',
  'المدفعية',
  'بالمدفعية',
  '#مسيرة',
  'طائرة_مسيرة',
  'طائرات_مسيرة',
  '#درون',
  'براميل',
  '#سكين',
  'سكاكين',
  '#بندقية',
  'بنادق',
  '#مسدس',
  '#رشاش',
  'رشاشات',
  'أسلحة',
  'الأسلحة',
  'بالأسلحة',
  'ذخيرة',
  'ذخائر',
  'الذخيرة',
  '#ساطور',
  '#فأس',
  'حجارة',
  'الحجارة',
  'زجاجات',
]);
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
