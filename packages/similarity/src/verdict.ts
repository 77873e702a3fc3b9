import { packedSimilarity } from './signature.ts';

/** What is kept of a text to recognise its copies. */
export type KnownText = {
  articleId: string;
  storyId: string;
  exact: string;
  signature: Buffer;
  shingles: number;
};

export type CopyOf<T> = { of: T; similarity: number };

/** When a text is a copy of another; the store's script judges by the same numbers. */
export const copyRules = {
  /** Jaccard of three-word shingles; five-word Jaccard .8 lies above it, rewordings far below. */
  copyFrom: 0.6,
  /** Share of the shorter text found in the longer: a wire text cut or padded. */
  cutFrom: 0.85,
  /** A shorter text is too easily contained. */
  cutShingles: 40,
};

/** The text this one is a copy of, the most similar first met; null when it is nobody's. */
export function findCopied<T extends KnownText>(
  text: Pick<KnownText, 'exact' | 'signature' | 'shingles'>,
  others: readonly T[],
): CopyOf<T> | null {
  let best: CopyOf<T> | null = null;
  for (const other of others) {
    const share = other.exact === text.exact ? 1 : sharedText(text, other);
    if (share > 0 && (best === null || share > best.similarity)) best = { of: other, similarity: share };
  }
  return best;
}

/** The similarity when it makes a copy, otherwise 0. Containment follows from Jaccard and the two sizes. */
function sharedText(
  a: Pick<KnownText, 'signature' | 'shingles'>,
  b: Pick<KnownText, 'signature' | 'shingles'>,
): number {
  const jaccard = packedSimilarity(a.signature, b.signature);
  if (jaccard >= copyRules.copyFrom) return jaccard;
  const smaller = Math.min(a.shingles, b.shingles);
  if (smaller < copyRules.cutShingles) return 0;
  const shared = (jaccard * (a.shingles + b.shingles)) / (1 + jaccard);
  return shared / smaller >= copyRules.cutFrom ? jaccard : 0;
}
