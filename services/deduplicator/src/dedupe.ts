import { type DedupeJob, makeId, type Story } from '@rasid/contracts';
import { drop, pass } from '@rasid/runtime';
import { findOrigin, fingerprint, keysOf, packSamples, packSignature } from '@rasid/similarity';
import type { Admission, NewText, StoryStore } from '@rasid/storage';

export type DedupeTools = { stories: StoryStore };

/** Decides whether an article is new, a revision of itself, or a copy of another outlet's text. */
export async function dedupe({ item, article }: DedupeJob, tools: DedupeTools) {
  const said = findOrigin({ text: article.text, authors: article.authors, outletId: article.outlet.id });
  const admission = await tools.stories.admit(textOf(item.id, article, said));
  const { verdict, revision, originId, isCopied } = admission;
  if (verdict === 'unchanged') return drop('unchanged', { article: article.id });
  const story = storyOf(admission, verdict);
  const origin = isCopied ? { id: originId, basis: 'text-copy' as const } : said;
  return pass(
    'extract',
    { item, article: { ...article, origin }, story, revision },
    { article: article.id, verdict, similarity: story.similarity },
  );
}

type Said = ReturnType<typeof findOrigin>;

/** An article as the store judges it. */
export function textOf(itemId: string, article: DedupeJob['article'], said: Said): NewText {
  const print = fingerprint(article.text);
  return {
    itemId,
    articleId: article.id,
    outletId: article.outlet.id,
    originId: said.id,
    isOwn: said.basis === 'outlet',
    publishedMs: Date.parse(article.publishedAt) || 0,
    whole: fingerprint(`${article.title}\n${article.text}`).exact,
    exact: print.exact,
    signature: packSignature(print.signature),
    shingles: print.shingles,
    samples: packSamples(print.samples),
    keys: keysOf(print),
    storyId: makeId('story', article.id),
  };
}

const storyOf = ({ of, storyId, similarity }: Admission, verdict: Story['verdict']): Story => ({
  id: storyId,
  verdict,
  of,
  similarity: similarity === null ? null : Math.round(similarity * 1000) / 1000,
});
