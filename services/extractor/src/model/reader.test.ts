import { randomBytes } from 'node:crypto';
import { connectRedis, createMemoryModelStore, createRedisModelStore } from '@rasid/storage';
import { afterAll, afterEach, describe, expect, inject, it } from 'vitest';
import type { ModelSettings } from '../config.ts';
import { createModelReader } from './reader.ts';
import { article, fenced, good, prose, truncated } from './test-answers.ts';
import { breaksOff, fails, isSilent, says, startEndpoint, type Turn } from './test-endpoint.ts';

const redis = connectRedis(inject('redisUrl'));
const open: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of open.splice(0)) await close();
});
afterAll(() => redis.disconnect());

const today = () => new Date().toISOString().slice(0, 10);
const key = 'sk-test-3f9a'; // a key of nobody

/** A reader and the endpoint it asks. */
async function readerOf(
  turns: Turn[],
  change: Partial<ModelSettings> = {},
  store = createMemoryModelStore(),
) {
  const endpoint = await startEndpoint(...turns);
  const settings: ModelSettings = {
    url: endpoint.url,
    key,
    name: 'm-1',
    timeoutMs: 10_000,
    limits: { requests: 10, tokens: 1_000_000 },
    cacheSeconds: 60,
    batch: { articles: 4, characters: 12_000 },
    ...change,
  };
  const reader = createModelReader(settings, store);
  open.push(reader.close, endpoint.close);
  return { reader, asked: endpoint.asked, store, settings };
}
const failureOf = (reading: Promise<unknown>) =>
  reading.then(
    () => null,
    (error: unknown) => error,
  );

describe('a question', () => {
  it('is a chat completion with the schema, the model and the key', async () => {
    const { reader, asked } = await readerOf([says(good)]);
    const { answer, isKept } = await reader.read(article);
    expect([answer.events.length, answer.misfits, isKept]).toEqual([1, 0, false]);
    expect(asked[0]).toMatchObject({
      path: '/v1/chat/completions',
      authorization: `Bearer ${key}`,
      body: { model: 'm-1', temperature: 0, response_format: { type: 'json_schema' } },
    });
  });
  it('goes without schema to an endpoint that knows none, and does so from then on', async () => {
    const unknown = fails(400, 'response_format.json_schema is not supported');
    const { reader, asked } = await readerOf([unknown, unknown, says(fenced)]);
    expect((await reader.read(article)).answer.events).toHaveLength(1);
    await reader.read({ ...article, title: 'عنوان آخر' });
    expect(asked.map(({ body }) => body.response_format)).toMatchObject([
      { type: 'json_schema' },
      { type: 'json_schema' },
      { type: 'json_object' },
      { type: 'json_object' },
    ]);
  });
  it('keeps its schema where only the name of the token limit is refused', async () => {
    const { reader, asked } = await readerOf([fails(400, 'use max_completion_tokens'), says(good)]);
    expect((await reader.read(article)).answer.events).toHaveLength(1);
    expect(asked[1]?.body).toMatchObject({
      max_completion_tokens: 4_000,
      response_format: { type: 'json_schema' },
    });
    expect(asked[1]?.body).not.toHaveProperty('temperature');
  });
  it('goes without any format where none is known, and never asks for a stream', async () => {
    const unknown = fails(422, 'response_format is not supported');
    const { reader, asked } = await readerOf([unknown, unknown, unknown, unknown, says(fenced)]);
    expect((await reader.read(article)).answer.events).toHaveLength(1);
    expect(asked.at(-1)?.body).not.toHaveProperty('response_format');
    expect(asked.map(({ body }) => body.stream)).toEqual([false, false, false, false, false]);
  });
  it('is answered in parts by some', async () => {
    const parts: Turn = (response) => {
      const content = [
        { type: 'text', text: good.slice(0, 40) },
        { type: 'text', text: good.slice(40) },
      ];
      response.end(JSON.stringify({ choices: [{ message: { content }, finish_reason: 'stop' }] }));
    };
    const { reader } = await readerOf([parts]);
    expect((await reader.read(article)).answer.events).toHaveLength(1);
  });
});

