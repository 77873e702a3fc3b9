import { countKinds, dropReasons, eventTypeIds, genres, publishedOutcomes } from '@rasid/contracts';
import { describe, expect, test } from 'vitest';
import { readStories } from './data.ts';
import { fillDates } from './dates.ts';
import { outlets } from './outlets.ts';
import type { Expected, StoryFile } from './story.ts';
import { encodeWindows1256 } from './windows-1256.ts';

const stories = readStories();

/** Runs of five words; copies share them, own words do not. */
function runsOf({ paragraphs }: { paragraphs: string[] }): Set<string> {
  const words = paragraphs.join(' ').split(/\s+/);
  return new Set(words.slice(4).map((_, index) => words.slice(index, index + 5).join(' ')));
}

/** Share of the first text's runs that stand in the second, 0 to 1. */
function sharedRuns(text: Set<string>, other: Set<string>): number {
  return [...text].filter((run) => other.has(run)).length / Math.max(text.size, 1);
}

const ids = new Set(stories.map((story) => story.id));
const outcomes = new Set<string>([
  ...publishedOutcomes,
  ...Object.keys(dropReasons).map((reason) => `dropped:${reason}`),
]);
const servings = [
  'article',
  'gallery',
  'pdf',
  'missing',
  'denied',
  'private-redirect',
  'busy-once',
  'nowhere',
];
// Bidi controls and zero-width marks: none of them belongs in a text we write.
const forbidden = /[\u061C\u200B-\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/;

/** How the texts write a figure: digits, or one of these words. */
const words: Record<number, string> = {
  1: 'ثالث|جريح|أحد المارة',
  2: 'شخصان|رجلين|قتيلين',
  3: 'ثلاث',
  4: 'أربع',
  5: 'خمسة',
  6: 'ستة',
  8: 'ثمانية',
  11: 'أحد عشر',
  12: 'اثنا عشر',
  20: 'عشرات',
  200: 'مئات',
  70000: '70 ألف',
};
const wording = (figure: number) => new RegExp(`\\b${figure}\\b|${words[figure] ?? '(?!)'}`);

function checkExpected(expected: Expected): void {
  expect(outcomes).toContain(expected.outcome);
  expect(expected.outcome === 'copy').toBe(expected.copyOf !== undefined);
  if (expected.copyOf !== undefined) expect(ids).toContain(expected.copyOf);
  if (expected.genre !== undefined) expect(genres).toContain(expected.genre);
  if (expected.incident !== undefined) expect(expected.main).not.toBeNull();
  if (!expected.main) return;
  expect(eventTypeIds).toContain(expected.main.type);
  expect(expected.main.country).toMatch(/^[A-Z]{2}$/);
  for (const kind of Object.keys(expected.main.counts)) expect(countKinds).toContain(kind);
}

function checkText({ title, paragraphs }: { title: string; paragraphs: string[] }, outletId: string): void {
  expect(title).not.toMatch(/\{\{/);
  for (const text of [title, ...paragraphs]) {
    expect(text).toBe(text.normalize('NFC'));
    expect(text).not.toMatch(forbidden);
    expect(fillDates(text, new Date())).not.toMatch(/[{}]/);
    if (outletId === 'sample-qantara') encodeWindows1256(text);
  }
}

function checkStory(story: StoryFile): void {
  const outlet = outlets.find(({ id }) => id === story.outletId);
  const sources = outlet?.sources.map(({ id }) => id);
  expect(story.feeds.length).toBeGreaterThan(0);
  for (const feed of story.feeds) expect(sources).toContain(feed);
  expect([1, 2]).toContain(story.edition);
  expect(servings).toContain(story.serve);
  expect(['ar', 'fr']).toContain(story.language);
  expect(story.publishedOffsetMinutes).toBeGreaterThanOrEqual(0);
  expect(story.slug).toMatch(/^[\p{L}\p{M}\p{N}-]+$/u);
  expect(story.section).not.toBe('');
  checkText(story, story.outletId);
  checkExpected(story.expected);
  if (!story.revision) return;
  checkText(story.revision, story.outletId);
  checkExpected(story.revision.expected);
}

test.each(stories.map((story) => [story.id, story] as const))('%s is complete', (_, story) =>
  checkStory(story),
);

describe('the sample as a whole', () => {
  test('has about forty stories', () => {
    expect(stories.length).toBeGreaterThanOrEqual(40);
  });

  test('tells six incidents, each by three outlets or more', () => {
    const tellers = new Map<string, Set<string>>();
    for (const { expected, outletId } of stories) {
      if (expected.incident === undefined) continue;
      tellers.set(expected.incident, (tellers.get(expected.incident) ?? new Set()).add(outletId));
    }
    expect([...tellers.keys()].sort()).toEqual([
      'baqubah-market',
      'basra-graduates',
      'kfarruman-strike',
      'minya-bus',
      'safira-cell',
      'seiyun-floods',
    ]);
    for (const outletIds of tellers.values()) expect(outletIds.size).toBeGreaterThanOrEqual(3);
  });

  test('keeps copies for the second edition, so that the original is always first', () => {
    const copies = stories.filter(({ expected }) => expected.outcome === 'copy');
    expect(copies.length).toBeGreaterThanOrEqual(3);
    for (const { expected, edition } of copies) {
      const original = stories.find(({ id }) => id === expected.copyOf);
      expect([edition, original?.edition]).toEqual([2, 1]);
    }
  });

  test('tells in own words what is no copy, and word for word what is', () => {
    const runs = new Map(stories.map((story) => [story.id, runsOf(story)]));
    const none = new Set<string>();
    const wrong = stories.flatMap(({ id, expected }) =>
      [...runs]
        .filter(([other]) => other !== id)
        .filter(([other, otherRuns]) => {
          const shared = sharedRuns(runs.get(id) ?? none, otherRuns);
          const original = stories.find((story) => story.id === other)?.expected;
          if (expected.copyOf === other) return shared < 0.9;
          return original?.copyOf !== id && shared > 0.1;
        })
        .map(([other]) => `${id} and ${other}`),
    );
    expect(wrong).toEqual([]);
  });

  test('takes every figure it expects from the text', () => {
    const told = stories.flatMap(({ id, title, paragraphs, expected, revision }) => [
      { id, text: [title, ...paragraphs].join(' '), counts: expected.main?.counts ?? {} },
      ...(revision
        ? [{ id, text: revision.paragraphs.join(' '), counts: revision.expected.main?.counts ?? {} }]
        : []),
    ]);
    const missing = told.flatMap(({ id, text, counts }) =>
      Object.values(counts)
        .filter(({ min }) => min !== null && !wording(min).test(text))
        .map(({ min }) => `${id}: ${min}`),
    );
    expect(missing).toEqual([]);
  });
});
