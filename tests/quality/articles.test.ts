import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cleanPage } from '@rasid/article';
import { describe, expect, it } from 'vitest';
import { readPages, type ScoredPage, score } from '../load/articles/pages.mjs';

/** Lowered only with a reason in the commit that does it. */
const floors = JSON.parse(readFileSync(new URL('./floors.json', import.meta.url), 'utf8')) as Record<
  string,
  number
>;

const reaches = (name: string, value: number) => {
  console.log(`${name} ${value.toFixed(3)}`);
  expect(value, name).toBeGreaterThanOrEqual(floors[name] ?? 1);
};

const read = ({ bytes, url }: ScoredPage) => cleanPage({ html: bytes, url });
const textScore = (pages: readonly ScoredPage[]): number =>
  score(
    pages,
    pages.map((page) => read(page).article?.text ?? ''),
  ).f1;

describe('articles of our own reference pages', () => {
  it('are read word for word', () => reaches('articleReference', textScore(readPages(null))));
});

const given = process.env.RASID_EVAL ? join(process.env.RASID_EVAL, 'pages') : null;
const folder = given !== null && existsSync(given) ? given : null;
if (folder === null) console.log('articles: skipped, RASID_EVAL names no folder with "pages" in it');

/** Real pages with their right answers. */
describe.skipIf(folder === null)('articles of real pages', () => {
  type Gold = { id: string; set: string; title?: string; date?: string };
  const list = join(folder ?? '', 'gold.jsonl');
  const gold = () =>
    readFileSync(list, 'utf8')
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as Gold);

  it.each([
    ['articleBenchmark', 'aeb'],
    ['articleArabic', 'arabic'],
  ])('reach %s', (name, set) => {
    const ids = new Set(gold().flatMap((page) => (page.set === set ? page.id : [])));
    reaches(name, textScore(readPages(list).filter(({ id }) => ids.has(id))));
  });

  it('have the right titles and days', () => {
    const pages = new Map(readPages(list).map((page) => [page.id, page]));
    const wanted = gold().filter(({ id, title }) => title !== undefined && pages.has(id));
    const wrong = wanted.filter(({ id, title, date }) => {
      const page = pages.get(id);
      const article = page ? read(page).article : null;
      const isTitle = article?.title.replace(/\s+/g, ' ') === title?.replace(/\s+/g, ' ');
      return !isTitle || (date !== undefined && article?.publishedAt?.slice(0, 10) !== date.slice(0, 10));
    });
    expect(wrong.map(({ id }) => id)).toEqual([]);
  });

  it('are never taken for Arabic when they are not', () => {
    const others = join(folder ?? '', 'not-arabic');
    const outcomes = readdirSync(others).map(
      (name) => cleanPage({ html: readFileSync(join(others, name)), url: 'https://a.example/b' }).outcome,
    );
    expect(outcomes.filter((outcome) => outcome === 'article')).toEqual([]);
  });
});
