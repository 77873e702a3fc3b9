import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { type Pipeline, startPipeline } from '@rasid/cli';
import { type Message, type RasidRecord, stageNames } from '@rasid/contracts';
import { type ExpectedStory, type Newsroom, startNewsroom } from '@rasid/newsroom';
import { createOutputStream } from '@rasid/storage';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';

const run = promisify(execFile);
const rasid = fileURLToPath(new URL('../../packages/cli/dist/main.js', import.meta.url)); // npm test builds it
const address = { url: inject('redisUrl'), prefix: `{t-${randomBytes(6).toString('hex')}}` };

/** The rows of docs/redis.md: which keys there are, and whether they end. */
function keyTable(): { pattern: RegExp; ends: boolean }[] {
  const page = readFileSync(new URL('../../docs/redis.md', import.meta.url), 'utf8');
  return [...page.matchAll(/^\| (`[^|]+) \|[^|]+\| ([^|]+) \|$/gm)].flatMap(([, keys = '', ends = '']) =>
    [...keys.matchAll(/`([^`]+)`/g)].map(([, key = '']) => {
      const isQueue = stageNames.some((stage) => stage === key);
      const pattern = new RegExp(`^${key.replaceAll('*', '.+')}${isQueue ? '(?::.+)?' : ''}$`);
      return { pattern, ends: !ends.startsWith('never') };
    }),
  );
}

describe('the whole pipeline on the sample newsroom', () => {
  let newsroom: Newsroom;
  let pipeline: Pipeline;

  beforeAll(async () => {
    process.env.RASID_SOURCES = 'none';
    process.env.RASID_LOG_LEVEL = 'silent';
    newsroom = await startNewsroom();
    pipeline = await startPipeline({
      address,
      stages: stageNames,
      logFile: undefined,
      sample: newsroom.sources,
    });
    await pipeline.runtime.outputs.subscribe('desk');
    await settled(newsroom.stories.filter(({ edition }) => edition === 1));
    newsroom.revise(); // a risen toll at an old address, wire copies
    await settled(newsroom.stories);
  }, 120_000);

  afterAll(async () => {
    await pipeline?.stop();
    await newsroom?.close();
  });

  const messages = async (): Promise<Message[]> => {
    const stream = createOutputStream(pipeline.runtime.redis, address.prefix);
    return (await stream.read({ time: '2000-01-01T00:00:00Z' }, 10_000)).map(({ message }) => message);
  };
  const aliasesOf = ({ data }: Message): string[] => ('incident' in data ? data.incident.aliases : []);
  const retractedOf = ({ type, subject }: Message): string[] =>
    type === 'rasid.incident.retracted' ? [subject] : [];
  const records = async (): Promise<RasidRecord[]> =>
    (await messages()).flatMap(({ data }) => ('article' in data ? data : []));

  /** Waits until as many items ended as stories are expected, and none is open. */
  async function settled(stories: ExpectedStory[]): Promise<void> {
    for (;;) {
      const sum = await pipeline.runtime.ledger.sum();
      if (sum.open === 0 && sum.ended >= stories.length) return;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  it('gives every item the outcome its story asks for', async () => {
    const { outcomes } = await pipeline.runtime.ledger.sum();
    const expected: Record<string, number> = {};
    for (const story of newsroom.stories)
      expected[story.expected.outcome] = (expected[story.expected.outcome] ?? 0) + 1;
    expect(outcomes).toEqual(expected);
  });

  it('proves that what came in went out', async () => {
    expect(await pipeline.runtime.ledger.sum()).toMatchObject({ open: 0, balanced: true });
  });

  it('publishes each record once', async () => {
    const ids = (await messages()).map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('hands every message to a subscriber, in the order of the stream', async () => {
    const { redis } = pipeline.runtime;
    const waiting = (await redis.lrange(`${address.prefix}:out-desk:wait`, 0, -1)).reverse(); // BullMQ's list, newest first
    expect(waiting.length).toBeGreaterThan(newsroom.stories.length);
    expect(waiting).toEqual((await messages()).map(({ id }) => id));
  });

  it('cuts every span of every record out of its article', async () => {
    for (const record of await records()) {
      for (const event of record.events) {
        for (const { field, start, end, text } of [
          event.trigger,
          event.evidence,
          ...event.actors.map(({ span }) => span),
        ]) {
          expect(record.article[field].slice(start, end)).toBe(text);
        }
      }
    }
  });

  it('tells every time as the published schema says: ISO 8601 with a zone', async () => {
    const told = JSON.stringify(await messages()).matchAll(/"(?:time|at|\w+At)":"([^"]*)"/g);
    const times = [...told].map(([, time]) => time ?? '');
    expect(times.length).toBeGreaterThan(100);
    const isTime = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/;
    expect(times.filter((time) => !isTime.test(time))).toEqual([]);
  });

  it('keeps nothing in Redis that docs/redis.md does not name, and nothing longer than it says', async () => {
    const table = keyTable();
    const { redis } = pipeline.runtime;
    const wrong: string[] = [];
    for (const key of await redis.keys(`${address.prefix.replace(/[{}]/g, '?')}:*`)) {
      const rows = table.filter(({ pattern }) => pattern.test(key.slice(address.prefix.length + 1)));
      const isEnding = (await redis.ttl(key)) !== -1;
      if (!rows.some(({ ends }) => isEnding || !ends)) wrong.push(key);
    }
    expect(wrong).toEqual([]);
  });

  it('hears an operator merge two incidents, in turn and under the older id', async () => {
    const told = await messages();
    // The order of arrival may have merged some already: those ids are no incidents of their own any more.
    const over = new Set(told.flatMap((message) => [...aliasesOf(message), ...retractedOf(message)]));
    const [one, two] = told.filter(
      ({ type, subject }) => type === 'rasid.incident.created' && !over.has(subject),
    );
    if (!one || !two) throw new Error('the sample tells of more than one incident');
    const { stdout } = await run(process.execPath, [rasid, 'incidents', 'merge', one.subject, two.subject], {
      env: { ...process.env, REDIS_URL: address.url, RASID_PREFIX: address.prefix },
    });
    const both = [one.subject, two.subject];
    const merged = async () =>
      (await messages()).find(
        (message) =>
          message.type === 'rasid.incident.merged' &&
          both.includes(message.subject) &&
          aliasesOf(message).some((id) => both.includes(id)),
      );
    await expect.poll(merged, { timeout: 10_000 }).toBeDefined();
    const message = await merged();
    expect(stdout).toContain(message?.subject);
    const before = told.filter(({ subject }) => subject === message?.subject);
    expect(Number(message?.sequence)).toBe(before.length + 1);
  });
});
