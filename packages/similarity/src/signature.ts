import { tokenize } from '@rasid/arabic';

/** Values of one-permutation MinHash: enough that a Jaccard of .8 is told from .6, small enough to keep millions. */
export const signatureSize = 128;
const bandRows = 6; // 21 bands of 6: of pairs of Jaccard .8 one in 600 meets in none, of .4 one in twelve meets in one
const shingleWords = 3;
const emptySlot = 0xffff_ffff;

export type Fingerprint = {
  /** Hash of the canonical words: equal texts, whatever their marks and spacing. */
  exact: string;
  signature: Uint32Array;
  /** Number of different shingles. */
  shingles: number;
  /** Some shingles chosen by their hash alone: a part of a text has those of the whole that stand in it. */
  samples: number[];
};

const sampleEvery = 4; // a text of fifty words has a dozen: fewer cannot tell a part from a look-alike
/** Of a text of five hundred words all; of longer ones those with the smallest hash, so that two texts choose alike. */
export const mostSamples = 120;
const sampleKeys = 12; // a part shares one of these with its whole, or it is too small to tell

/** The fingerprint of a text: shingles of three canonical words, one hash each, one pass. */
export function fingerprint(text: string): Fingerprint {
  const words = tokenize(text).filter((token) => token.kind !== 'punctuation');
  const hashes = Uint32Array.from(words, ({ key }) => hashText(key));
  const signature = new Uint32Array(signatureSize).fill(emptySlot);
  const seen = new Set<number>();
  const last = Math.max(1, hashes.length - shingleWords + 1);
  for (let at = 0; at < last && hashes.length > 0; at++) {
    let hash = 0x811c9dc5;
    for (let word = at; word < Math.min(at + shingleWords, hashes.length); word++)
      hash = mix(hash ^ (hashes[word] ?? 0));
    if (seen.has(hash)) continue;
    seen.add(hash);
    const slot = hash % signatureSize;
    const value = mix(hash ^ 0x9e3779b9);
    if (value < (signature[slot] ?? emptySlot)) signature[slot] = value;
  }
  densify(signature);
  const samples = [...seen].filter((hash) => mix(hash) % sampleEvery === 0).sort((a, b) => a - b);
  return {
    samples: samples.slice(0, mostSamples),
    exact: `${hex(exactOf(hashes, 1))}${hex(exactOf(hashes, 2))}`,
    signature,
    shingles: seen.size,
  };
}

/** Empty slots take the value of the next full one: keeps the estimate right for short texts. */
function densify(signature: Uint32Array): void {
  if (signature.every((value) => value === emptySlot)) return;
  const source = signature.slice();
  for (let slot = 0; slot < signatureSize; slot++) {
    let from = slot;
    for (let step = 1; source[from] === emptySlot; step++) from = mix(slot * 31 + step) % signatureSize;
    signature[slot] = from === slot ? (source[slot] ?? 0) : mix((source[from] ?? 0) ^ slot);
  }
}

/** Where a text is looked up: two that share a key are compared. The letter before the colon is the shard of the key. */
export function keysOf({ signature, exact, samples }: Fingerprint): string[] {
  const keys = [`x:${exact}`];
  for (let at = 0; at + bandRows <= signatureSize; at += bandRows) {
    let hash = at;
    for (let row = 0; row < bandRows; row++) hash = mix(hash ^ (signature[at + row] ?? 0));
    keys.push(`${(at / bandRows).toString(36)}:${hex(hash)}`);
  }
  return [...keys, ...samples.slice(0, sampleKeys).map((hash) => `${'wvyz'[hash % 4]}:s${hex(hash)}`)];
}

function mix(value: number): number {
  let hash = value >>> 0;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

function hashText(text: string): number {
  let hash = 0x811c9dc5; // FNV-1a
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return mix(hash);
}

function exactOf(hashes: Uint32Array, seed: number): number {
  let hash = seed;
  for (const value of hashes) hash = mix(Math.imul(hash, 31) ^ value);
  return hash;
}

const hex = (value: number): string => value.toString(36);

/** Two bytes a slot: two slots that differ look alike once in 65,000. */
export function packSignature(signature: Uint32Array): Buffer {
  const packed = Buffer.alloc(signatureSize * 2);
  for (let at = 0; at < signatureSize; at++) packed.writeUInt16LE((signature[at] ?? 0) & 0xffff, at * 2);
  return packed;
}

/** Two bytes a sample, the upper ones: they rise, so that the last says how far a long text's samples go. */
export function packSamples(samples: readonly number[]): Buffer {
  const packed = Buffer.alloc(samples.length * 2);
  for (const [at, hash] of samples.entries()) packed.writeUInt16BE(hash >>> 16, at * 2);
  return packed;
}

/** Share of equal slots of two packed signatures. */
export function packedSimilarity(a: Buffer, b: Buffer): number {
  let equal = 0;
  for (let at = 0; at < a.length; at += 2) if (a[at] === b[at] && a[at + 1] === b[at + 1]) equal++;
  return equal / signatureSize;
}
