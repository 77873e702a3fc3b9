import { strongTable } from './letters.ts';
import { scan } from './scan.ts';

export type Canonical = {
  text: string;
  /** Index in the original of each canonical character, and the original's length at the end. */
  map: Int32Array;
};

/** The canonical form of a text with the way back to the original. Linear time. */
export function canonical(text: string): Canonical {
  const { codes, map, length, isChanged } = scan(text);
  return { text: isChanged ? decode(codes, length) : text, map: map.slice(0, length + 1) };
}

/** A string of code units, lone surrogates included; twice as fast as String.fromCharCode and much faster when long. */
export const decode = (codes: Uint16Array, length: number): string =>
  Buffer.from(codes.buffer, codes.byteOffset, 2 * length).toString('utf16le');

/** The strong form: hamza, alef, yeh and teh marbuta folded. For looking up, never for showing. */
export function lookupKey(text: string): string {
  const { codes, length, isChanged } = scan(text);
  return foldStrong(isChanged ? decode(codes, length) : text);
}

export function foldStrong(light: string): string {
  for (let at = 0; at < light.length; at++) {
    const code = light.charCodeAt(at);
    if (strongTable[code] !== code) return folded(light, at);
  }
  return light;
}

const shortest = 12; // letters: fewer are added one by one in half the time

function folded(light: string, from: number): string {
  if (light.length > shortest) return foldedAtOnce(light);
  let out = light.slice(0, from);
  for (let at = from; at < light.length; at++)
    out += String.fromCharCode(strongTable[light.charCodeAt(at)] as number); // covers every code unit
  return out;
}

function foldedAtOnce(light: string): string {
  const codes = new Uint16Array(light.length);
  for (let at = 0; at < codes.length; at++) codes[at] = strongTable[light.charCodeAt(at)] as number;
  return decode(codes, codes.length);
}
