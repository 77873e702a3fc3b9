import { randomBytes } from 'node:crypto';
import { type IncidentMessage, type Message, pipeline, type RasidRecord } from '@rasid/contracts';
import { testMessage, testRecord } from '@rasid/contracts/testing';
import {
  connectRedis,
  createOutputStream,
  createRedisArchive,
  createRedisIncidentStore,
} from '@rasid/storage';
import { afterAll, describe, expect, inject, it } from 'vitest';
import { publish } from './publish.ts';

const redis = connectRedis(inject('redisUrl'));
afterAll(() => redis.disconnect());

const { outlet } = testRecord('a').article;
const item = { id: 'itm_a', sourceId: 's', outlet, timeZone: 'UTC' };

function start() {
  const prefix = `{t-${randomBytes(6).toString('hex')}}`;
  const delivered: string[][] = [];
  const stream = createOutputStream(redis, prefix);
  const archive = createRedisArchive(redis, prefix);
  const incidents = createRedisIncidentStore(redis, prefix);
  const stores = {
    stream,
    archive,
    incidents,
    deliver: async (messages: readonly Message[]) => delivered.push(messages.map(({ id }) => id)),
    now: () => new Date('2026-11-27T10:00:00Z'),
  };
  const streamed = async () => (await stream.latest(100)).map(({ message }) => message.id).reverse();
  return { stores, delivered, streamed, archive, incidents };
}

/** A record's message, with another verdict, revision or type. */
function recordMessage(
  story: Partial<RasidRecord['story']> = {},
  type: Message['type'] = 'rasid.record.created',
) {
  const message = testMessage('a') as Message & { data: RasidRecord }; // made of a record
  return {
    ...message,
    type,
    data: { ...message.data, story: { ...message.data.story, ...story } },
  } as Message;
}

describe('publishing', () => {
  it('gives stream, archive and subscribers the messages of a record, in order', async () => {
    const { stores, delivered, streamed, archive } = start();
    const messages = [recordMessage(), testMessage('b')];
    const outcome = await publish({ item, messages }, stores);
    expect(outcome).toMatchObject({ fate: 'publish', outcome: 'published', notes: { messages: 2 } });
    expect(await streamed()).toEqual(['msg_a', 'msg_b']);
    expect(delivered).toEqual([['msg_a', 'msg_b']]);
    expect((await archive.ofItem('itm_a'))?.id).toBe('rec_a');
  });

  it('delivers again when it is repeated, for the queues know what they hold, and streams nothing twice', async () => {
    const { stores, delivered, streamed } = start();
    const job = { item, messages: [recordMessage()] };
    await publish(job, stores);
    expect(await publish(job, stores)).toMatchObject({ notes: { messages: 0 } });
    expect(await streamed()).toEqual(['msg_a']);
    expect(delivered).toEqual([['msg_a'], ['msg_a']]); // a process may have died before the first was delivered
  });

  it.each([
    ['new', 'published'],
    ['copy', 'copy'],
    ['revision', 'revision'],
  ] as const)('ends the item of a text that is %s as %s', async (verdict, outcome) => {
    const { stores } = start();
    expect(await publish({ item, messages: [recordMessage({ verdict })] }, stores)).toMatchObject({
      outcome,
    });
  });

  it('notes that a record was withdrawn, and keeps it to be looked up', async () => {
    const { stores, archive } = start();
    await publish({ item, messages: [recordMessage()] }, stores);
    const gone = { ...recordMessage({}, 'rasid.record.withdrawn'), id: 'msg_gone' } as Message;
    expect(await publish({ item, messages: [gone] }, stores)).toMatchObject({ outcome: 'withdrawn' });
    expect(await archive.withdrawnAt('rec_a')).toBe('2026-11-27T10:00:00.000Z');
    expect((await archive.get('rec_a'))?.id).toBe('rec_a');
    expect(await archive.ofItem('itm_a')).toBe(null);
  });

  it('sends what an operator did and marks it as sent', async () => {
    const { stores, delivered, incidents } = start();
    const messages = [
      { ...testMessage('merge'), type: 'rasid.incident.merged' } as unknown as IncidentMessage,
    ];
    const job = { item: null, messages };
    const outbox = { id: pipeline.publish.jobId(job), messages: JSON.stringify(messages) };
    await incidents.commit({ put: [], drop: [], incidents: [] }, outbox, await incidents.standing(), {
      isUnsent: true,
    });
    expect((await incidents.standing()).unsent).toHaveLength(1);
    await publish(job, stores);
    expect(delivered).toEqual([['msg_merge']]);
    expect((await incidents.standing()).unsent).toEqual([]);
  });

  it('refuses the job of an item without its record for good', async () => {
    const { stores, streamed } = start();
    const strayed = { ...testMessage('x'), type: 'rasid.incident.merged' } as unknown as Message;
    await expect(publish({ item, messages: [strayed] }, stores)).rejects.toMatchObject({
      name: 'PermanentError',
    });
    expect(await streamed()).toEqual([]);
  });
});
