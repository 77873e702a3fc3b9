import { type BoxEffect, boxOpenings, siteSpeech } from '../rules/boxes.ts';
import { keyOf } from './key.ts';

type Opening = { key: string; isWhole: boolean; effect: BoxEffect };

/** Openings by their first three letters, longest first: a line is compared with a handful of them. */
const openings = new Map<string, Opening[]>();
for (const [opening, effect] of boxOpenings) {
  const isWhole = opening.endsWith('$');
  const key = keyOf(isWhole ? opening.slice(0, -1) : opening);
  const start = key.slice(0, stem(key));
  openings.set(start, [...(openings.get(start) ?? []), { key, isWhole, effect }]);
}
for (const list of openings.values()) list.sort((a, b) => b.key.length - a.key.length);

function stem(key: string): number {
  return Math.min(3, key.length);
}

const maxBoxLine = 160; // letters; a paragraph that begins like a box is longer
const decoration = /^[^\p{L}\u00a9]+/u;
const closing = /[\s:.\u2026|\-\u00bb>()\d]+$/u;

/** What a line is when it is a box or a button inside the article rather than its text; null when it is text. */
export function boxEffectOf(text: string): BoxEffect | null {
  if (text.length > maxBoxLine) return null;
  const start = text.slice(0, 60).replace(decoration, '');
  if (start === '') return null;
  const key = keyOf(start);
  const candidates = openings.get(key.slice(0, 3)) ?? openings.get(key.slice(0, 1));
  if (!candidates) return null;
  const bare = key.replace(closing, '');
  for (const { key: opening, isWhole, effect } of candidates) {
    if (isWhole ? bare === opening && text.length < 60 : startsAsWord(key, opening)) return effect;
  }
  return null;
}

/** Whether a line begins with the opening and the word ends there. */
const startsAsWord = (key: string, opening: string): boolean =>
  key.startsWith(opening) && !/\p{L}/u.test(key.charAt(opening.length));

const speeches = siteSpeech.map(([words]) => keyOf(words));
const maxSpeech = 400; // letters; longer is an article about it

/** Whether a line speaks about the site itself: its cookies, its newsletter. */
export function isSiteSpeech(text: string): boolean {
  if (text.length > maxSpeech || !/cookie|inbox|newsletter|privacy|[\u062e\u0643\u0645]/i.test(text))
    return false;
  const key = keyOf(text);
  return speeches.some((words) => key.includes(words));
}
