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

const maxOpening = 60; // letters; no opening is longer
const folds = new Map([...'أإآىئؤة'].map((letter, at) => [letter, 'اااييوه'.charAt(at)]));
const isMark = (code: number): boolean => code === 0x640 || (code >= 0x64b && code <= 0x65f); // tatweel, harakat

/** The first two letters, folded by hand: most lines begin like no box and are not folded whole. */
function stemOf(start: string): string {
  let stem = '';
  for (let at = 0; at < start.length && at < 8 && stem.length < 2; at++) {
    const letter = start.charAt(at);
    if (!isMark(letter.charCodeAt(0))) stem += folds.get(letter) ?? letter;
  }
  return stem.trim().toLowerCase();
}

const stems = new Set(boxOpenings.map(([opening]) => stemOf(opening.replace(/\$$/, ''))));
const maxBoxLine = 160; // letters; a paragraph that begins like a box is longer
const decoration = /^[^\p{L}\u00a9]+/u;
const closing = /[\s:.\u2026|\-\u00bb>()\d]+$/u;

/** What a line is when it is a box or a button inside the article rather than its text; null when it is text. */
export function boxEffectOf(text: string): BoxEffect | null {
  if (text.length > maxBoxLine) return null;
  const start = text.slice(0, maxOpening).replace(decoration, '');
  if (start === '' || !stems.has(stemOf(start))) return null;
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
/** The last words of all of them, as they are written: most paragraphs have none and are not folded. */
const tell = new RegExp([...new Set(siteSpeech.map(([words]) => words.split(' ').at(-1)))].join('|'), 'i');
const maxSpeech = 400; // letters; longer is an article about it

/** Whether a line speaks about the site itself: its cookies, its newsletter. */
export function isSiteSpeech(text: string): boolean {
  if (text.length > maxSpeech || !tell.test(text)) return false;
  const key = keyOf(text);
  return speeches.some((words) => key.includes(words));
}
