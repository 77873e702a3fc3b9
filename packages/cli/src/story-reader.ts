import { type Article, makeId, type Story } from '@rasid/contracts';
import type { extractEvents } from '@rasid/events';
import { incidentsToldBy, linkArticle, type Neighbourhood } from '@rasid/incidents';
import {
  findCopied,
  findOrigin,
  fingerprint,
  keysOf,
  packedSimilarity,
  packSamples,
  packSignature,
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

/**
 * Reads articles in order of arrival and answers story and incidents of each; everything is kept in memory.
 * What is read later can merge incidents or split them: `incidentsOf` answers how an article stands in the end.
 */
export function createStoryReader(extract: typeof extractEvents) {
  const stories = createMemoryStoryStore(findCopied, packedSimilarity);
  const incidents = createMemoryIncidentStore<Neighbourhood>();
  const idOf = new Map<string, string>(); // article id to the caller's id

  const articleOf = new Map<string, string>(); // the other way round

  async function read(input: StoryInput): Promise<StoryLine> {
    const articleId = makeId('article', input.outlet.id, input.url || input.id);
    const print = fingerprint(input.text);
    const origin = findOrigin({ text: input.text, authors: [], outletId: input.outlet.id });
    const admission = await stories.admit({
      itemId: input.id,
      articleId,
      outletId: input.outlet.id,
      originId: origin.id,
      isOwn: origin.basis === 'outlet',
      publishedMs: Date.parse(input.publishedAt ?? '') || 0,
      whole: print.exact,
      exact: print.exact,
      signature: packSignature(print.signature),
      shingles: print.shingles,
      samples: packSamples(print.samples),
      keys: keysOf(print),
      storyId: makeId('story', articleId),
    });
    const of = admission.of === null ? null : (idOf.get(admission.of) ?? null);
    idOf.set(articleId, input.id);
    articleOf.set(input.id, articleId);
    const similarity = admission.similarity === null ? null : Math.round(admission.similarity * 1000) / 1000;
    const verdict = admission.verdict === 'unchanged' ? 'revision' : admission.verdict; // it was asked for once more
    const { storyId, revision } = admission;
    const story: Story = { id: storyId, verdict, of: admission.of, similarity };
    const said = {
      id: admission.originId,
      basis: admission.isCopied ? ('text-copy' as const) : origin.basis,
    };
    const incidentIds = await linkEvents({ input, articleId, story, revision, origin: said });
    return { verdict, of, similarity, storyId, incidentIds };
  }

  async function incidentsOf(id: string): Promise<string[]> {
    const articleId = articleOf.get(id) ?? '';
    return incidentsToldBy(articleId, await incidents.ofArticle(articleId));
  }

  return { read, incidentsOf };

  async function linkEvents({
    input,
    articleId,
    story,
    revision,
    origin,
  }: {
    input: StoryInput;
    articleId: string;
    story: Story;
    revision: number;
    origin: Article['origin'];
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
      origin,
    };
    const recordId = makeId('record', articleId, revision);
    const linked = await linkArticle({ recordId, revision, article, story, genre, events }, incidents);
    await incidents.commit(linked.writing, { id: recordId, messages: '' }, await incidents.standing());
    return linked.incidentIds;
  }
}
