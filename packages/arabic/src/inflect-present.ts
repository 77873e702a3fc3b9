import { join, joinConsonant } from './inflect-join.ts';
import { isDefective, type Shape } from './inflect-shape.ts';
import type { Cell, Written } from './inflect-verb.ts';
import {
  alef,
  alefHamza,
  alefMadda,
  hamza,
  noon,
  teh,
  waw,
  wawHamza,
  yeh,
  yehHamza,
} from './letter-names.ts';

type Row = { cell: Cell; prefix: string; full: string; short: string };
const row = (
  prefix: string,
  person: Cell['person'],
  gender: Cell['gender'],
  number: Cell['number'],
  full = '',
  short = '',
): Row => ({ cell: { person, gender, number }, prefix, full, short });

/** Prefix and endings of each person: the full form (indicative) and the one after لم, لن, أن. */
const rows: readonly Row[] = [
  row(yeh, 3, 'm', 'singular'),
  row(teh, 3, 'f', 'singular'),
  row(yeh, 3, 'm', 'plural', 'ون', 'وا'),
  row(yeh, 3, 'm', 'dual', 'ان', 'ا'),
  row(teh, 3, 'f', 'dual', 'ان', 'ا'),
  row(noon, 1, 'both', 'plural'),
  row(alefHamza, 1, 'both', 'singular'),
  row(teh, 2, 'm', 'singular'),
  row(teh, 2, 'f', 'singular', 'ين', yeh),
  row(teh, 2, 'both', 'dual', 'ان', 'ا'),
  row(teh, 2, 'm', 'plural', 'ون', 'وا'),
];
const feminine: readonly Row[] = [row(yeh, 3, 'f', 'plural'), row(teh, 2, 'f', 'plural')];

/** The persons asked for of a present, given in the third person (يقول): indicative, subjunctive and jussive. */
export function presentForms(present: string, shape: Shape, persons: readonly Cell['person'][]): Written[] {
  const stem = present.slice(1);
  const isWeak = isDefective(shape);
  const short = shape === 'hollow' ? shortened(stem) : isWeak ? stem.slice(0, -1) : stem;
  const forms: Written[] = [];
  for (const { cell, prefix, full, short: cut } of rows) {
    if (!persons.includes(cell.person)) continue;
    const add = (texts: string[], mood: Written['mood']) => {
      for (const text of texts) forms.push({ text: prefixed(prefix, text), ...cell, ...(mood && { mood }) });
    };
    add(full ? ended(stem, isWeak, full) : [stem], undefined);
    if (cut) add(ended(stem, isWeak, cut), 'short');
    else if (short !== stem) add([short], 'short');
  }
  for (const { cell, prefix } of feminine) {
    if (!persons.includes(cell.person)) continue;
    const base = shape === 'doubled' ? stem + (stem.at(-1) ?? '') : isWeak ? yehFor(stem) : short;
    for (const text of joinConsonant(base, noon)) forms.push({ text: prefixed(prefix, text), ...cell });
  }
  return forms;
}

/** يقول -> يقل, يشاء -> يشأ, يجيء -> يجئ. */
function shortened(stem: string): string {
  const vowel = stem.at(-2) ?? '';
  if (!'\u0627وي'.includes(vowel)) return stem;
  const body = stem.slice(0, -2);
  if (stem.at(-1) !== hamza) return body + stem.slice(-1);
  return body + (vowel === alef ? alefHamza : vowel === waw ? wawHamza : yehHamza);
}

/** Vowel endings swallow a weak last letter (يدعون, ينفون, تنفين); the dual keeps it (يدعوان, ينفيان, يبقيان). */
function ended(stem: string, isWeak: boolean, ending: string): string[] {
  if (!isWeak) return join(stem, ending);
  return ending.startsWith(alef) ? [yehFor(stem) + ending] : join(stem.slice(0, -1), ending);
}

/** A final alef or alef maksura is yeh before an ending. */
const yehFor = (stem: string) => (/[\u0649\u0627]$/.test(stem) ? `${stem.slice(0, -1)}${yeh}` : stem);

/** The first person's hamza meets a stem's own: آخذ. */
const prefixed = (prefix: string, stem: string) =>
  prefix === alefHamza && stem.startsWith(alefHamza) ? `${alefMadda}${stem.slice(1)}` : prefix + stem;
