import { createHash, type Hash } from 'node:crypto';

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
export const makeId = (kind: IdKind, ...parts: Part[]): string =>
  idOf(kind, addParts(createHash('sha256'), parts));

/** Makes the ids of several things that have their first parts in common; these are read once. */
export function idMaker(kind: IdKind, ...shared: Part[]): (...parts: Part[]) => string {
  let begun: Hash | null = null;
  return (...parts) => {
    begun ??= addParts(createHash('sha256'), shared);
    return idOf(kind, addParts(begun.copy(), parts));
  };
}

type Part = string | number;

function addParts(hash: Hash, parts: readonly Part[]): Hash {
  let told = '';
  for (const part of parts) {
    const text = String(part);
    told += `${text.length}:${text}`;
  }
  return hash.update(told);
}

const idOf = (kind: IdKind, hash: Hash): string =>
  `${prefixes[kind]}_${hash.digest('base64url').slice(0, 20)}`;

/** Content hash of bytes or text, base64url of the whole SHA-256. */
export const contentHash = (content: string | Uint8Array): string =>
  createHash('sha256').update(content).digest('base64url');
