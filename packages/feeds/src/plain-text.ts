import { decode } from './xml/text.ts';

/** Words of a line that may hold markup or references: for titles, names, categories. Null when nothing is left. */
export function plainText(text: string | null): string | null {
  if (text === null) return null;
  let plain = text;
  for (let turn = 0; turn < 2 && /[<&]/.test(plain); turn++) plain = decode(withoutTags(plain)); // twice: some encode twice
  return plain.replace(/\s+/g, ' ').trim() || null;
}

const withoutTags = (text: string): string => text.replace(/<[a-z/!][^<>]{0,4000}>/gi, ' ');
