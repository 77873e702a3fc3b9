import {
  type CleanArticle,
  type CleanResult,
  cleanPage,
  driftsOf,
  noteShape,
  type PageHabits,
} from '@rasid/article';
import { type Article, type CleanJob, makeId } from '@rasid/contracts';
import { drop, pass } from '@rasid/runtime';
import type { PageHabitStore, PageStore } from '@rasid/storage';
import { longestAddress, within } from './bounds.ts';

export type CleanTools = { pages: Pick<PageStore, 'get'>; habits: PageHabitStore<PageHabits> };

/** Turns a fetched page, or the text its feed carried, into an article. */
export async function clean(job: CleanJob, tools: CleanTools) {
  const { item, entry } = job;
  const html = job.pageKey === null ? feedPage(job) : await tools.pages.get(job.pageKey);
  if (html === null) throw new Error(`The page of ${item.id} is no longer in the page store`);
  const page = {
    html,
    url: job.url,
    contentType: job.contentType,
    feedEntry: entry,
    timeZone: item.timeZone,
    fetchedAt: job.fetchedAt,
  };
  const result = cleanPage(page);
  const { outcome, article, notes } = result;
  const drift = job.pageKey === null ? '' : await noteDrift(item.outlet.id, result, tools.habits);
  const facts = {
    text: article?.text.length ?? 0,
    notes: notes.join('; ').slice(0, 200),
    ...(drift ? { drift } : {}),
  };
  if (outcome !== 'article' || !article) return drop(outcome === 'article' ? 'no-text' : outcome, facts);
  return pass('dedupe', { item, article: within(toArticle(job, article)) }, facts);
}

/** Notes what the outlet's page looked like; answers in what its latest pages differ from its usual ones. */
async function noteDrift(
  outletId: string,
  result: CleanResult,
  store: PageHabitStore<PageHabits>,
): Promise<string> {
  if (result.outcome === 'bot-wall') return ''; // says nothing of the layout
  const habits = noteShape(await store.get(outletId), result);
  await store.set(outletId, habits);
  return driftsOf(habits).join(' ');
}

/** A page made of what the feed said, for an entry whose whole text the feed carries. */
function feedPage({ entry }: CleanJob): string {
  const title = (entry.title ?? '').replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return `<html><head><title>${title}</title></head><body><article>${fuller(entry.content, entry.summary)}</article></body></html>`;
}

const fuller = (a: string | null, b: string | null): string =>
  (a ?? '').length >= (b ?? '').length ? (a ?? '') : (b ?? '');

function toArticle(job: CleanJob, clean: CleanArticle): Article {
  const { item, entry } = job;
  const isOwn = clean.canonicalUrl.length <= longestAddress && sameSite(clean.canonicalUrl, job.url);
  const canonicalUrl = isOwn ? clean.canonicalUrl : job.url;
  const isDated = clean.publishedAt !== null && clean.publishedBasis !== null;
  const origin = { id: item.outlet.id, basis: 'outlet' as const };
  return {
    id: makeId('article', item.outlet.id, canonicalUrl),
    url: job.url,
    canonicalUrl,
    outlet: item.outlet,
    origin,
    title: clean.title,
    lead: clean.lead,
    text: clean.text,
    language: clean.language,
    authors: clean.authors,
    section: clean.section,
    keywords: clean.keywords.length > 0 ? clean.keywords : entry.categories,
    image: clean.image,
    publishedAt: isDated && clean.publishedAt ? clean.publishedAt : job.fetchedAt,
    publishedBasis: isDated && clean.publishedBasis ? clean.publishedBasis : 'fetched',
    updatedAt: clean.updatedAt ?? entry.updatedAt,
    fetchedAt: job.fetchedAt,
  };
}

/** A canonical address on another site, or the front page, is a mistake of the template. */
function sameSite(canonical: string, url: string): boolean {
  try {
    const [own, other] = [new URL(url), new URL(canonical)];
    const site = (host: string) => host.split('.').slice(-2).join('.');
    return (
      site(own.hostname) === site(other.hostname) &&
      (other.pathname.length > 1 || other.search !== '' || own.pathname === '/')
    );
  } catch {
    return false;
  }
}
