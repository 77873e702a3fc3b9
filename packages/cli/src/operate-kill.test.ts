import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { type AddressInfo, connect, createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { testRecord } from '@rasid/contracts/testing';
import { extractEvents } from '@rasid/events';
import { linkArticle, type Neighbourhood } from '@rasid/incidents';
import { publisherStages } from '@rasid/publisher';
import { createRuntime, type Runtime, silentLogger, startStages, sweep } from '@rasid/runtime';
import { createOutputStream, createRedisIncidentStore } from '@rasid/storage';
import { expect, inject, it } from 'vitest';

const main = fileURLToPath(new URL('../dist/main.js', import.meta.url)); // npm test builds before it runs the tests

const texts = [
  'قُتل ستة أشخاص بانفجار عبوة ناسفة في سوق شعبي بمدينة المقدادية بمحافظة ديالى اليوم، بحسب مصدر أمني.',
  'جرفت السيول عشرات المنازل في مديرية باجل بمحافظة الحديدة، وقتل أربعة أشخاص، وفق السلطات المحلية.',
];

/** Two incidents in the store, of one article each. */
async function tellTwo(runtime: Runtime): Promise<[string, string]> {
  const store = createRedisIncidentStore<Neighbourhood>(runtime.redis, runtime.address.prefix);
  const ids: string[] = [];
  for (const [at, text] of texts.entries()) {
    const { article, story, id, revision } = testRecord(`r${at}`);
    const title = text.slice(0, 40);
    const { events, genre } = extractEvents({
      title,
      text,
      publishedAt: article.publishedAt,
      timeZone: 'Asia/Baghdad',
      outlet: article.outlet,
    });
    const input = { recordId: id, revision, article: { ...article, title, text }, story, genre, events };
    const { writing, incidentIds } = await linkArticle(input, store);
    await store.commit(writing, { id, messages: '[]' }, await store.standing());
    ids.push(...incidentIds);
  }
  const [one, two] = ids;
  if (!one || !two) throw new Error('two incidents were told');
  return [one, two];
}

const snare = ':publish:wait';

/** A way to Redis that kills its user at the moment it is about to queue for `publish`, before anything is queued. */
async function startTrap(
  target: URL,
): Promise<{ url: string; watch: (child: ChildProcess) => void; close: () => void }> {
  let victim: ChildProcess | null = null;
  const server = createServer((client) => {
    const redis = connect(Number(target.port), target.hostname);
    let asked = '';
    client.on('data', (bytes) => {
      asked = asked.slice(-snare.length) + bytes.toString('latin1'); // the key may come in two pieces
      if (asked.includes(snare)) victim?.kill('SIGKILL');
      else redis.write(bytes);
    });
    redis.pipe(client);
    for (const [socket, other] of [
      [client, redis],
      [redis, client],
    ] as const)
      socket.on('error', () => undefined).on('close', () => other.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo; // it listens on TCP
  return {
    url: `redis://127.0.0.1:${port}`,
    watch: (child) => {
      victim = child;
    },
    close: () => server.close(),
  };
}

it('publishes an operator’s merge whose command was killed before it was queued, once', async () => {
  const address = { url: inject('redisUrl'), prefix: `{t-${randomBytes(6).toString('hex')}}` };
  const runtime = createRuntime(address, silentLogger());
  const trap = await startTrap(new URL(address.url));
  const [one, two] = await tellTwo(runtime);
  const child = spawn(process.execPath, [main, 'incidents', 'merge', one, two], {
    env: { ...process.env, REDIS_URL: trap.url, RASID_PREFIX: address.prefix },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  trap.watch(child);
  let complaint = '';
  child.stderr.on('data', (bytes) => {
    complaint += bytes;
  });
  const [code, signal] = await once(child, 'close');
  trap.close();
  expect({ code, signal, complaint }).toEqual({ code: null, signal: 'SIGKILL', complaint: '' });

  const store = createRedisIncidentStore(runtime.redis, address.prefix);
  expect((await store.get(one))?.id).toBe((await store.get(two))?.id); // it was stored
  expect(await runtime.queues.queueOf('publish').count()).toBe(0); // and told to nobody

  expect((await sweep(runtime)).resent).toBe(1);
  expect((await sweep(runtime)).resent).toBe(0);
  const stages = await startStages(publisherStages(runtime), runtime);
  const stream = createOutputStream(runtime.redis, address.prefix);
  while ((await store.standing()).unsent.length > 0) await new Promise((resolve) => setTimeout(resolve, 15));
  expect((await sweep(runtime)).resent).toBe(0);
  const published = (await stream.latest(9)).map(({ message }) => message);
  expect(published.map(({ type, sequence }) => [type, sequence])).toEqual([['rasid.incident.merged', '2']]);
  await stages.stop();
  await runtime.close();
});
