const formats = new Map<string, Intl.DateTimeFormat | null>();

function formatOf(timeZone: string): Intl.DateTimeFormat | null {
  const known = formats.get(timeZone);
  if (known !== undefined) return known;
  let format: Intl.DateTimeFormat | null = null;
  try {
    format = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' });
  } catch {
    // a zone nobody knows: times stay as they are
  }
  formats.set(timeZone, format);
  return format;
}

/** A time that is given in UTC, told in the outlet's zone: the same moment, with the outlet's day. Others stay as they are. */
export function inZone(iso: string, timeZone: string): string {
  if (!iso.endsWith('Z') || timeZone === 'UTC') return iso;
  const moment = new Date(iso);
  const parts = formatOf(timeZone)?.formatToParts(moment) ?? [];
  const name = parts.find(({ type }) => type === 'timeZoneName')?.value ?? '';
  const match = /GMT([+-])(\d{2}):(\d{2})/.exec(name);
  if (!match) return iso;
  const minutes = (match[1] === '-' ? -1 : 1) * (Number(match[2]) * 60 + Number(match[3]));
  const local = new Date(moment.getTime() + minutes * 60_000).toISOString().slice(0, 19);
  return `${local}${match[1]}${match[2]}:${match[3]}`;
}

const nearHours = 3; // Arab zones lie between UTC and UTC+4

/** Whether a time is so close to midnight that another zone makes another day of it. */
export function isNearMidnight(iso: string): boolean {
  const hour = Number(iso.slice(11, 13));
  return hour < nearHours || hour >= 24 - nearHours;
}
