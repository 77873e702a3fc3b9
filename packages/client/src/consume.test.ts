import { randomBytes } from 'node:crypto';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { testMessage } from '@rasid/contracts/testing';
import { createRuntime, silentLogger } from '@rasid/runtime';
import { createOutputStream } from '@rasid/storage';
import { Worker } from 'bullmq';
import { afterEach, describe, expect, inject, it } from 'vitest';
import { type Consumption, consume } from './consume.ts';
import { parseMessage } from './parse.ts';

const redisUrl = inject('redisUrl');

describe('consume', () => {
  const closers: (() => Promise<void>)[] = [];
  afterEach(async () => {
    for (const close of closers.splice(0).reverse()) await close();
  });

  function publisher() {
    const prefix = `{t-${randomBytes(6).toString('hex')}}`;
    const runtime = createRuntime({ url: redisUrl, prefix }, silentLogger());
    closers.push(() => runtime.close());
    const stream = createOutputStream(runtime.redis, prefix);
    const publish = async (...ids: string[]) => {
      const messages = ids.map(testMessage);
      await stream.append(messages);
      await runtime.outputs.deliver(messages);
    };
    return { prefix, publish, runtime };
  }

  /** Collects ids until there are as many as asked for. */
  async function collect(prefix: string, count: number, options: { from?: string; failOnce?: string } = {}) {
    const ids: string[] = [];
    let hasFailed = false;
    let resolve: (ids: string[]) => void = () => undefined;
    const done = new Promise<string[]>((fulfil) => {
      resolve = fulfil;
    });
    const consumption: Consumption = await consume({
      redisUrl,
      prefix,
      name: 'desk',
      from: options.from,
      onError: () => undefined,
      onMessage: ({ id }) => {
        if (id === options.failOnce && !hasFailed) {
          hasFailed = true;
          throw new Error('the desk is away');
        }
        ids.push(id);
        if (ids.length === count) resolve(ids);
      },
    });
    closers.push(() => consumption.close());
    return done;
  }

  it('hands over what is published after it subscribed', async () => {
    const { prefix, publish, runtime } = publisher();
    await runtime.outputs.subscribe('desk');
    await publish('1', '2', '3');
    expect(await collect(prefix, 3)).toEqual(['msg_1', 'msg_2', 'msg_3']);
  });

  it('is not needed by readers without Node: they find the same messages in the stream, as the docs say', async () => {
    const { prefix, publish, runtime } = publisher();
    await publish('1', '2');
    const read = await runtime.redis.xread('COUNT', 10, 'STREAMS', `${prefix}:output`, '0');
    const entries = read?.[0]?.[1] ?? [];
    expect(entries.map(([, [field, text]]) => [field, parseMessage(JSON.parse(text ?? '')).id])).toEqual([
      ['m', 'msg_1'],
      ['m', 'msg_2'],
    ]);
  });

  it('replays from a time without handing a message over twice', async () => {
    const { prefix, publish, runtime } = publisher();
    await publish('1');
    await runtime.outputs.subscribe('desk');
    await publish('2');
    const seen: string[] = [];
    const onMessage = ({ id }: { id: string }) => void seen.push(id);
    const consumption = await consume({
      redisUrl,
      prefix,
      name: 'desk',
      from: '2000-01-01T00:00:00Z',
      onMessage,
    });
    closers.push(() => consumption.close());
    await publish('3'); // behind what the queue holds of the replayed ones
    await expect.poll(() => seen.at(-1), { timeout: 10_000 }).toBe('msg_3');
    expect(seen).toEqual(['msg_1', 'msg_2', 'msg_3']);
  });

  it('passes over what it does not understand in the stream, and replays what stands behind', async () => {
    const { prefix, publish, runtime } = publisher();
    await publish('1');
    await runtime.redis.xadd(`${prefix}:output`, '*', 'm', '{"type":"rasid.record.rewritten"}');
    await publish('2');
    expect(await collect(prefix, 2, { from: '2000-01-01T00:00:00Z' })).toEqual(['msg_1', 'msg_2']);
  });

  it('brings back a message whose reader threw', async () => {
    const { prefix, publish, runtime } = publisher();
    await runtime.outputs.subscribe('desk');
    await publish('1');
    expect(await collect(prefix, 1, { failOnce: 'msg_1' })).toEqual(['msg_1']);
  });

  it('keeps message and order when what hears of the throw throws too', async () => {
    const { prefix, publish, runtime } = publisher();
    await runtime.outputs.subscribe('desk');
    await publish('1', '2');
    const seen: string[] = [];
    const consumption = await consume({
      redisUrl,
      prefix,
      name: 'desk',
      onError: () => {
        throw new Error('the log is full');
      },
      onMessage: ({ id }) => {
        if (seen.push(id) === 1) throw new Error('the desk is away');
      },
    });
    closers.push(() => consumption.close());
    await expect.poll(() => seen.length, { timeout: 10_000 }).toBe(3);
    expect(seen).toEqual(['msg_1', 'msg_1', 'msg_2']);
  });

  it('keeps the order when a reader threw: later messages wait', async () => {
    const { prefix, publish, runtime } = publisher();
    await runtime.outputs.subscribe('desk');
    await publish('1', '2', '3');
    expect(await collect(prefix, 3, { failOnce: 'msg_1' })).toEqual(['msg_1', 'msg_2', 'msg_3']);
  });

  it('brings the message of a killed reader again, first, however often it was killed', async () => {
    const { prefix, publish, runtime } = publisher();
    await runtime.outputs.subscribe('desk');
    await publish('1', '2');
    const killed = new Worker('out-desk', null, { connection: runtime.redis, prefix, lockDuration: 100 });
    await killed.getNextJob('its token'); // takes the message and is never heard of again
    await killed.close(true);
    await runtime.redis.hset(`${prefix}:out-desk:msg_1`, 'stc', 7); // as after seven such deaths
    expect(await collect(prefix, 2)).toEqual(['msg_1', 'msg_2']);
  }, 30_000);

  it('hands one message at a time to all readers of a name together', async () => {
    const { prefix, publish, runtime } = publisher();
    await runtime.outputs.subscribe('desk');
    await publish('1', '2', '3', '4');
    const order: string[] = [];
    let inHand = 0;
    let most = 0;
    const done = new Promise<void>((resolve) => {
      const onMessage = async ({ id }: { id: string }) => {
        most = Math.max(most, ++inHand);
        await runtime.redis.ping();
        order.push(id);
        inHand--;
        if (order.length === 4) resolve();
      };
      for (let reader = 0; reader < 2; reader++) closers.push(async () => (await both[reader])?.close());
      const both = [0, 1].map(() => consume({ redisUrl, prefix, name: 'desk', onMessage }));
    });
    await done;
    expect([order, most]).toEqual([['msg_1', 'msg_2', 'msg_3', 'msg_4'], 1]);
  });

  it('gives the message in its hands back when it is closed while its reader fails', async () => {
    const { prefix, publish, runtime } = publisher();
    await runtime.outputs.subscribe('desk');
    await publish('1', '2');
    await new Promise<void>((resolve, reject) => {
      const failing = consume({
        redisUrl,
        prefix,
        name: 'desk',
        onMessage: () => Promise.reject(new Error('no disk')),
        onError: () => void failing.then((it) => it.close()).then(resolve, reject),
      });
    });
    expect(await collect(prefix, 2)).toEqual(['msg_1', 'msg_2']);
  });

  it('closes at once when Redis is away', async () => {
    const { prefix } = publisher();
    const target = new URL(redisUrl);
    const sockets = new Set<Socket>();
    const way = createServer((client) => {
      const redis = connect(Number(target.port), target.hostname);
      for (const socket of [client, redis]) sockets.add(socket.on('error', () => undefined));
      client.pipe(redis).pipe(client);
    });
    await new Promise<void>((resolve) => way.listen(0, '127.0.0.1', resolve));
    const { port } = way.address() as AddressInfo; // a TCP server has no other kind of address
    const consumption = await consume({
      redisUrl: `redis://127.0.0.1:${port}`,
      prefix,
      name: 'desk',
      onMessage: () => undefined,
    });
    const isClosed = new Promise((resolve) => way.close(resolve));
    for (const socket of sockets) socket.destroy();
    await isClosed;
    await consumption.close();
  });

  it('refuses a name that cannot be a queue', async () => {
    await expect(consume({ redisUrl, name: 'my:desk', onMessage: () => undefined })).rejects.toThrow(
      'subscriber name',
    );
  });
});

describe('parseMessage', () => {
  it('takes a message and names what is wrong with anything else', () => {
    expect(parseMessage(testMessage('1')).id).toBe('msg_1');
    expect(() => parseMessage({ ...testMessage('1'), specversion: '0.3' })).toThrow('specversion');
  });
});
