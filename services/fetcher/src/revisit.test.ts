import type { RasidRecord, TerminalOutcome } from '@rasid/contracts';
import { testRecord } from '@rasid/contracts/testing';
import { createMemoryRevisitStore } from '@rasid/storage';
import { describe, expect, it } from 'vitest';
import { fetchPage } from './fetch.ts';
import { dueRevisits } from './revisit.ts';
import { fetchJob, fetchTools, never, serve } from './test-server.ts';

const hour = 3_600_000;
const start = Date.parse('2026-11-01T00:00:00Z');
const first = { signal: never, attempt: 1, isLastAttempt: false };

/** A site with one article that was read once, at the start; its status can be changed. */
async function readOnce(published = new Date(start).toISOString()) {
  let code = 200;
  let frontCode = 200;
  const { origin, host } = await serve((request, response) =>
    response
      .writeHead(request.url === '/robots.txt' ? 404 : request.url === '/' ? frontCode : code, {
        'content-type': 'text/html',
      })
      .end('<p>x</p>'),
  );
  let now = start;
  let isFollowed = true;
  let outcome: TerminalOutcome | null = 'published';
  let record: RasidRecord | null = testRecord('a');
  const ledger = new Set<string>();
  const revisits = createMemoryRevisitStore();
  const tools = {
    ...fetchTools(host),
    revisits,
    revisitAfterMs: [hour, 6 * hour, 24 * hour],
    now: () => new Date(now),
    recordOf: async (itemId: string) => (itemId === 'itm_1' ? record : null),
    outcomeOf: async () => outcome,
    isFollowed: () => isFollowed,
    knownToLedger: async (ids: readonly string[]) => ids.map((id) => ledger.has(id)),
  };
  const job = fetchJob(`${origin}/a`, { publishedAt: published });
  await fetchPage(job, tools, first);
  const dueAt = async (hours: number) => {
    now = start + hours * hour;
    const jobs = await dueRevisits(tools);
    return { jobs, accept: () => jobs.map(({ item }) => ledger.add(item.id)) };
  };
  return {
    job,
    tools,
    dueAt,
    answerWith: (status: number, front = 200) => {
      code = status;
      frontCode = front;
    },
    unfollow: () => {
      isFollowed = false;
    },
    endAs: (end: TerminalOutcome | null) => {
      outcome = end;
    },
    forgetRecord: () => {
      record = null;
    },
  };
}

describe('a young article', () => {
  it('is looked at again after an hour, six hours and a day, and then no more', async () => {
    const { dueAt } = await readOnce();
    const seen: number[] = [];
    for (let quarter = 0; quarter < 4 * 60; quarter++) {
      const { jobs, accept } = await dueAt(quarter / 4);
      accept();
      if (jobs.length > 0) seen.push(quarter / 4);
    }
    expect(seen).toEqual([1, 6, 24]);
  });

  it('of which several looks are overdue is looked at twice: one look says it all', async () => {
    const { dueAt } = await readOnce();
    const looks: number[] = [];
    for (let day = 2; day < 10; day++) {
      const { jobs, accept } = await dueAt(day * 24);
      accept();
      looks.push(jobs.length);
    }
    expect(looks).toEqual([1, 0, 1, 0, 0, 0, 0, 0]);
  });

  it('is looked at as an item of its own that says of which it is', async () => {
    const { dueAt, job } = await readOnce();
    const [again] = (await dueAt(1)).jobs;
    expect(again).toMatchObject({
      url: job.url,
      entry: job.entry,
      again: { of: job.item.id, why: 'revisit' },
    });
    expect(again?.item.id).not.toBe(job.item.id);
  });

  it('stays due until the ledger holds the look: a process may die in between', async () => {
    const { dueAt } = await readOnce();
    const lost = await dueAt(1);
    const found = await dueAt(2);
    expect(found.jobs).toEqual(lost.jobs);
  });

  it('that is still on its way is asked about later, and one without a record never', async () => {
    const { dueAt, endAs } = await readOnce();
    endAs(null);
    expect((await dueAt(1)).jobs).toEqual([]);
    endAs('published');
    expect((await dueAt(1.1)).jobs).toEqual([]);
    expect((await dueAt(1.2)).jobs).toHaveLength(1);
    endAs('dropped:not-arabic');
    expect((await dueAt(1.3)).jobs).toEqual([]);
    endAs('published');
    expect((await dueAt(50)).jobs).toEqual([]);
  });

  it('of a source that is no longer followed is left alone', async () => {
    const { dueAt, unfollow } = await readOnce();
    unfollow();
    expect((await dueAt(1)).jobs).toEqual([]);
  });

  it('is not an old one: that is read once', async () => {
    const { dueAt } = await readOnce('2026-10-20T00:00:00Z');
    expect((await dueAt(30)).jobs).toEqual([]);
  });

  it('is not noted again by its own looks', async () => {
    const { dueAt, tools } = await readOnce();
    const { jobs, accept } = await dueAt(24);
    accept();
    for (const job of jobs) await fetchPage(job, tools, first);
    for (const hours of [25, 26, 27, 28]) (await dueAt(hours)).accept();
    expect((await dueAt(100)).jobs).toEqual([]);
  });
});

