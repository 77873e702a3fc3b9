import type { Reader } from './date-types.ts';
import { dayParts } from './date-words.ts';
import { ordinalStarts, ordinals } from './number-words.ts';

const isAfternoon = new Set(['noon', 'afternoon', 'evening', 'night']);

/** "الساعة 15:20", "الساعة العاشرة والنصف مساء", "الساعة 10 صباحاً": a time of day, without a day of its own. */
export const clock: Reader = ({ keys }, at) => {
  if (keys[at] !== 'الساعه' && keys[at] !== 'ساعه') return null;
  const read = digitsAt(keys, at + 1) ?? wordsAt(keys, at + 1);
  if (!read || read.hour > 24 || read.minute > 59) return null;
  let { hour, to } = read;
  if (keys[to] === 'من' || keys[to] === 'بعد') to += dayParts.has(keys[to + 1] ?? '') ? 1 : 0;
  const part = dayParts.get(keys[to] ?? '');
  const mark = keys[to] ?? '';
  if (part !== undefined || mark === '\u0645' || mark === '\u0635') to++;
  if (hour < 12 && ((part !== undefined && isAfternoon.has(part)) || mark === '\u0645')) hour += 12;
  if (hour === 24 || (hour === 12 && part === 'dawn')) hour = 0;
  if (part === 'night' && hour > 12 && hour < 17) hour -= 12; // "الثالثة ليلا"
  const text = `${String(hour).padStart(2, '0')}:${String(read.minute).padStart(2, '0')}`;
  return { to, value: null, form: 'clock', clock: text, ...(part && { dayPart: part }) };
};

type Time = { hour: number; minute: number; to: number };

/** 10, 15:20, 10.30, and the Maghreb's 47ر09 with the minutes first. */
function digitsAt(keys: readonly string[], at: number): Time | null {
  const [first = '', link = '', second = ''] = keys.slice(at, at + 3);
  const dotted = /^(\d{1,2})\.(\d{2})$/.exec(first);
  if (dotted) return { hour: Number(dotted[1]), minute: Number(dotted[2]), to: at + 1 };
  if (!/^\d{1,2}$/.test(first)) return null;
  if (link === ':' && /^\d{2}$/.test(second))
    return { hour: Number(first), minute: Number(second), to: at + 3 };
  if (link === '\u0631' && /^\d{1,2}$/.test(second))
    return { hour: Number(second), minute: Number(first), to: at + 3 };
  return { hour: Number(first), minute: 0, to: at + 1 };
}

const minutes = new Map([
  ['والنصف', 30],
  ['والربع', 15],
  ['والثلث', 20],
]);

/** "العاشرة والنصف", "الثانية عشرة", "الثالثة إلا ربعا". */
function wordsAt(keys: readonly string[], at: number): Time | null {
  const start =
    ordinals.get(keys[at] ?? '') ??
    ordinalStarts.get(keys[at] ?? '') ??
    (keys[at] === 'الواحده' ? 1 : undefined);
  if (start === undefined) return null;
  let to = at + 1;
  let hour = start;
  if (keys[to] === 'عشره' || keys[to] === 'عشر') {
    hour += 10;
    to++;
  }
  const more = minutes.get(keys[to] ?? '');
  if (more !== undefined) return { hour, minute: more, to: to + 1 };
  if (keys[to] === 'الا' && /^(?:ال)?ربعا?$/.test(keys[to + 1] ?? ''))
    return { hour: hour - 1, minute: 45, to: to + 2 };
  return { hour, minute: 0, to };
}
