import { explainEvents, extractEvents } from '@rasid/events';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { viewEvents } from './view-events.ts';
import { viewExplanation } from './view-explanation.ts';

const article = {
  title: 'مقتل ثلاثة جنود بانفجار عبوة ناسفة في ريف درعا',
  text: 'قُتل ثلاثة جنود وأصيب أربعة آخرون بجروح، اليوم الخميس، جراء انفجار عبوة ناسفة قرب بلدة نوى في ريف درعا الغربي، وفق ما أفاد مصدر عسكري.',
  publishedAt: '2026-11-26T12:00:00Z',
  timeZone: 'Asia/Damascus',
  outlet: { id: 'sample', country: 'SY' },
};

describe('the readable views of an article', () => {
  const { isTTY } = process.stdout;
  const { NO_COLOR } = process.env;
  beforeEach(() => {
    process.stdout.isTTY = true;
    delete process.env.NO_COLOR;
  });
  afterEach(() => {
    process.stdout.isTTY = isTTY;
    if (NO_COLOR !== undefined) process.env.NO_COLOR = NO_COLOR;
  });

  it('colours in the sentence what each slot was read from, and changes none of its letters', () => {
    const view = viewEvents(article, extractEvents(article));
    const words = view.split('\n').find((line) => line.includes('words')) ?? '';
    expect(words).toContain('\u001b[31mجنود\u001b[0m'); // whom it befell
    expect(words).toContain('\u001b[32mنوى\u001b[0m'); // where
    expect(words).toContain('\u001b[35mمصدر عسكري\u001b[0m'); // who says so
    expect(words.replace(/\u001b\[\d+m/g, '')).toContain(article.text);
  });
  it('sets off in the title what was read there, and changes none of its letters', () => {
    const [title = ''] = viewEvents(article, extractEvents(article)).split('\n');
    expect(title).toContain('\u001b[1m\u001b[4mبانفجار عبوة\u001b[0m');
    expect(title.replace(/\u001b\[\d+m|[\u2068\u2069]/g, '')).toBe(article.title);
  });
  it('names the place to English readers, the sentence keeps its words', () => {
    const where = viewEvents(article, extractEvents(article))
      .split('\n')
      .find((line) => line.includes('where'));
    expect(where).toMatch(/Nawá|Nawa/);
    expect(where).toContain('\u2068Daraa\u2069, \u2068Syria\u2069');
  });
  it('explains by event what fired, and why the rest did not', () => {
    const lines = viewExplanation(explainEvents(article))
      .replace(/\u001b\[\d+m/g, '')
      .split('\n');
    expect(lines.some((line) => /^Bombing, main 0\.\d+ +bomb-\S+ +\u2068/.test(line))).toBe(true);
    expect(lines.some((line) => /no cause is told.* harm .*مقتل/.test(line))).toBe(true);
  });
});
