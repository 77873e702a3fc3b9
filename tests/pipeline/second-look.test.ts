import { randomBytes } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Pipeline, startPipeline } from '@rasid/cli';
import { type Message, stageNames } from '@rasid/contracts';
import { createOutputStream, createRedisArchive } from '@rasid/storage';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';

const address = { url: inject('redisUrl'), prefix: `{t-${randomBytes(6).toString('hex')}}` };

const sentences = (place: string, count: number) =>
  `أعلنت وزارة الداخلية أن قواتها أوقفت اليوم ${count} أشخاص في مدينة ${place} خلال عملية أمنية، وضبطت أسلحة وذخائر كانت بحوزتهم، وقالت إن التحقيقات ما زالت مستمرة مع الموقوفين لكشف بقية أفراد المجموعة. ` +
  `وأضافت الوزارة في بيان نشرته على موقعها أن العملية جاءت بعد متابعة استمرت عدة أسابيع، وأن القوات لم تتعرض لأي إصابات، ودعت الأهالي إلى التعاون معها والإبلاغ عن أي نشاط مشبوه في محيط منازلهم.`;

const pageOf = (title: string, text: string) =>
  `<!doctype html><html lang="ar" dir="rtl"><head><meta charset="utf-8"><title>${title}</title></head><body><article><h1>${title}</h1><p>${text}</p></article></body></html>`;

describe('an article that is looked at again', () => {
  let server: Server;
  let pipeline: Pipeline;
  const pages = new Map<string, { status: number; body: string }>();
  const titles = {
    changing: 'توقيف مجموعة في حماة',
    leaving: 'توقيف مجموعة في درعا',
    staying: 'توقيف مجموعة في إدلب',
  };

  beforeAll(async () => {
    for (const [at, name] of Object.entries(titles))
      pages.set(`/${at}`, { status: 200, body: pageOf(name, sentences(name.split(' ').at(-1) ?? '', 3)) });
    server = createServer((request, response) => {
      const page = pages.get(request.url ?? '');
      const type = request.url === '/feed' ? 'application/rss+xml' : 'text/html; charset=utf-8';
      response.writeHead(page?.status ?? (request.url === '/feed' ? 200 : 404), { 'content-type': type });
      response.end(request.url === '/feed' ? feed() : page?.body);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    process.env.RASID_SOURCES = 'none';
    process.env.RASID_LOG_LEVEL = 'silent';
    process.env.RASID_REVISIT_HOURS = '0.001,0.002'; // 3.6 and 7.2 seconds
    pipeline = await startPipeline({ address, stages: stageNames, logFile: undefined, sample: [source()] });
  });
  afterAll(async () => {
    delete process.env.RASID_REVISIT_HOURS;
    await pipeline?.stop();
    server.closeAllConnections();
    server.close();
  });

  const origin = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`; // a TCP server has no other kind of address
  const feed = () =>
    `<rss version="2.0"><channel><title>ع</title>${Object.entries(titles)
      .map(
        ([at, title]) =>
          `<item><guid>${at}</guid><title>${title}</title><link>${origin()}/${at}</link></item>`,
      )
      .join('')}</channel></rss>`;
  const source = () => ({
    id: 'second',
    outlet: { id: 'second', name: { ar: 'الثانية', en: 'Second' }, country: 'SY' },
    timeZone: 'Asia/Damascus',
    feedUrl: `${origin()}/feed`,
    kind: 'agency',
    language: 'ar' as const,
    minIntervalMs: 1_000,
    note: '',
  });
  const messages = async (): Promise<Message[]> =>
    (
      await createOutputStream(pipeline.runtime.redis, address.prefix).read(
        { time: '2000-01-01T00:00:00Z' },
        1_000,
      )
    ).map(({ message }) => message);
  const recordTypes = async () =>
    (await messages()).flatMap(({ type, data }) =>
      'article' in data ? `${type} ${data.article.url.split('/').at(-1)}` : [],
    );
  const until = async (holds: () => Promise<boolean>) => {
    while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 50));
  };

  it('becomes a revision when its text changed, is withdrawn when it is gone, and nothing otherwise', {
    timeout: 60_000,
  }, async () => {
    await until(async () => (await recordTypes()).length === 3);
    pages.set('/changing', { status: 200, body: pageOf(titles.changing, sentences('حماة', 7)) });
    pages.set('/leaving', { status: 410, body: '' });
    const looks = 2 + 2 + 2;
    const asking = setInterval(() => void pipeline.runtime.polls.once('second'), 500); // looks come with polls
    await until(async () => {
      const { ended, open } = await pipeline.runtime.ledger.sum();
      return open === 0 && ended >= 3 + looks;
    });
    clearInterval(asking);

    expect((await recordTypes()).sort()).toEqual([
      'rasid.record.created changing',
      'rasid.record.created leaving',
      'rasid.record.created staying',
      'rasid.record.revised changing',
      'rasid.record.withdrawn leaving',
    ]);
    const sum = await pipeline.runtime.ledger.sum();
    expect(sum).toMatchObject({ balanced: true, outcomes: { withdrawn: 1, revision: 1 } });
    const withdrawn = (await messages()).find(({ type }) => type === 'rasid.record.withdrawn');
    const archive = createRedisArchive(pipeline.runtime.redis, address.prefix);
    expect(await archive.withdrawnAt(withdrawn?.subject ?? '')).not.toBe(null);
  });
});
