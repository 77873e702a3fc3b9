import { randomBytes } from 'node:crypto';
import type { ExtractedEvent, LinkJob, Message } from '@rasid/contracts';
import { testMessage, testRecord } from '@rasid/contracts/testing';
import type { Neighbourhood } from '@rasid/incidents';
import { connectRedis, createRedisIncidentStore } from '@rasid/storage';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { link } from './link.ts';

const redis = connectRedis(inject('redisUrl'));
afterAll(() => redis.disconnect());

const title = 'مقتل 6 أشخاص بتفجير عبوة ناسفة في المقدادية';
const text =
  'قالت الشرطة إن 6 أشخاص قتلوا اليوم بتفجير عبوة ناسفة استهدف سوقاً شعبياً في مدينة المقدادية بمحافظة ديالى.';
const publishedAt = '2026-11-24T09:00:00+03:00';

const span = { field: 'text' as const, start: 0, end: 3, text: 'قال' };
const bombing: ExtractedEvent = {
  id: 'evt',
  type: 'bombing',
  label: { ar: 'تفجير', en: 'Bombing' },
  status: 'main',
  modality: 'asserted',
  aggregate: false,
  trigger: span,
  evidence: span,
  actors: [],
  targets: [],
  victims: [],
  source: null,
  place: null,
  placesOther: [],
  date: null,
  counts: { killed: { min: 6, max: 6, qualifier: 'exact', text: '6', span } },
  attributes: {},
  instrument: null,
  object: null,
  topic: null,
  codes: { acled: null, plover: null, cameo: [], iptc: [] },
  confidence: 1,
  rules: [],
};

function jobOf(id: string, outletId: string): LinkJob {
  const { article, story, provenance } = testRecord(id);
  const outlet = { ...article.outlet, id: outletId };
  return {
    item: { id: `itm_${id}`, sourceId: outletId, outlet, timeZone: 'Asia/Baghdad' },
    article: { ...article, outlet, origin: { id: outletId, basis: 'outlet' }, title, text, publishedAt },
    story,
    revision: 1,
    recordId: `rec_${id}`,
    genre: 'news',
    events: [{ ...bombing, id: `evt_${id}` }],
    provenance,
  };
}

const tools = () => ({
  incidents: createRedisIncidentStore<Neighbourhood>(redis, `{t-${randomBytes(6).toString('hex')}}`),
  now: () => new Date('2026-11-24T10:00:00Z'),
});
const messagesOf = (outcome: Awaited<ReturnType<typeof link>>): Message[] =>
  outcome.emissions.flatMap(({ data }) => ('messages' in data ? data.messages : []));
const types = (outcome: Awaited<ReturnType<typeof link>>) => messagesOf(outcome).map(({ type }) => type);

it('tells of a new incident, then of a second voice, and gives both records its id', async () => {
  const desk = tools();
  const first = await link(jobOf('a', 'sada'), desk);
  const second = await link(jobOf('b', 'rafid'), desk);
  expect(types(first)).toEqual(['rasid.record.created', 'rasid.incident.created']);
  expect(types(second)).toEqual(['rasid.record.created', 'rasid.incident.updated']);
  const subjects = [first, second].map((outcome) => messagesOf(outcome)[1]?.subject);
  expect(subjects[0]).toBe(subjects[1]);
  const ids = [first, second].flatMap((outcome) =>
    messagesOf(outcome).flatMap(({ data }) => ('events' in data ? data.events : [])),
  );
  expect(ids.every(({ incidentId }) => incidentId === subjects[0])).toBe(true);
});

it('says the same again when a job is repeated, and counts its report once', async () => {
  const desk = tools();
  const first = await link(jobOf('a', 'sada'), desk);
  expect(await link(jobOf('a', 'sada'), desk)).toEqual(first);
  expect((await desk.incidents.recent(9)).map(({ reports }) => reports.length)).toEqual([1]);
});

it('says the same twice when two processes have the same job in hand', async () => {
  const desk = tools();
  const [one, two] = await Promise.all([link(jobOf('a', 'sada'), desk), link(jobOf('a', 'sada'), desk)]);
  expect(two).toEqual(one);
  expect(types(one)).toEqual(['rasid.record.created', 'rasid.incident.created']);
});

it('makes one incident of two reports that are linked at once', async () => {
  const desk = tools();
  await Promise.all(['a', 'b', 'c'].map((id) => link(jobOf(id, `outlet-${id}`), desk)));
  expect((await desk.incidents.recent(9)).map(({ reports }) => reports.length)).toEqual([3]);
});

it('takes an incident back with the record of the only article that told it', async () => {
  const desk = tools();
  await link(jobOf('a', 'sada'), desk);
  const gone = await link({ ...jobOf('a', 'sada'), withdrawn: testRecord('a') }, desk);
  expect(types(gone)).toEqual(['rasid.record.withdrawn', 'rasid.incident.retracted']);
});

it('takes along what an operator did and nobody has told, before its own changes', async () => {
  const desk = tools();
  await link(jobOf('a', 'sada'), desk);
  const told = { ...testMessage('operator'), id: 'msg_operator' };
  const nothing = { put: [], drop: [], incidents: [] };
  const outbox = { id: 'operator-msg_operator', messages: JSON.stringify([told]) };
  await desk.incidents.commit(nothing, outbox, await desk.incidents.standing(), { isUnsent: true });
  const second = messagesOf(await link(jobOf('b', 'rafid'), desk)).map(({ id }) => id);
  expect(second[0]).toBe('msg_operator');
  expect(second).toHaveLength(3);
  expect((await desk.incidents.standing()).unsent).toEqual([]);
  expect(messagesOf(await link(jobOf('c', 'barq'), desk)).map(({ id }) => id)).not.toContain('msg_operator');
});

describe('an incident of more reports than it holds', () => {
  const desk = tools();
  const told = 110;
  const name = (at: number) => `m${at}`;
  const only = async () => {
    const [incident, ...others] = await desk.incidents.recent(9);
    if (!incident || others.length > 0) throw new Error('one incident was told');
    return incident;
  };
  const asideOf = async () => {
    const listed = new Set((await only()).reports.map(({ articleId }) => articleId));
    const all = Array.from({ length: told }, (_, at) => jobOf(name(at), `outlet-${at % 9}`));
    const job = all.find(({ article }) => !listed.has(article.id));
    if (!job) throw new Error('ten are set aside');
    return job;
  };
  beforeAll(async () => {
    for (let at = 0; at < told; at++) await link(jobOf(name(at), `outlet-${at % 9}`), desk);
  });

  it('lists a hundred and counts the others', async () => {
    const { reports, unlisted, origins } = await only();
    expect([reports.length, unlisted, origins.length]).toEqual([100, 10, 9]);
  });

  it('says the same again when the job of a report that was set aside is repeated', async () => {
    const job = await asideOf();
    const events = messagesOf(await link(job, desk)).flatMap(({ data }) =>
      'events' in data ? data.events : [],
    );
    expect(events.map(({ incidentId }) => incidentId)).toEqual([(await only()).id]);
    expect((await only()).unlisted).toBe(10);
  });

  it('takes a report that was set aside out when its article is withdrawn', async () => {
    const job = await asideOf();
    await link({ ...job, withdrawn: testRecord(job.article.id) }, desk);
    const { reports, unlisted = 0 } = await only();
    expect(reports.length + unlisted).toBe(told - 1);
    const found = await desk.incidents.ofArticle(job.article.id);
    expect(found.aside).toEqual([]);
  });
});