describe('a page that is gone', () => {
  const third = { signal: never, attempt: 3, isLastAttempt: false };

  it('withdraws the record that came of it, after it was missing three times', async () => {
    const { dueAt, tools, answerWith } = await readOnce();
    answerWith(404);
    const [again] = (await dueAt(1)).jobs;
    const look = again ?? expect.fail('nothing is due');
    await expect(fetchPage(look, tools, first)).rejects.toThrow('status 404');
    expect(await fetchPage(look, tools, third)).toMatchObject({
      fate: 'pass',
      emissions: [{ to: 'link', data: { recordId: 'rec_a', withdrawn: { id: 'rec_a' } } }],
    });
  });

  it('withdraws nothing while the front page is missing too: the site is broken', async () => {
    const { dueAt, tools, answerWith } = await readOnce();
    answerWith(404, 404);
    const [again] = (await dueAt(1)).jobs;
    const look = again ?? expect.fail('nothing is due');
    await expect(fetchPage(look, tools, third)).rejects.toMatchObject({ kind: 'server' });
    const last = { signal: never, attempt: 10, isLastAttempt: true };
    expect(await fetchPage(look, tools, last)).toMatchObject({ fate: 'drop', reason: 'unreachable' });
  });

  it('is believed at once when the site says 410', async () => {
    const { dueAt, tools, answerWith } = await readOnce();
    answerWith(410);
    const [again] = (await dueAt(1)).jobs;
    expect(await fetchPage(again ?? expect.fail(), tools, first)).toMatchObject({
      emissions: [{ to: 'link' }],
    });
  });

  it('ends as not-found when no record came of it, or none ever did', async () => {
    const { dueAt, job, tools, answerWith, forgetRecord } = await readOnce();
    answerWith(410);
    expect(await fetchPage(job, tools, first)).toMatchObject({ fate: 'drop', reason: 'not-found' });
    forgetRecord();
    const [again] = (await dueAt(1)).jobs;
    expect(await fetchPage(again ?? expect.fail(), tools, first)).toMatchObject({ reason: 'not-found' });
  });

  it('does not let the feed stand in for a page that was read before', async () => {
    const { job, tools, answerWith } = await readOnce();
    answerWith(500);
    const entry = { ...job.entry, summary: 'كلمة '.repeat(80) };
    const look = { ...job, entry, again: { of: 'itm_1', why: 'revisit' as const } };
    const last = { signal: never, attempt: 5, isLastAttempt: true };
    expect(await fetchPage(look, tools, last)).toMatchObject({ fate: 'drop', reason: 'unreachable' });
  });
});
