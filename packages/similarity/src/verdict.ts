import { packedSimilarity } from './signature.ts';

/** What is kept of a text to recognise its copies. */
export type KnownText = {
  articleId: string;
  storyId: string;
  exact: string;
  signature: Buffer;
  shingles: number;
  /** Packed, as the signature. */
  samples: Buffer;
};

export type CopyOf<T> = { of: T; similarity: number };

/** When a text is a copy of another; the store's script judges by the same numbers. */
export const copyRules = {
  /** Jaccard of three-word shingles; five-word Jaccard .8 lies above it, rewordings far below. */
  copyFrom: 0.6,
  /** Share of the shorter text found in the longer: a wire text cut or padded. */
  cutFrom: 0.85,
  /** A shorter text is too easily contained. */
  cutShingles: 60,
  /** Jaccard: a page that holds a text among ten others is a round-up, no copy. */
  cutLeast: 0.12,
};

/** The text this one is a copy of, the most similar first met; null when it is nobody's. */
export function findCopied<T extends KnownText>(
  text: Pick<KnownText, 'exact' | 'signature' | 'shingles' | 'samples'>,
  others: readonly T[],
): CopyOf<T> | null {
  let best: CopyOf<T> | null = null;
  for (const other of others) {
    const share = other.exact === text.exact ? 1 : sharedText(text, other);
    if (share > 0 && (best === null || share > best.similarity)) best = { of: other, similarity: share };
  }
  return best;
}

type Text = Pick<KnownText, 'signature' | 'shingles' | 'samples'>;

/**
 * The similarity when it makes a copy, otherwise 0. Containment follows from Jaccard and the two sizes, give or take a
 * sixth; the samples of the shorter text, nearly all of which must stand in the longer, take the doubt away.
 */
function sharedText(a: Text, b: Text): number {
  const jaccard = packedSimilarity(a.signature, b.signature);
  if (jaccard >= copyRules.copyFrom) return jaccard;
  const [less, more] = a.shingles <= b.shingles ? [a, b] : [b, a];
  if (less.shingles < copyRules.cutShingles || jaccard < copyRules.cutLeast) return 0;
  const shared = (jaccard * (a.shingles + b.shingles)) / (1 + jaccard);
  if (shared / less.shingles < copyRules.cutFrom) return 0;
  return samplesIn(less.samples, more.samples) >= copyRules.cutFrom ? jaccard : 0;
}

/** Share of the first samples that are among the second. */
function samplesIn(less: Buffer, more: Buffer): number {
  const known = new Set<number>();
  for (let at = 0; at < more.length; at += 2) known.add(more.readUInt16LE(at));
  let found = 0;
  for (let at = 0; at < less.length; at += 2) if (known.has(less.readUInt16LE(at))) found++;
  return less.length === 0 ? 0 : (2 * found) / less.length;
}
