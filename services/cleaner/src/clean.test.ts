import type { PageHabits } from '@rasid/article';
import type { CleanJob } from '@rasid/contracts';
import { createMemoryPageHabitStore, createMemoryPageStore } from '@rasid/storage';
import { describe, expect, it } from 'vitest';
import { clean } from './clean.ts';

const paragraphs = [
  'أعلنت بلدية وادي الكروم أن الطريق الجبلي سيُغلق يومين لإصلاح جدار استنادي تضرر في أمطار الأسبوع الماضي.',
  'وقال رئيس البلدية إن الحافلات ستسلك الطريق القديم، وإن العمل سيجري ليلاً لتخفيف الازدحام على السكان.',
];
const body = paragraphs.map((text) => `<p>${text}</p>`).join('');
const articlePage = `<html lang="ar"><head><title>إغلاق الطريق الجبلي يومين</title></head><body><article><h1>إغلاق الطريق الجبلي يومين</h1><time datetime="2025-12-02T08:00:00+03:00" class="published"></time>${body}</article></body></html>`;
const wallPage =
  '<html><head><title>Just a moment...</title></head><body><p>Checking your browser.</p></body></html>';

function job(pageKey: string | null, entry: Partial<CleanJob['entry']> = {}): CleanJob {
  return {
    item: {
      id: 'itm_a',
      sourceId: 's',
      outlet: { id: 'wadi', name: { ar: 'الوادي', en: 'Wadi' }, country: 'SY' },
      timeZone: 'Asia/Damascus',
    },
    url: 'https://wadi.example/road',
    pageKey,
    contentType: 'text/html; charset=utf-8',
    fetchedAt: '2025-12-02T06:00:00Z',
    entry: {
      guid: null,
      title: null,
      summary: null,
      content: null,
      author: null,
      publishedAt: null,
      updatedAt: null,
      categories: [],
      ...entry,
    },
  };
}

async function toolsWith(html: string) {
  const pages = createMemoryPageStore();
  const key = await pages.put(new TextEncoder().encode(html));
  return { key, tools: { pages, habits: createMemoryPageHabitStore<PageHabits>() } };
}

describe('cleaning', () => {
  it('passes the article of a page, with its own date', async () => {
    const { key, tools } = await toolsWith(articlePage);
    const outcome = await clean(job(key), tools);
    expect(outcome).toMatchObject({ fate: 'pass' });
    expect(JSON.stringify(outcome)).toContain('2025-12-02T08:00:00+03:00');
  });

  it('makes an article of each entry that has no page of its own', async () => {
    const { tools } = await toolsWith(articlePage);
    const idOf = async (url: string) => {
      const outcome = await clean({ ...job(null, { content: body }), url }, tools);
      return 'emissions' in outcome ? outcome.emissions[0]?.data.article.id : outcome.reason;
    };
    const [one, two] = [
      await idOf('https://wadi.example/feed#itm_1'),
      await idOf('https://wadi.example/feed#itm_2'),
    ];
    expect(one).toMatch(/^art_/);
    expect(two).not.toBe(one);
    expect(await idOf('https://wadi.example/feed#itm_1')).toBe(one);
  });

  it('passes what the feed carries when there is no page', async () => {
    const { tools } = await toolsWith(articlePage);
    expect(await clean(job(null, { title: 'إغلاق الطريق', content: body }), tools)).toMatchObject({
      fate: 'pass',
    });
  });

  it('drops a wall by its name, and passes the feed’s words when it has them', async () => {
    const { key, tools } = await toolsWith(wallPage);
    expect(await clean(job(key), tools)).toMatchObject({ fate: 'drop', reason: 'bot-wall' });
    expect(await clean(job(key, { title: 'إغلاق الطريق', content: body }), tools)).toMatchObject({
      fate: 'pass',
    });
  });

  it('passes no more than an article has, however much a page holds', async () => {
    const long = `${paragraphs[0]} `.repeat(3_000);
    const head = `<meta property="og:description" content="${long}"><meta property="article:section" content="${long}"><link rel="canonical" href="/${'a'.repeat(100_000)}">`;
    const entry = { title: long, categories: [long] };
    const { key, tools } = await toolsWith(
      `<html><head>${head}</head><body><article><p>${long}</p></article></body></html>`,
    );
    const outcome = await clean(job(key, entry), tools);
    expect(outcome).toMatchObject({ fate: 'pass' });
    const article = 'emissions' in outcome ? outcome.emissions[0]?.data.article : undefined;
    expect(article?.text).toHaveLength(60_000);
    expect(article?.canonicalUrl).toBe('https://wadi.example/road');
    expect(JSON.stringify({ ...article, text: '' }).length).toBeLessThan(5_000);
  });

  it('fails on a page that is no longer kept, so that it is tried again', async () => {
    const { tools } = await toolsWith(articlePage);
    await expect(clean(job('gone'), tools)).rejects.toThrow('no longer in the page store');
  });

  it('notes in what the pages of an outlet have changed', async () => {
    const { key, tools } = await toolsWith(articlePage);
    for (let page = 0; page < 60; page++) await clean(job(key), tools);
    const undated = await tools.pages.put(
      new TextEncoder().encode(articlePage.replace(/<time.*?<\/time>/, '')),
    );
    let notes = '';
    for (let page = 0; page < 20; page++) notes = JSON.stringify(await clean(job(undated), tools));
    expect(notes).toContain('undated');
  });
});
