import { expansions, plainTable } from './letters.ts';
import { dropInnerAsterisks, joinSpaced } from './spaced.ts';
import { unitsOf } from './units.ts';

export type Scan = {
  /** Canonical code units; only the first `length` count. */
  codes: Uint16Array;
  /** Index in the original of each code unit, and the original's length at the end. */
  map: Int32Array;
  length: number;
  /** The original as code units; overwritten as the others are. */
  units: Uint16Array;
  /** Whether the canonical form differs from the original at all. */
  isChanged: boolean;
};

const tatweel = 0x0640;
const asterisk = 0x2a;
const space = 0x20;
const maxGap = 3; // characters a filter-dodging writer puts between two tatweels: "قـ . ـتل"

const scratchLength = 1 << 16; // an article; allocating anew for each text costs half the speed
const scratch = { codes: new Uint16Array(scratchLength), map: new Int32Array(scratchLength) };

/**
 * One pass over the text by table. Linear time: a look ahead is bounded by `maxGap`. The arrays are overwritten by the
 * next call: whoever keeps them copies them.
 */
export function scan(text: string): Scan {
  const { codes, map } = arraysFor(text.length);
  const out: Writer = { codes, map, length: 0, changed: 0, hasAsterisk: false };
  const units = unitsOf(text);
  const { length } = text;
  for (let at = copyPlain(units, length, 0, out); at < length; at = copyPlain(units, length, at + 1, out)) {
    at = writeRare(text, at, out);
    out.changed = 1;
  }
  out.map[out.length] = text.length;
  const form = { codes: out.codes, map: out.map, length: out.length, units, isChanged: out.changed !== 0 };
  return joinSpaced(out.hasAsterisk ? dropInnerAsterisks(form) : form);
}

type Writer = {
  codes: Uint16Array;
  map: Int32Array;
  length: number;
  changed: number;
  hasAsterisk: boolean;
};

/** Copies by table up to the next rare character, runs of spaces as one; answers its place. The hot loop, kept alone. */
function copyPlain(units: Uint16Array, end: number, from: number, out: Writer): number {
  const table = plainTable; // a local is read faster than an import
  const { codes, map } = out;
  let { length } = out;
  const shift = from - length;
  let changed = 0;
  let before = length > 0 ? (codes[length - 1] as number) : 0;
  let at = from;
  for (; at < end; at++) {
    const code = units[at] as number;
    const mapped = table[code] as number; // the table has an entry for every code unit
    if (mapped === 0) break;
    changed |= mapped ^ code;
    codes[length] = mapped;
    map[length] = at;
    // a space behind a space is written over by what follows; a sum, as no processor can guess where words end
    length += ((mapped ^ space) | (before ^ space)) === 0 ? 0 : 1;
    before = mapped;
  }
  out.length = length;
  out.changed |= changed | (at - length - shift);
  return at;
}

const arraysFor = (length: number): { codes: Uint16Array; map: Int32Array } =>
  length < scratchLength ? scratch : { codes: new Uint16Array(length + 1), map: new Int32Array(length + 1) };

/** Writes what one rare character becomes; answers the place of the last character it used up. */
function writeRare(text: string, at: number, out: Writer): number {
  const code = text.charCodeAt(at);
  const letters = code === asterisk ? '*' : expansions.get(code);
  if (letters === undefined) {
    if (code === tatweel) return afterDodge(text, at);
    if (code >= 0x0653 && code <= 0x0655 && out.length > 0)
      out.codes[out.length - 1] = composed(out.codes[out.length - 1] as number, code);
    return at;
  }
  if (code === asterisk) out.hasAsterisk = true;
  const needed = out.length + letters.length + text.length - at;
  if (needed > out.codes.length) grow(out, 2 * needed);
  for (let i = 0; i < letters.length; i++) {
    out.codes[out.length] = letters.charCodeAt(i);
    out.map[out.length++] = at;
  }
  return at;
}

function grow(out: Writer, capacity: number): void {
  const { codes, map } = out;
  out.codes = new Uint16Array(capacity);
  out.map = new Int32Array(capacity);
  out.codes.set(codes);
  out.map.set(map);
}

/** Madda and hamza that stand alone, with the letter before them. */
function composed(base: number, mark: number): number {
  if (base === 0x0627) return mark === 0x0653 ? 0x0622 : mark === 0x0654 ? 0x0623 : 0x0625;
  if (mark !== 0x0654) return base;
  return base === 0x0648 ? 0x0624 : base === 0x064a ? 0x0626 : base;
}

/** From a tatweel to the last character to skip: over dots and gaps up to the tatweel that takes the word up again. */
export function afterDodge(text: string, at: number): number {
  let end = at + 1;
  while (end < text.length && end - at <= maxGap && isGap(text.charCodeAt(end))) end++;
  return end > at + 1 && text.charCodeAt(end) === tatweel ? end : at;
}

const isGap = (code: number): boolean =>
  code === space ||
  code === 0x2e ||
  code === 0xb7 ||
  code === asterisk ||
  code === 0x2d ||
  code === 0x5f ||
  code === 0xa0;
