export type Clock = { ms: number; precision: 'second' | 'minute'; rest: string };

const afternoon = /^(?:pm|p\.m\.?|م(?:ساء(?:ا|ً)?)?|بعد الظهر|عصرا|مغربا)(?![\p{L}\d])/u;
const morning = /^(?:am|a\.m\.?|ص(?:باحا?)?|فجرا|قبل الظهر)(?![\p{L}\d])/u;
const noon = /^ظهرا?(?![\p{L}\d])/u;
const night = /^ليلا(?![\p{L}\d])/u;
const before = /(?:^|\s)(مساء|عصرا|ظهرا|صباحا?|فجرا|ليلا|pm|am)[\s,]{1,3}(?:الساعه\s)?$/;

/** The time of day in a folded text, with what follows it. Null when there is none. */
export function readClock(text: string): Clock | null {
  const match = /(?:^|[^\d:.])(\d{1,2}):(\d{1,2})(?::(\d{1,2})(?:[.,](\d{1,9}))?)?(?!\d)/.exec(text);
  if (!match) return hourOnly(text);
  const start = match.index + match[0].search(/\d/);
  const after = text.slice(match.index + match[0].length);
  const [hour, minute, second] = [Number(match[1]), Number(match[2]), Number(match[3] ?? 0)];
  if (hour > 24 || minute > 59 || second > 60) return null;
  const half = halfOfDay(after, text.slice(0, start));
  const fraction = match[4] === undefined ? 0 : Math.floor(Number(`0.${match[4]}`) * 1000);
  return {
    ms: ((toDay(hour, half) * 60 + minute) * 60 + second) * 1000 + fraction,
    precision: match[3] === undefined ? 'minute' : 'second',
    rest: half ? after.replace(/^[\s,]{0,3}\S{1,12}/, '') : after,
  };
}

/** "الساعة 10 مساء", "3 pm". */
function hourOnly(text: string): Clock | null {
  const match =
    /(?:^|[\s,])(\d{1,2})\s{0,1}(am|pm|a\.m|p\.m|صباحا?|مساء|ظهرا|عصرا|فجرا|ليلا)(?![\p{L}\d])/u.exec(text);
  const hour = Number(match?.[1] ?? 0);
  if (!match || hour < 1 || hour > 12) return null;
  const half = halfOfDay(match[2] ?? '', '');
  return {
    ms: toDay(hour, half) * 3_600_000,
    precision: 'minute',
    rest: text.slice(match.index + match[0].length),
  };
}

type Half = 'morning' | 'afternoon' | 'noon' | 'night' | null;

function halfOfDay(after: string, beforeTime: string): Half {
  const next = after.replace(/^[\s,]{0,3}/, '');
  const word = before.exec(beforeTime)?.[1] ?? '';
  for (const text of [next, word]) {
    if (afternoon.test(text)) return 'afternoon';
    if (morning.test(text)) return 'morning';
    if (noon.test(text)) return 'noon';
    if (night.test(text)) return 'night';
  }
  return null;
}

function toDay(hour: number, half: Half): number {
  if (half === 'morning') return hour === 12 ? 0 : hour;
  if (half === 'afternoon') return hour < 12 ? hour + 12 : hour;
  if (half === 'noon') return hour < 10 ? hour + 12 : hour;
  if (half === 'night') return hour >= 6 && hour < 12 ? hour + 12 : hour === 12 ? 0 : hour;
  return hour;
}
