import { randomBytes } from 'node:crypto';
import type { RequestListener, ServerResponse } from 'node:http';
import type { FetchJob, StageName } from '@rasid/contracts';
import { createRuntime, defineStage, type Runtime, silentLogger, startStages } from '@rasid/runtime';
import { createRedisHostLanes, type HostLanes } from '@rasid/storage';
import { describe, expect, inject, it } from 'vitest';
import { fetchPage } from '../fetch.ts';
import { poll } from '../poll.ts';
import { closeLater, fetchJob, fetchTools, pollTools, type Served, serve, sourceAt } from '../test-server.ts';
import { feed } from './test-try.ts';

/** Where every answer was in the order in which the servers gave it, and how many were open at once. */
function watched(log: string[], name: string, answer: RequestListener) {
  const open = { now: 0, most: 0, requests: 0 };
  const listener: RequestListener = (request, response) => {
    if (request.url === '/robots.txt') return void response.writeHead(404).end();
    open.now++;
    open.requests++;
    open.most = Math.max(open.most, open.now);
    response.on('close', () => open.now--);
    response.on('finish', () => log.push(name));
    answer(request, response);
  };
  return { open, listener };
}

const page = (_: unknown, response: ServerResponse) =>
  void response.writeHead(200, { 'content-type': 'text/html' }).end('<p>x</p>');

type Rig = { runtime: Runtime; lanes: HostLanes; entered: () => number };

function rig(): Rig {
  const address = { url: inject('redisUrl'), prefix: `{t-${randomBytes(6).toString('hex')}}` };
  const runtime = createRuntime(address, silentLogger());
  const lanes = createRedisHostLanes(runtime.redis, address.prefix);
  let entered = 0;
  const counted: HostLanes = {
    ...lanes,
    enter: (request) => {
      entered++;
      return lanes.enter(request);
    },
  };
  closeLater(runtime.close);
  return { runtime, lanes: counted, entered: () => entered };
}

/** A process that fetches, with the worker slots of the pipeline and no allowance for this machine. */
async function work({ runtime, lanes }: Rig, gapMs: number, ...servers: Served[]) {
  const hosts = servers.map(({ host }) => host);
  const tools = { ...fetchTools(...hosts), lanes, gapMs, allowed: new Set<string>(), pageTimeMs: 60_000 };
  const ledger = {
    ...pollTools(new Set(), ...hosts),
    lanes,
    gapMs,
    allowed: new Set<string>(),
    feedTimeMs: 60_000,
  };
  const running = await startStages(
    [
      defineStage('fetch', (job, context) => fetchPage(job, tools, context)),
      defineStage('poll', (job, { signal }) => poll(job, sourceOf(job.sourceId, servers), ledger, signal)),
    ],
    runtime,
  );
  closeLater(() => running.stop(1));
}

/** "bad-3" is the fourth feed of the first server, any other of the second. */
const sourceOf = (id: string, [bad, good]: Served[]) =>
  sourceAt(`${(id.startsWith('bad') ? bad : good)?.origin}/${id}`, { id });

async function queue({ runtime }: Rig, count: number, { origin }: Served, name: string) {
  for (let at = 0; at < count; at++) {
    const job: FetchJob = fetchJob(`${origin}/${name}/${at}`);
    const data = { ...job, item: { ...job.item, id: `itm_${name}${at}`, sourceId: name } };
    await runtime.ledger.open(data.item, data);
    await runtime.queues.add('fetch', data);
  }
}

const passed = async ({ runtime }: Rig, source: string, stage: StageName = 'fetch') =>
  (await runtime.ledger.sum()).rows.find((row) => row.source === source && row.stage === stage)?.passed ?? 0;

const until = async (holds: () => Promise<boolean> | boolean) => {
  while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 10));
};

