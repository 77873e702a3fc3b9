import { mostSamples, packedSimilarity, signatureSize } from './signature.ts';

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
  /** Share of the shorter text found in the longer, as sure as one standard error: a wire text cut or padded. */
  cutFrom: 0.82,
  /** A shorter text is too easily contained. */
  cutShingles: 40,
  /** Jaccard: a page that holds a text among ten others is a round-up, no copy. */
  cutLeast: 0.12,
  mostSamples,
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

/** The similarity when it makes a copy, otherwise 0. */
function sharedText(a: Text, b: Text): number {
  const jaccard = packedSimilarity(a.signature, b.signature);
  if (jaccard >= copyRules.copyFrom) return jaccard;
  const [less, more] = a.shingles <= b.shingles ? [a, b] : [b, a];
  if (less.shingles < copyRules.cutShingles || jaccard < copyRules.cutLeast) return 0;
  return surelyIn(less, more, jaccard) >= copyRules.cutFrom ? jaccard : 0;
}

const leastVariance = 1e-6;
const sampleVariance = 0.85 * 0.15; // of one sample, where nearly all are found

/**
 * Share of the shorter text that stands in the longer, one standard error taken off. Two estimates, each weighed by how
 * far it may be wrong: what follows from Jaccard and the two sizes, and the samples of the shorter among the longer's.
 */
function surelyIn(less: Text, more: Text, jaccard: number): number {
  const { found, of } = samplesIn(less.samples, more.samples);
  if (of === 0) return 0;
  const both = less.shingles + more.shingles;
  const bySize = Math.min(1, (jaccard * both) / (1 + jaccard) / less.shingles);
  const slope = both / less.shingles / (1 + jaccard) ** 2;
  const sizeVariance = Math.max(((jaccard * (1 - jaccard)) / signatureSize) * slope ** 2, leastVariance);
  const [bySamples, byJaccard] = [of / sampleVariance, 1 / sizeVariance];
  const share = ((found / of) * bySamples + bySize * byJaccard) / (bySamples + byJaccard);
  return share - Math.sqrt(1 / (bySamples + byJaccard));
}

/** How many of the first samples are among the second, of those that can be: a long text keeps its smallest only. */
function samplesIn(less: Buffer, more: Buffer): { found: number; of: number } {
  const known = new Set<number>();
  for (let at = 0; at < more.length; at += 2) known.add(more.readUInt16BE(at));
  const last = more.length === 2 * mostSamples ? more.readUInt16BE(more.length - 2) : 0xffff;
  let [found, of] = [0, 0];
  for (let at = 0; at < less.length; at += 2) {
    const sample = less.readUInt16BE(at);
    if (sample > last) break;
    of++;
    if (known.has(sample)) found++;
  }
  return { found, of };
}
