import { similarity } from './signature.ts';

/** What is kept of an article to recognise its copies. */
export type StoredText = {
  articleId: string;
  storyId: string;
  outletId: string;
  exact: string;
  signature: Uint32Array;
  shingles: number;
};

export type TextVerdict = {
  verdict: 'new' | 'copy' | 'revision';
  of: string | null;
  storyId: string | null;
  similarity: number | null;
};

const copyFrom = 0.6; // of three-word shingles; five-word Jaccard .8 lies above it, rewordings far below
const cutFrom = 0.85; // share of the shorter text found in the longer: a wire text cut or padded

/**
 * Whether a text is new, a copy of another article's text, or a revision of the same article.
 * `others` must not hold the article in this very revision: a repeated job is never its own copy.
 */
export function judgeText(text: Omit<StoredText, 'storyId'>, others: readonly StoredText[]): TextVerdict {
  const own = others.find((other) => other.articleId === text.articleId);
  if (own)
    return {
      verdict: 'revision',
      of: own.articleId,
      storyId: own.storyId,
      similarity: round(similarity(text.signature, own.signature)),
    };
  let best: { other: StoredText; share: number } | null = null;
  for (const other of others) {
    const share = other.exact === text.exact ? 1 : sharedText(text, other);
    if (share > 0 && (best === null || share > best.share)) best = { other, share };
  }
  if (!best) return { verdict: 'new', of: null, storyId: null, similarity: null };
  return {
    verdict: 'copy',
    of: best.other.articleId,
    storyId: best.other.storyId,
    similarity: round(best.share),
  };
}

/** The similarity when it makes a copy, otherwise 0. Containment follows from Jaccard and the two sizes. */
function sharedText(
  a: Pick<StoredText, 'signature' | 'shingles'>,
  b: Pick<StoredText, 'signature' | 'shingles'>,
): number {
  const jaccard = similarity(a.signature, b.signature);
  if (jaccard >= copyFrom) return jaccard;
  const smaller = Math.min(a.shingles, b.shingles);
  if (smaller < 40) return 0; // a short text is too easily contained
  const shared = (jaccard * (a.shingles + b.shingles)) / (1 + jaccard);
  return shared / smaller >= cutFrom ? jaccard : 0;
}

const round = (share: number): number => Math.round(share * 1000) / 1000;