describe('a bad host beside a good one', () => {
  it('that never answers holds two worker slots and no more, and ends after all of the good', async () => {
    const log: string[] = [];
    const bad = watched(log, 'bad', () => undefined);
    const good = watched(log, 'good', page);
    const [badServer, goodServer] = [await serve(bad.listener), await serve(good.listener)];
    const rigged = rig();
    await queue(rigged, 60, badServer, 'bad');
    await queue(rigged, 8, goodServer, 'good');
    await work(rigged, 5, badServer, goodServer);
    await until(async () => (await passed(rigged, 'good')) === 8);
    await until(() => bad.open.requests > 0);
    expect(bad.open.most).toBeLessThanOrEqual(2);
    expect(log).toEqual(Array(8).fill('good'));
  });

  it('that drips holds two worker slots and no more', async () => {
    const log: string[] = [];
    const bad = watched(log, 'bad', (_, response) => {
      response.writeHead(200, { 'content-type': 'text/html' });
      const timer = setInterval(() => response.write('.'), 20);
      response.on('close', () => clearInterval(timer));
    });
    const good = watched(log, 'good', page);
    const [badServer, goodServer] = [await serve(bad.listener), await serve(good.listener)];
    const rigged = rig();
    await queue(rigged, 60, badServer, 'bad');
    await queue(rigged, 8, goodServer, 'good');
    await work(rigged, 5, badServer, goodServer);
    await until(async () => (await passed(rigged, 'good')) === 8);
    expect(bad.open.most).toBeLessThanOrEqual(2);
    expect(log).toEqual(Array(8).fill('good'));
  });

  it('that storms with 429 is asked as often as it gets slots, and not again', async () => {
    const log: string[] = [];
    const bad = watched(log, 'bad', (_, response) => void response.writeHead(429).end());
    const good = watched(log, 'good', page);
    const [badServer, goodServer] = [await serve(bad.listener), await serve(good.listener)];
    const rigged = rig();
    await queue(rigged, 100, badServer, 'bad');
    await queue(rigged, 8, goodServer, 'good');
    await work(rigged, 5, badServer, goodServer);
    await until(async () => (await passed(rigged, 'good')) === 8);
    await until(async () => (await rigged.runtime.queues.queueOf('fetch').getDelayedCount()) === 100);
    expect(bad.open.requests).toBeLessThanOrEqual(2);
  });

  it('with hundreds of items asks for each turn once: no job comes back before its turn', async () => {
    const bad = watched([], 'bad', page);
    const good = watched([], 'good', page);
    const [badServer, goodServer] = [await serve(bad.listener), await serve(good.listener)];
    const rigged = rig();
    await queue(rigged, 400, badServer, 'bad');
    await queue(rigged, 1, goodServer, 'good');
    await work(rigged, 30_000, badServer, goodServer);
    await until(async () => (await rigged.runtime.queues.queueOf('fetch').getDelayedCount()) >= 400);
    await until(async () => (await rigged.runtime.queues.queueOf('fetch').getActiveCount()) === 0);
    expect(bad.open.requests).toBeLessThanOrEqual(1);
    // Its robots.txt and its page: each job asks the lane once or twice.
    expect(rigged.entered()).toBeLessThan(2 * 401);
  });

  it('with forty feeds that never answer leaves the other polls their slots', async () => {
    const log: string[] = [];
    const bad = watched(log, 'bad', () => undefined);
    const good = watched(log, 'good', (_, response) => void response.end(feed()));
    const [badServer, goodServer] = [await serve(bad.listener), await serve(good.listener)];
    const rigged = rig();
    for (let at = 0; at < 40; at++) await rigged.runtime.polls.once(`bad-${at}`);
    for (let at = 0; at < 4; at++) await rigged.runtime.polls.once(`good-${at}`);
    await work(rigged, 5, badServer, goodServer);
    await until(() => good.open.requests >= 4 && bad.open.requests > 0);
    expect(bad.open.most).toBeLessThanOrEqual(2);
  });

  it('whose lane is taken hands a planned poll back, and the plan stands', async () => {
    const good = watched([], 'good', (_, response) => void response.end(feed()));
    const server = await serve(good.listener);
    const rigged = rig();
    await rigged.runtime.polls.plan({ sourceId: 'good-1', host: server.host, inMs: 1_000 });
    await rigged.lanes.enter({ host: server.host, gapMs: 0, slots: 9, ticket: null }); // somebody was there just now
    await work(rigged, 3_000, server, server);
    await until(() => good.open.requests === 1);
    const ends = async () =>
      (await rigged.runtime.activity.recent(9)).map(({ outcome }) => outcome).reverse();
    await until(async () => (await ends()).includes('passed'));
    expect((await ends())[0]).toBe('later');
    expect(await rigged.runtime.polls.list()).toMatchObject([{ sourceId: 'good-1' }]);
  });

  it('shares its slots among all processes', async () => {
    const bad = watched([], 'bad', () => undefined);
    const good = watched([], 'good', page);
    const [badServer, goodServer] = [await serve(bad.listener), await serve(good.listener)];
    const first = rig();
    const second = { ...first, runtime: createRuntime(first.runtime.address, silentLogger()) };
    closeLater(second.runtime.close);
    await queue(first, 40, badServer, 'bad');
    await queue(first, 8, goodServer, 'good');
    await work(first, 1, badServer, goodServer);
    await work(second, 1, badServer, goodServer);
    await until(async () => (await passed(first, 'good')) === 8);
    expect(bad.open.most).toBeLessThanOrEqual(2);
  });
});
