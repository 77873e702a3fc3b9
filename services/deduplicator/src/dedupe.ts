import { type DedupeJob, makeId, type Story } from '@rasid/contracts';
import { drop, pass } from '@rasid/runtime';
import {
  bandsOf,
  findOrigin,
  fingerprint,
  judgeText,
  packSignature,
  type TextVerdict,
  unpackSignature,
} from '@rasid/similarity';
import type { StoryEntry, StoryStore } from '@rasid/storage';

export type DedupeTools = { stories: StoryStore };

type Decision = {
  story: Story;
  revision: number;
  origin: { id: string; basis: 'byline' | 'dateline' | 'text-copy' | 'outlet' };
};

/** Decides whether an article is new, a revision of itself, or a copy of another outlet's text. */
export async function dedupe({ item, article }: DedupeJob, tools: DedupeTools) {
  const earlier = await tools.stories.decided(item.id);
  const decision =
    earlier === 'unchanged'
      ? earlier
      : earlier
        ? (JSON.parse(earlier) as Decision)
        : await decide(item.id, article, tools.stories); // written below
  if (decision === 'unchanged') return drop('unchanged', { article: article.id });
  const { story, revision, origin } = decision;
  return pass(
    'extract',
    { item, article: { ...article, origin }, story, revision },
    { article: article.id, verdict: story.verdict, similarity: story.similarity },
  );
}

async function decide(
  itemId: string,
  article: DedupeJob['article'],
  stories: StoryStore,
): Promise<Decision | 'unchanged'> {
  const print = fingerprint(`${article.title}\n${article.text}`);
  const body = fingerprint(article.text);
  const bands = bandsOf(body);
  const entries = await stories.candidates(article.id, bands);
  const own = entries.find((entry) => entry.articleId === article.id);
  if (own && own.exact === print.exact) {
    await stories.decide(itemId, 'unchanged');
    return 'unchanged';
  }
  const text = {
    articleId: article.id,
    outletId: article.outlet.id,
    exact: body.exact,
    signature: body.signature,
    shingles: body.shingles,
  };
  const verdict = judgeText(text, entries.map(unpack));
  const storyId = verdict.storyId ?? makeId('story', article.id);
  const revision = own ? own.revision + 1 : 1;
  const decision: Decision = {
    story: storyOf(verdict, storyId),
    revision,
    origin: originOf(article, verdict, entries),
  };
  // Decision first: a job repeated after a kill answers the same, and putting the entry twice changes nothing.
  await stories.decide(itemId, JSON.stringify(decision));
  await stories.put(
    { ...text, storyId, exact: print.exact, signature: packSignature(body.signature), revision },
    bands,
  );
  return decision;
}

const unpack = (entry: StoryEntry) => ({ ...entry, signature: unpackSignature(entry.signature) });

const storyOf = ({ verdict, of, similarity }: TextVerdict, id: string): Story => ({
  id,
  verdict,
  of,
  similarity,
});

/** What the text says of its words; failing that, the outlet it was copied from. */
function originOf(
  article: DedupeJob['article'],
  verdict: TextVerdict,
  entries: readonly StoryEntry[],
): Decision['origin'] {
  const said = findOrigin({ text: article.text, authors: article.authors, outletId: article.outlet.id });
  if (said.basis !== 'outlet' || verdict.verdict !== 'copy') return said;
  const source = entries.find((entry) => entry.articleId === verdict.of);
  return source ? { id: source.outletId, basis: 'text-copy' } : said;
}
