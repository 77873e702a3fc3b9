import { randomBytes } from 'node:crypto';
import type { ItemRef } from '@rasid/contracts';
import { createRuntime, type Runtime, silentLogger } from '@rasid/runtime';
import { blankRhythm, learn, type Rhythm, Source } from '@rasid/sources';
import {
  blankFeedState,
  createRedisArchive,
  createRedisFeedMemory,
  createRedisHostLanes,
  createRedisIncidentStore,
} from '@rasid/storage';
import { inject } from 'vitest';
import { startConsole } from './index.ts';
import { seedDrift } from './test-drift.ts';
import { at, hostileTitle, outlet, sampleIncident, sampleRecord } from './test-samples.ts';

const source = (id: string, ar: string, en: string, change: Partial<Source> = {}): Source => ({
  ...Source.parse({
    id,
    outlet: { id, name: { ar, en }, country: 'SY' },
    timeZone: 'Asia/Damascus',
    feed: `https://reader:feed-secret@${id}.example/rss`,
  }),
  ...change,
});

/** Sources in every state an operator can meet. */
const states = {
  fajr: source('fajr', 'الفجر', 'Al-Fajr'),
  nahda: source('nahda', 'النهضة', 'An-Nahda', { tags: ['agency', 'north'] }),
  sada: source('sada', 'الصدى', 'As-Sada'),
  rukn: source('rukn', 'الركن', 'Ar-Rukn'),
  ufuq: source('ufuq', 'الأفق', 'Al-Ufuq', { paused: true }),
  wadi: source('wadi', 'الوادي', 'Al-Wadi', { sections: { include: ['سياسة'], exclude: ['/sport/'] } }),
};

/** A console over seeded stores under a prefix of its own. For tests only. */
export async function seededConsole(password: string | null = null) {
  const prefix = `{test-console-${randomBytes(4).toString('hex')}}`;
  const runtime = createRuntime({ url: inject('redisUrl'), prefix }, silentLogger());
  await seed(runtime);
  await seedSources(runtime);
  const paused = new Map<string, boolean>();
  let problem: string | null = null;
  const catalogue = {
    sources: () =>
      Object.values(states).map((known) => ({ ...known, paused: paused.get(known.id) ?? known.paused })),
    shipped: [{ outlet: { id: 'wafd', name: { ar: 'الوفد', en: 'Al-Wafd' }, country: 'EG' } }],
    problem: () => problem,
    pause: (id: string, isPaused: boolean) => void paused.set(id, isPaused),
  };
  const server = await startConsole({ runtime, catalogue, listen: { host: '127.0.0.1', port: 0 }, password });
  return {
    url: server.url,
    breakCatalogue: (text: string | null) => {
      problem = text;
    },
    runtime,
    async close() {
      await server.close();
      const keys = await runtime.redis.keys(`${prefix.replace(/[{}]/g, '\\$&')}*`);
      if (keys.length > 0) await runtime.redis.del(...keys);
      await runtime.close();
    },
  };
}

async function seed(runtime: Runtime): Promise<void> {
  const archive = createRedisArchive(runtime.redis, runtime.address.prefix);
  await archive.put(sampleRecord('rec_1', 'عملية أمنية في حماة'), at);
  await archive.put(sampleRecord('rec_2', hostileTitle), new Date().toISOString());
  await archive.withdraw('rec_2', new Date().toISOString());
  await createRedisIncidentStore(runtime.redis, runtime.address.prefix).commit(
    { put: [], drop: [], incidents: [sampleIncident] },
    { id: 'seed', messages: '[]' },
    { clock: 0, unsent: [] },
  );
  const item: ItemRef = { id: 'itm_1', sourceId: 'fajr', outlet, timeZone: 'Asia/Damascus' };
  await runtime.ledger.dropAtPoll(item, 'too-old');
  await runtime.activity.note({
    at,
    stage: 'publish',
    jobId: 'itm_0',
    itemId: null,
    sourceId: 'fajr',
    attempt: 1,
    outcome: 'published',
    ms: 12,
    notes: {},
  });
  await runtime.dead.put({
    jobId: 'itm_9',
    stage: 'extract',
    itemId: null,
    sourceId: 'fajr',
    data: { text: hostileTitle },
    reason: hostileTitle,
    cause: 'permanent',
    attempts: 1,
  });
}

/** Three weeks of polls an hour: mornings and evenings, and what each source did in the end. */
async function seedSources(runtime: Runtime): Promise<void> {
  const memory = createRedisFeedMemory(runtime.redis, runtime.address.prefix);
  const hour = 3_600_000;
  const now = Date.now();
  const watched = (perHour: number, silentFor: number) => {
    let rhythm: Rhythm = blankRhythm(now - 21 * 24 * hour);
    for (let to = rhythm.at + hour; to <= now; to += hour) {
      const isAwake = [6, 7, 8, 9, 10, 15, 16, 17, 18].includes(new Date(to).getUTCHours());
      const count = now - to < silentFor ? 0 : isAwake ? perHour : Math.round(perHour / 6);
      rhythm = learn(rhythm, { nowMs: to, count, times: [] });
    }
    return rhythm;
  };
  const ago = (hours: number) => new Date(now - hours * hour).toISOString();
  const well = {
    ...blankFeedState,
    lastOutcome: 'known',
    lastPollAt: ago(0.2),
    lastSuccessAt: ago(0.2),
    lastNewAt: ago(0.3),
    intervalMs: 720_000,
    polls: 512,
    newestAt: ago(0.4),
  };
  await memory.saveState('nahda', { ...well, rhythm: watched(6, 0) });
  await memory.saveState('sada', {
    ...well,
    rhythm: watched(4, 40 * hour),
    lastNewAt: ago(40),
    intervalWhy: 'bound',
  });
  await memory.saveState('rukn', {
    ...well,
    errors: 3,
    lastOutcome: 'tls',
    lastError: 'TLS of rukn.example: the certificate has expired (CERT_HAS_EXPIRED)',
    intervalMs: 5_400_000,
    intervalWhy: 'errors',
    rhythm: watched(1, 8 * hour),
  });
  await memory.saveState('wadi', {
    ...well,
    newestAt: ago(24 * 90),
    lastNewAt: null,
    intervalMs: 86_400_000,
    rhythm: watched(0, 0),
  });
  await runtime.polls.plan({ sourceId: 'nahda', host: 'nahda.example', inMs: 600_000 });
  const note = (notes: Record<string, string | number>) =>
    runtime.activity.note({
      at: ago(0.2),
      stage: 'poll',
      jobId: 'poll-nahda',
      itemId: null,
      sourceId: 'nahda',
      attempt: 1,
      outcome: 'passed',
      ms: 420,
      notes,
    });
  await note({ source: 'nahda', failed: 'timeout', why: 'nahda.example took too long', nextMs: 1_200_000 });
  await note({
    source: 'nahda',
    entries: 50,
    new: 3,
    dropped: 0,
    nextMs: 720_000,
    nextWhy: 'rhythm',
    problems: 'declared iso-8859-1, is utf-8',
  });
  await createRedisHostLanes(runtime.redis, runtime.address.prefix).coolDown('rukn.example', 900_000);
  await seedDrift(runtime);
}
