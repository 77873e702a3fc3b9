/** Names of weekdays in folded letters, 0 is Sunday; English and French by their first three letters. */
const names: ReadonlyMap<string, number> = new Map(
  [
    'sun dim الاحد',
    'mon lun الاثنين الاتنين',
    'tue mar الثلاثاء',
    'wed mer الاربعاء',
    'thu jeu الخميس',
    'fri ven الجمعه',
    'sat sam السبت',
  ].flatMap((words, day) => words.split(' ').map((word): [string, number] => [word, day])),
);

/** The weekday a text names; null when it names none. */
export function weekdayIn(text: string): number | null {
  for (const [word] of text.matchAll(/\p{L}{3,10}/gu)) {
    const day = names.get(word) ?? (/^[a-z]/.test(word) ? names.get(word.slice(0, 3)) : undefined);
    if (day !== undefined) return day;
  }
  return null;
}