describe.each([
  ['on Redis', () => createRedisModelStore(redis, `{t-${randomBytes(6).toString('hex')}}`)],
  ['in memory', createMemoryModelStore],
] as const)('answers kept %s', (_, create) => {
  it('are not asked again for the same text, and are for another text, another model', async () => {
    const { reader, asked, store, settings } = await readerOf([says(good)], {}, create());
    await reader.read(article);
    const again = await reader.read(article);
    expect([again.isKept, again.answer.events.length, asked.length]).toEqual([true, 1, 1]);
    await reader.read({ ...article, text: `${article.text}.` });
    expect(asked).toHaveLength(2);
    const other = createModelReader({ ...settings, name: 'm-2' }, store);
    open.push(other.close);
    await other.read(article);
    expect(asked).toHaveLength(3);
  });
  it('cost what the endpoint counts, and no more is spent in a day than allowed', async () => {
    const limits = { requests: 2, tokens: 1_000_000 };
    const { reader, asked, store } = await readerOf([says(good, 'stop', 1_500)], { limits }, create());
    await reader.read(article);
    expect(await store.spent(today())).toEqual({ requests: 1, tokens: 1_500 });
    await reader.read({ ...article, title: 'ثان' });
    const failure = await failureOf(reader.read({ ...article, title: 'ثالث' }));
    expect(failure).toMatchObject({ kind: 'capped' });
    expect(asked).toHaveLength(2);
  });
  it('are not asked when the tokens of the day would not suffice', async () => {
    const limits = { requests: 10, tokens: 5_000 };
    const { reader, asked } = await readerOf([says(good)], { limits }, create());
    expect(await failureOf(reader.read(article))).toMatchObject({ kind: 'capped' });
    expect(asked).toEqual([]);
  });
});

describe('an endpoint with trouble', () => {
  it.each([
    ['is busy', fails(429, 'slow down', { 'retry-after': '0' })],
    ['fails', fails(500, 'oops', { 'retry-after': '0' })],
    ['breaks off', breaksOff],
    ['answers with prose', says(prose)],
  ])('that %s is asked again', async (_, trouble) => {
    const { reader, asked, store } = await readerOf([trouble, says(good)]);
    expect((await reader.read(article)).answer.events).toHaveLength(1);
    expect(asked).toHaveLength(2);
    expect((await store.spent(today())).requests).toBe(2);
  });
  it('is given up after three tries, then left alone while other articles come', async () => {
    const { reader, asked, store } = await readerOf([fails(503, 'away', { 'retry-after': '0' })]);
    expect(await failureOf(reader.read(article))).toMatchObject({ kind: 'away' });
    expect(asked).toHaveLength(3);
    expect((await store.spent(today())).tokens).toBe(0);
  });
  it('that wants a longer pause than there is time for says when to come back', async () => {
    const { reader, asked } = await readerOf([fails(429, 'quota', { 'retry-after': '120' }), says(good)]);
    expect(await failureOf(reader.read(article))).toMatchObject({ kind: 'away', retryAfterMs: 120_000 });
    expect(await failureOf(reader.read({ ...article, title: 'ثان' }))).toMatchObject({ kind: 'away' });
    expect(asked).toHaveLength(1);
  });
  it('that is slow is not waited for, and what it may have cost stays counted', async () => {
    const { reader, store } = await readerOf([isSilent], { timeoutMs: 150 });
    expect(await failureOf(reader.read(article))).toMatchObject({
      kind: 'away',
      message: 'the model took too long',
    });
    expect((await store.spent(today())).tokens).toBeGreaterThan(4_000);
  });
  it('in whose place a web page answers is away: no article is to blame', async () => {
    const page: Turn = (response) => void response.writeHead(200).end('<html>Sign in</html>');
    const { reader } = await readerOf([page, page, page, page], { timeoutMs: 300 });
    expect(await failureOf(reader.read(article))).toMatchObject({
      kind: 'away',
      message: expect.stringContaining('RASID_MODEL_URL'),
    });
  });
  it('whose answer is cut off is not paid twice for it', async () => {
    const { reader, asked } = await readerOf([says(truncated, 'length'), says(good)]);
    expect(await failureOf(reader.read(article))).toMatchObject({ kind: 'unreadable' });
    expect(asked).toHaveLength(1);
  });
  it('that repeats the key in its error does not bring it into a log', async () => {
    const { reader, asked } = await readerOf([fails(401, `Incorrect API key provided: ${key}`)]);
    const failure = await failureOf(reader.read(article));
    expect(failure).toMatchObject({ kind: 'refused' });
    expect(String(failure)).toContain('***');
    expect(String(failure)).not.toContain(key);
    expect(asked).toHaveLength(1);
  });
});
