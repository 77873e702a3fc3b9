import { createHash } from 'node:crypto';

const prefixes = {
  item: 'itm',
  article: 'art',
  story: 'sty',
  event: 'evt',
  incident: 'inc',
  record: 'rec',
  message: 'msg',
} as const;

export type IdKind = keyof typeof prefixes;

/**
 * A stable id: the prefix of its kind and 120 bits of SHA-256 over the parts in base64url.
 * The same parts always give the same id; a part may hold any text.
 */
export function makeId(kind: IdKind, ...parts: (string | number)[]): string {
  const hash = createHash('sha256');
  for (const part of parts) {
    const text = String(part);
    hash.update(`${text.length}:`).update(text);
  }
  return `${prefixes[kind]}_${hash.digest('base64url').slice(0, 20)}`;
}

/** Content hash of bytes or text, base64url of the whole SHA-256. */
export const contentHash = (content: string | Uint8Array): string =>
  createHash('sha256').update(content).digest('base64url');
