import { randomBytes } from 'node:crypto';
import { createRuntime, silentLogger } from '@rasid/runtime';
import { createRedisHostLanes } from '@rasid/storage';
import { afterAll, describe, expect, inject, it } from 'vitest';
import { coolingHosts, resumeHost } from './hosts.ts';
import { fetchJob, sourceAt } from './test-server.ts';

const address = { url: inject('redisUrl'), prefix: `{t-${randomBytes(6).toString('hex')}}` };
const runtime = createRuntime(address, silentLogger());
afterAll(runtime.close);

describe("the operator's word against a cool-down", () => {
  it('brings what waits for the host, and nothing else', async () => {
    const lanes = createRedisHostLanes(runtime.redis, address.prefix);
    await lanes.coolDown('e.org', null);
    await lanes.coolDown('other.org', 5_000);
    const add = (id: string, url: string) => {
      const job = fetchJob(url);
      return runtime.queues.add('fetch', { ...job, item: { ...job.item, id } }, { delay: 600_000 });
    };
    await add('itm_a', 'https://www.e.org/a');
    await add('itm_b', 'https://e.org/b');
    await add('itm_c', 'https://other.org/c');
    expect((await coolingHosts(runtime)).map(({ host }) => host)).toEqual(['e.org', 'other.org']);

    const sources = [
      sourceAt('https://e.org/feed', { id: 'e' }),
      sourceAt('https://other.org/feed', { id: 'o' }),
    ];
    expect(await resumeHost(runtime, 'e.org', sources)).toEqual({ wasCooling: true, jobs: 2, polls: 1 });
    expect((await runtime.queues.queueOf('fetch').getWaiting()).map(({ id }) => id).sort()).toEqual([
      'itm_a',
      'itm_b',
    ]);
    expect((await coolingHosts(runtime)).map(({ host }) => host)).toEqual(['other.org']);
    expect(await resumeHost(runtime, 'e.org', [])).toMatchObject({ wasCooling: false });
  });
});
