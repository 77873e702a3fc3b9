import { join, joinConsonant } from './inflect-join.ts';
import type { Shape } from './inflect-shape.ts';
import type { Cell, Written } from './inflect-verb.ts';
import { alefHamza, alefMadda, hamza, noon, teh, waw, wawHamza, yeh, yehHamza } from './letter-names.ts';

/** Persons whose endings begin with a vowel, the frequent ones of news first. */
const vowelCells: [Cell, string][] = [
  [{ person: 3, gender: 'm', number: 'singular' }, ''],
  [{ person: 3, gender: 'f', number: 'singular' }, teh],
  [{ person: 3, gender: 'm', number: 'plural' }, 'وا'],
  [{ person: 3, gender: 'm', number: 'dual' }, 'ا'],
  [{ person: 3, gender: 'f', number: 'dual' }, 'تا'],
];
const consonantCells: [Cell, string][] = [
  [{ person: 3, gender: 'f', number: 'plural' }, noon],
  [{ person: 1, gender: 'both', number: 'singular' }, teh],
  [{ person: 1, gender: 'both', number: 'plural' }, 'نا'],
  [{ person: 2, gender: 'm', number: 'singular' }, teh],
  [{ person: 2, gender: 'f', number: 'singular' }, teh],
  [{ person: 2, gender: 'both', number: 'dual' }, 'تما'],
  [{ person: 2, gender: 'm', number: 'plural' }, 'تم'],
  [{ person: 2, gender: 'f', number: 'plural' }, 'تن'],
];

/** The persons asked for of a past stem. */
export function pastForms(
  past: string,
  shape: Shape,
  present: string,
  persons: readonly Cell['person'][],
): Written[] {
  const isAsked = ([{ person }]: [Cell, string]) => persons.includes(person);
  const before = beforeConsonant(past, shape, present);
  return [
    ...vowelCells
      .filter(isAsked)
      .flatMap(([cell, ending]) => withVowel(past, shape, ending).map((text) => ({ text, ...cell }))),
    ...consonantCells
      .filter(isAsked)
      .flatMap(([cell, ending]) => joinConsonant(before, ending).map((text) => ({ text, ...cell }))),
  ];
}

function withVowel(past: string, shape: Shape, ending: string): string[] {
  const body = past.slice(0, -1);
  const isFeminine = ending.startsWith(teh);
  if (ending === '' || shape === 'sound' || shape === 'hollow' || shape === 'doubled')
    return join(past, ending);
  if (ending === 'وا') return shape === 'yeh' ? join(body, ending) : [body + ending]; // بقوا; دعوا, نفوا, رأوا
  if (shape === 'yeh') return [past + ending]; // بقيت, بقيا
  if (isFeminine) return [body + ending]; // دعت, نفت
  return [body + (shape === 'alef' ? waw : yeh) + ending]; // دعوا, نفيا
}

/** The stem before an ending that begins with a consonant: قل-ت, شنن-ت, دعو-ت, نفي-ت, جئ-ت. */
function beforeConsonant(past: string, shape: Shape, present: string): string {
  if (shape === 'alef') return `${past.slice(0, -1)}و`;
  if (shape === 'maksura' || shape === 'lively') return `${past.slice(0, -1)}${yeh}`;
  if (shape === 'doubled') return past + (past.at(-1) ?? '');
  if (shape !== 'hollow') return past;
  if (past.startsWith(alefMadda)) return `${alefHamza}${past.slice(1)}`; // آل -> ألت
  const short = past.slice(0, -2);
  if (past.at(-1) !== hamza) return short + past.slice(-1);
  if (past.length > 3) return `${short}${alefHamza}`; // أضاء -> أضأت
  return short + (present.at(-2) === waw ? wawHamza : yehHamza); // ساء -> سؤت, جاء -> جئت
}
