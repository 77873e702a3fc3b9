import { createMemoryModelStore } from '@rasid/storage';
import { afterEach, describe, expect, it } from 'vitest';
import { readEngine } from './config.ts';
import { createReading } from './engines.ts';
import { createModelReader, inlineEngines } from './index.ts';
import { article, good, lying, prose } from './model/test-answers.ts';
import { fails, says, startEndpoint, type Turn } from './model/test-endpoint.ts';

const open: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of open.splice(0)) await close();
});

/** Reads the article as a service with this environment would. */
async function read(
  engine: 'rules' | 'llm' | 'both',
  turns: Turn[],
  more: Record<string, string> = {},
  tell?: (problem: string | null) => void,
) {
  const endpoint = await startEndpoint(...turns);
  open.push(endpoint.close);
  const environment = { RASID_MODEL_URL: endpoint.url, RASID_MODEL_NAME: 'm-1', ...more };
  const { model } = readEngine(environment, engine);
  const reader = model && createModelReader(model, createMemoryModelStore());
  if (reader) open.push(reader.close);
  const reading = await createReading(
    engine,
    inlineEngines(() => ({})),
    reader,
    tell,
  )(article);
  return { ...reading, asked: endpoint.asked.length };
}

describe('the engines', () => {
  it('are the rules alone unless it is said otherwise, and nobody is asked', async () => {
    expect(readEngine({}).engine).toBe('rules');
    const { asked, extractor, notes } = await read('rules', [says(good)]);
    expect([asked, extractor.startsWith('rules/'), notes]).toEqual([0, true, {}]);
  });
  it('need an address and a name for a model', () => {
    expect(() => readEngine({ RASID_ENGINE: 'both' })).toThrow('RASID_MODEL_URL and RASID_MODEL_NAME');
    for (const address of ['ftp://e.org', 'http://', 'https:// /v1'])
      expect(() => readEngine({ RASID_MODEL_URL: address })).toThrow('RASID_MODEL_URL');
  });
});

describe('mode llm', () => {
  it('has the events of the model, checked', async () => {
    const { events, extractor, genre } = await read('llm', [says(good)]);
    expect(events.map(({ type, rules }) => [type, rules])).toEqual([['shelling_missile', ['model:m-1']]]);
    expect(events[0]).toMatchObject({ place: { locality: 'بنش' }, counts: { killed: { min: 3, max: 3 } } });
    expect([genre, extractor.startsWith('model/m-1@')]).toEqual(['news', true]);
  });
  it('has of a lying answer only what the article says', async () => {
    const { events, dropped, notes } = await read('llm', [says(lying)]);
    expect(events).toHaveLength(1);
    expect(events[0]).toMatchObject({ actors: [], place: null, counts: {}, victims: [{ text: 'مدنيين' }] });
    expect(notes.dropped).toBe(dropped.length);
    expect(dropped.map(({ slot }) => slot).sort()).toEqual(['actors', 'event', 'killed', 'place', 'wounded']);
  });
  it('comes back later when the model is away, and the day after when its limit is reached', async () => {
    const away = read('llm', [fails(503, 'away', { 'retry-after': '90' })]);
    await expect(away).rejects.toMatchObject({ name: 'RetryLater', delayMs: 90_000 });
    const capped = read('llm', [says(good)], { RASID_MODEL_DAILY_REQUESTS: '0' });
    await expect(capped).rejects.toMatchObject({ name: 'RetryLater', message: /limit of the day/ });
  });
  it('fails as a job when the model answers no events', async () => {
    await expect(read('llm', [says(prose)])).rejects.toMatchObject({ name: 'ModelFailure' });
  });
});

describe('what is wrong with the model', () => {
  it('is told, and that it answers', async () => {
    const told: (string | null)[] = [];
    const tell = (problem: string | null) => void told.push(problem);
    await read('llm', [fails(500, 'oops', { 'retry-after': '60' })], {}, tell).catch(() => undefined);
    await read('both', [fails(401, 'who are you')], {}, tell);
    await read('llm', [says(good)], {}, tell);
    await read('llm', [says(prose)], {}, tell).catch(() => undefined); // one bad answer, not a model that is away
    expect(told).toEqual([expect.stringContaining('500'), expect.stringContaining('401'), null]);
  });
});

describe('mode both', () => {
  it('is the union, which says who found an event', async () => {
    const [alone] = (await read('rules', [])).events;
    const { events, extractor } = await read('both', [says(good)]);
    expect(events).toHaveLength(1);
    expect(events[0]?.rules).toEqual([...(alone?.rules ?? []), 'model:m-1']);
    expect(events[0]?.confidence).toBeGreaterThan(alone?.confidence ?? 1);
    expect(extractor).toMatch(/^rules\/.*\+model\/m-1@/);
  });
  it.each([
    ['is away', fails(500, 'oops', { 'retry-after': '60' }), {}, /rules alone: the model answered 500/],
    ['answers prose', says(prose), {}, /rules alone: the answer is no list/],
    ['is used up', says(good), { RASID_MODEL_DAILY_TOKENS: '1' }, /rules alone: .*limit of the day/],
  ])('goes on with the rules when the model %s, and the job says so', async (_, turn, more, note) => {
    const alone = await read('rules', []);
    const { events, extractor, notes } = await read('both', [turn], more);
    expect(events).toEqual(alone.events);
    expect(extractor).toBe(alone.extractor);
    expect(notes.model).toMatch(note);
  });
});
