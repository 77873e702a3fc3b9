import { EXPAND, expansions, isArabicLetter, lightTable, strongTable } from './letters.ts';

export type Canonical = {
  text: string;
  /** Index in the original of each canonical character, and the original's length at the end. */
  map: Int32Array;
};

const tatweel = 0x0640;
const maxGap = 3; // characters a filter-dodging writer puts between two tatweels: "قـ . ـتل"

/** The canonical form of a text with the way back to the original. Linear time. */
export function canonical(text: string): Canonical {
  const out: number[] = [];
  const map: number[] = [];
  const emit = (code: number, at: number) => {
    out.push(code);
    map.push(at);
  };
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === tatweel) {
      at = skipDodge(text, at);
      continue;
    }
    if (code >= 0x0653 && code <= 0x0655) {
      const composed = compose(out.at(-1) ?? 0, code);
      if (composed) out[out.length - 1] = composed;
      continue;
    }
    const mapped = lightTable[code] ?? code;
    if (mapped === 0) continue;
    if (mapped === EXPAND) {
      for (const part of expansions.get(code) ?? '') {
        const light = lightTable[part.charCodeAt(0)] ?? 0;
        if (light !== 0 && light !== EXPAND) emit(light, at);
      }
    } else if (mapped === 0x20) {
      if (out.at(-1) !== 0x20) emit(0x20, at);
    } else emit(mapped, at);
  }
  map.push(text.length);
  return joinSpaced({ text: decode(out), map: Int32Array.from(map) });
}

const chunk = 8_192; // arguments of one call
function decode(codes: number[]): string {
  let text = '';
  for (let at = 0; at < codes.length; at += chunk)
    text += String.fromCharCode(...codes.slice(at, at + chunk));
  return text;
}

function compose(base: number, mark: number): number {
  if (mark === 0x0653) return base === 0x0627 ? 0x0622 : 0;
  if (mark === 0x0655) return base === 0x0627 ? 0x0625 : 0;
  if (base === 0x0627) return 0x0623;
  if (base === 0x0648) return 0x0624;
  return base === 0x064a ? 0x0626 : 0;
}

/** From a tatweel to the last character to skip: over the dots and gaps before the tatweel that takes the word up again. */
function skipDodge(text: string, at: number): number {
  let end = at + 1;
  while (end < text.length && end - at <= maxGap && isGap(text.charCodeAt(end))) end++;
  return end > at + 1 && text.charCodeAt(end) === tatweel ? end : at;
}

const isGap = (code: number): boolean =>
  code === 0x20 ||
  code === 0x2e ||
  code === 0xb7 ||
  code === 0x2a ||
  code === 0x2d ||
  code === 0x5f ||
  code === 0xa0;

const minSpaced = 5; // fewer single letters in a row can be a list

/** Joins "ا ل م د ن ي ي ن": at least five single letters in a row, each between single spaces. */
function joinSpaced(form: Canonical): Canonical {
  const { text, map } = form;
  const gone = new Set<number>();
  let run = 0;
  for (let at = 0; at <= text.length; at++) {
    const isAlone =
      isArabicLetter(text.charCodeAt(at)) &&
      !isArabicLetter(text.charCodeAt(at - 1)) &&
      !isArabicLetter(text.charCodeAt(at + 1));
    if (isAlone && (run === 0 || text[at - 1] === ' ')) {
      run++;
      at++; // the space after it
      continue;
    }
    if (run >= minSpaced) for (let back = 1; back < run; back++) gone.add(at - 2 * back - 1);
    run = 0;
  }
  if (gone.size === 0) return form;
  return {
    text: [...text].filter((_, at) => !gone.has(at)).join(''),
    map: map.filter((_, at) => !gone.has(at)),
  };
}

/** The strong form: hamza, alef, yeh and teh marbuta folded. For looking up, never for showing. */
export function lookupKey(text: string): string {
  return foldStrong(canonical(text).text);
}

export function foldStrong(light: string): string {
  let out = '';
  for (let at = 0; at < light.length; at++) {
    const code = light.charCodeAt(at);
    out += String.fromCharCode(strongTable[code] ?? code);
  }
  return out;
}
