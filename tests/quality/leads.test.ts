import { readFileSync } from 'node:fs';
import { eventTypeIds } from '@rasid/contracts';
import { extractEvents } from '@rasid/events';
import { describe, expect, it } from 'vitest';

const leads = readFileSync(new URL('./corpus/leads.tsv', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line && !line.startsWith('#'))
  .map((line) => {
    const [type = '', text = ''] = line.split('\t');
    return { type, text };
  });
const typesOf = (text: string) =>
  extractEvents({
    title: '',
    text: `${text}.`,
    publishedAt: '2025-03-04T10:00:00Z',
    timeZone: 'UTC',
    outlet: { id: 'sample', country: null },
  }).events.map(({ type }) => type);

const floor = 0.94; // .949 when the lines were last read: most of the rest are heard and fall just short of likely, standing alone

describe('opening sentences of reports', () => {
  it('has at least six of every type', () => {
    for (const type of eventTypeIds)
      expect(leads.filter((each) => each.type === type).length, type).toBeGreaterThanOrEqual(6);
  });
  it('names the happening each announces', () => {
    const missed = leads.filter(({ type, text }) => !typesOf(text).some((each) => each === type));
    console.log(missed.map(({ type, text }) => `${type}: ${text}`).join('\n'));
    expect(1 - missed.length / leads.length).toBeGreaterThanOrEqual(floor);
  });
});
