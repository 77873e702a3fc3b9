import { readFileSync } from 'node:fs';
import type { Count } from '@rasid/contracts';
import { describe, expect, it } from 'vitest';
import { eventsIn } from './test-article.ts';

/** Sentences of our own, each with what it says: `samples/*.tsv`, columns parted by tabs. */
const rowsOf = (name: string): [string, string][] =>
  readFileSync(new URL(`../samples/${name}.tsv`, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split('\t'))
    .map(([text = '', wanted = '']) => [text, wanted]);

const boundsOf = ({ min, max }: Count): string => (min === max ? `${min}` : `${min ?? ''}..${max ?? ''}`);
const people = new Set(
  'killed wounded arrested abducted captured released displaced missing rescued sentenced infected participants evacuated hospitalised returned'.split(
    ' ',
  ),
);

describe('how many', () => {
  it.each(rowsOf('counts'))('%s', (text, wanted) => {
    const asked = new Set(wanted.split(' ').map((each) => each.split('=')[0]));
    const told = new Map<string, string>();
    for (const { counts } of eventsIn(text))
      for (const [kind, count] of Object.entries(counts))
        if ((people.has(kind) || asked.has(kind)) && !told.has(kind)) told.set(kind, boundsOf(count));
    const said = [...told].map(([kind, bounds]) => `${kind}=${bounds}`);
    expect(said.sort()).toEqual(wanted === '-' ? [] : wanted.split(' ').sort());
  });
});

const mainOf = (text: string) => {
  const events = eventsIn(text);
  return events.find(({ status }) => status === 'main') ?? events[0];
};

describe('where', () => {
  it.each(rowsOf('places'))('%s', (text, wanted) => {
    const place = mainOf(text)?.place;
    const told = [place?.country, place?.admin1, place?.locality].map((level) => level ?? '-');
    const asked = wanted.split('/');
    expect(told.map((level, at) => (asked[at] === '*' ? '*' : level))).toEqual(asked);
  });
});

describe('when', () => {
  it.each(rowsOf('dates'))('%s', (text, wanted) => {
    const event = mainOf(text);
    expect(event, 'an event is told').toBeDefined();
    const [start = '', end] = wanted.split('..');
    expect(event?.date?.start ?? '-').toBe(start);
    if (end) expect(event?.date?.end).toBe(end);
  });
  it('is unknown without a date of publication, where the text names none in full', () => {
    const [event] = eventsIn('قتل ثلاثة مدنيين أمس الأحد بقصف مدفعي على مدينة سرمين.', '', null);
    expect(event?.type).toBe('shelling_missile');
    expect(event?.date).toBeNull();
  });
});
