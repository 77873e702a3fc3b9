import { readFileSync } from 'node:fs';
import { extractEvents } from '@rasid/events';
import { describe, expect, it } from 'vitest';

const quiet = readFileSync(new URL('./corpus/quiet-sentences.tsv', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line && !line.startsWith('#'));
const typesOf = (text: string) =>
  extractEvents({
    title: '',
    text: `${text}.`,
    publishedAt: '2025-03-04T10:00:00Z',
    timeZone: 'UTC',
    outlet: { id: 'sample', country: null },
  }).events.map(({ type }) => type);

const floor = 0.9; // .925 when the lines were last read: a sentence alone lacks what its article would say

describe('sentences in which nothing happens', () => {
  it('yield no event', () => {
    const heard = quiet
      .map((text) => ({ text, types: typesOf(text) }))
      .filter(({ types }) => types.length > 0);
    console.log(heard.map(({ text, types }) => `${types.join(' ')}: ${text}`).join('\n'));
    expect(1 - heard.length / quiet.length).toBeGreaterThanOrEqual(floor);
  });
});
