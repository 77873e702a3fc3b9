import { makeId, type Story } from '@rasid/contracts';
import type { extractEvents } from '@rasid/events';
import { linkArticle, type Neighbourhood } from '@rasid/incidents';
import {
  bandsOf,
  findOrigin,
  fingerprint,
  judgeText,
  packSignature,
  unpackSignature,
} from '@rasid/similarity';
import { createMemoryIncidentStore, createMemoryStoryStore } from '@rasid/storage';

export type StoryInput = {
  id: string;
  outlet: { id: string; country: string | null; timeZone: string };
  url: string;
  publishedAt: string | null;
  title: string;
  text: string;
};

export type StoryLine = {
  verdict: Story['verdict'];
  of: string | null;
  similarity: number | null;
  storyId: string;
  incidentIds: string[];
};

/** Reads articles in order of arrival and answers story and incidents of each; everything is kept in memory. */
export function createStoryReader(extract: typeof extractEvents): (input: StoryInput) => Promise<StoryLine> {
  const stories = createMemoryStoryStore();
  const incidents = createMemoryIncidentStore<Neighbourhood>();
  const idOf = new Map<string, string>(); // article id to the caller's id

  return async (input) => {
    const articleId = makeId('article', input.outlet.id, input.url || input.id);
    const print = fingerprint(input.text);
    const bands = bandsOf(print);
    const entries = await stories.candidates(articleId, bands);
    const text = {
      articleId,
      outletId: input.outlet.id,
      exact: print.exact,
      signature: print.signature,
      shingles: print.shingles,
    };
    const verdict = judgeText(
      text,
      entries.map((entry) => ({ ...entry, signature: unpackSignature(entry.signature) })),
    );
    const storyId = verdict.storyId ?? makeId('story', articleId);
    await stories.put({ ...text, storyId, signature: packSignature(print.signature), revision: 1 }, bands);
    const of = verdict.of === null ? null : (idOf.get(verdict.of) ?? null);
    idOf.set(articleId, input.id);
    const story: Story = {
      id: storyId,
      verdict: verdict.verdict,
      of: verdict.of,
      similarity: verdict.similarity,
    };
    const incidentIds = await linkEvents({ input, articleId, story });
    return { verdict: verdict.verdict, of, similarity: verdict.similarity, storyId, incidentIds };
  };

  async function linkEvents({
    input,
    articleId,
    story,
  }: {
    input: StoryInput;
    articleId: string;
    story: Story;
  }): Promise<string[]> {
    const { outlet, title, text, url } = input;
    const publishedAt = input.publishedAt ?? new Date(0).toISOString();
    const { events, genre } = extract({
      title,
      text,
      publishedAt: input.publishedAt,
      timeZone: outlet.timeZone,
      outlet,
    });
    const article = {
      id: articleId,
      title,
      text,
      url,
      publishedAt,
      outlet: { id: outlet.id, name: { ar: outlet.id, en: outlet.id }, country: outlet.country },
      origin: findOrigin({ text, authors: [], outletId: outlet.id }),
    };
    const recordId = makeId('record', articleId, 1);
    const linked = await linkArticle({ recordId, revision: 1, article, story, genre, events }, incidents);
    await incidents.commit(linked.writing, { id: recordId, messages: '' }, await incidents.clock());
    return linked.incidentIds;
  }
}
