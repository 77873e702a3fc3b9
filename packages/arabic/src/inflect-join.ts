import { alef, alefHamza, alefMadda, hamza, waw, wawHamza, yeh, yehHamza } from './letter-names.ts';
/** Writes an ending onto a stem: the seat of a final hamza follows the ending; both spellings where both are in use. */
export function join(stem: string, ending: string): string[] {
  const first = ending[0] ?? '';
  const body = stem.slice(0, -1);
  const last = stem.at(-1);
  if (last === alefHamza) {
    if (first === alef) return [`${body}${alefMadda}${ending.slice(1)}`]; // بدآ
    if (first === waw) return [`${body}${wawHamza}${ending}`, `${body}${alefHamza}${ending}`]; // بدؤوا, بدأوا
    if (first === yeh) return [`${body}${yehHamza}${ending}`, `${body}${alefHamza}${ending}`];
  }
  if (last === hamza && ending) {
    if (body.endsWith(yeh)) return [`${body}${yehHamza}${ending}`]; // جيئت, يسيئون
    if (first === waw) return [`${body}${wawHamza}${ending}`, `${body}${hamza}${ending}`]; // جاؤوا, جاءوا
    if (first === yeh) return [`${body}${yehHamza}${ending}`, `${body}${hamza}${ending}`];
  }
  return [stem + ending];
}

/** A consonant that meets itself is written once: أعلن + نا = أعلنا, أثبت + ت = أثبت. */
export const joinConsonant = (stem: string, ending: string): string[] =>
  stem.at(-1) === ending[0] ? [stem + ending.slice(1)] : join(stem, ending);
