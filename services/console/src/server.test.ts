import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startConsole } from './index.ts';
import { seededConsole } from './test-console.ts';

type Seeded = Awaited<ReturnType<typeof seededConsole>>;
let open: Seeded;
let locked: Seeded;
beforeAll(async () => {
  open = await seededConsole();
  locked = await seededConsole('correct horse');
});
afterAll(() => Promise.all([open.close(), locked.close()]));

const get = (path: string, headers: Record<string, string> = {}) => fetch(open.url + path, { headers });
const post = (path: string, headers: Record<string, string> = {}) =>
  fetch(open.url + path, { method: 'POST', headers, redirect: 'manual' });

it('says what to do when its port is taken', async () => {
  const { hostname: host, port } = new URL(open.url);
  const catalogue = { sources: () => [], problem: () => null, pause: () => undefined };
  const second = startConsole({ runtime: open.runtime, catalogue, listen: { host, port: Number(port) } });
  await expect(second).rejects.toThrow(`${host}:${port}: something does already`);
});

describe('pages', () => {
  const paths = [
    '/',
    '/sources',
    '/sources/nahda',
    '/queues',
    '/records',
    '/records/rec_1',
    '/records/rec_2',
    '/incidents',
    '/incidents/inc_1',
    '/ledger',
  ];
  it.each(paths)('shows %s in both languages, with every outside value as text', async (path) => {
    for (const [language, dir] of [
      ['ar', 'rtl'],
      ['en', 'ltr'],
    ]) {
      const response = await get(`${path}?lang=${language}`);
      const text = await response.text();
      expect(response.status).toBe(200);
      expect(text).toContain(`<html lang="${language}" dir="${dir}">`);
      expect(text).not.toContain('<img src=x');
      expect(text).not.toContain('<script>');
    }
  });

  it.each(['/sources', '/sources/nahda', '/api/sources', '/api/sources/nahda', '/metrics'])(
    'shows no password of a feed on %s',
    async (path) => {
      const text = await (await get(path)).text();
      expect(text).toContain('nahda');
      expect(text).not.toContain('feed-secret');
    },
  );

  it.each(['/records', '/records/rec_1', '/incidents'])('calls a type by one name on %s', async (path) => {
    const text = await (await get(`${path}?lang=en`)).text();
    expect(text).toContain('Security operation');
    expect(text).not.toContain('raid or sweep');
  });

  it('marks the words that support the values of a record', async () => {
    const text = await (await get('/records/rec_1?lang=en')).text();
    expect(text).toContain('<mark class="r-count" title="Count">ثلاثة أشخاص</mark>');
    expect(text).toContain('<mark class="r-actor" title="Actor">الشرطة</mark>');
  });

  it('says of a record that it was withdrawn', async () => {
    expect(await (await get('/records/rec_2?lang=en')).text()).toContain('the page is gone from its site');
    expect(await (await get('/records/rec_1?lang=en')).text()).not.toContain(
      'the page is gone from its site',
    );
  });

  it('speaks Arabic without a wish, and the language of the cookie or the browser with one', async () => {
    const langOf = async (headers: Record<string, string>) =>
      /lang="(..)"/.exec(await (await get('/ledger', headers)).text())?.[1];
    expect(await langOf({ 'accept-language': 'fr' })).toBe('ar');
    expect(await langOf({ 'accept-language': 'fr, ar;q=0.2, en;q=0.8' })).toBe('en');
    expect(await langOf({ 'accept-language': 'en', cookie: 'lang=ar' })).toBe('ar');
  });

  it('answers 404 for what is not there', async () => {
    expect((await get('/records/rec_none')).status).toBe(404);
    expect((await get('/nowhere')).status).toBe(404);
    expect((await get('/assets/..%2fpackage.json')).status).toBe(404);
  });

  it.each([
    '/records?limit=1&limit=2&events=1&events=0',
    '/api/records?limit=1&limit=2&events=1&events=0',
    '/api/records?limit=1e309',
    '/api/queues?limit=-9&limit[]=a',
    '/api/records/__proto__',
    '/api/sources/constructor',
    '/api/incidents/%00',
    '/records/%E0%A4%A',
    '/records/..%2f..%2fetc%2fpasswd',
    '/assets/__proto__',
    '/assets/%2e%2e%2f%2e%2e%2fpackage.json',
    '/sources?q=%00%ff&state=<b>&tag=&lang=%0d%0aset-cookie:x=1',
    `/records/${'a'.repeat(5_000)}`,
    `/sources?q=${'a'.repeat(9_000)}`,
    '//evil.example/',
    '/?notice=%3Cscript%3E',
  ])('answers %s with a page or a refusal, and is well', async (path) => {
    const response = await get(path);
    const text = await response.text();
    expect(response.status).toBeLessThan(500);
    expect(response.headers.get('set-cookie')).toBe(null);
    const isJson = response.headers.get('content-type')?.includes('json') === true; // there "<" means nothing
    expect(text).not.toMatch(isJson ? /root:|"dependencies"/ : /<script>|root:/);
  });

  it('forbids everything from outside and everything inline', async () => {
    const policy = (await get('/')).headers.get('content-security-policy');
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain('unsafe');
  });
});

describe('the sources', () => {
  const titles = async (query: string) => {
    const text = await (await get(`/sources?lang=en&${query}`)).text();
    return [...text.matchAll(/<code class="soft">([^<]+)/g)].map(([, id]) => id);
  };

  it('stand with those in trouble first, each with its state', async () => {
    const states = (await (await get('/api/sources')).json()) as { id: string; state: string }[];
    expect(states.map(({ id, state }) => [id, state])).toEqual([
      ['rukn', 'failing'],
      ['sada', 'silent'],
      ['wadi', 'stale'],
      ['fajr', 'never-polled'],
      ['ufuq', 'paused'],
      ['nahda', 'healthy'],
    ]);
    expect(await titles('')).toEqual(states.map(({ id }) => id));
  });

  it('can be chosen by state, tag and words', async () => {
    expect(await titles('state=silent')).toEqual(['sada']);
    expect(await titles('tag=north')).toEqual(['nahda']);
    expect(await titles('q=الأفق')).toEqual(['ufuq']);
    expect(await titles('q=nothing')).toEqual([]);
  });

  it('say when the catalogue cannot be read, and go on', async () => {
    open.breakCatalogue('sources.yaml does not fit:\n  line 3 <b>');
    const text = await (await get('/sources?lang=en')).text();
    expect(text).toContain('The catalogue cannot be read');
    expect(text).toContain('line 3 &lt;b&gt;');
    expect(text).toContain('Al-Fajr');
    expect(await (await get('/metrics')).text()).toContain('rasid_catalogue_readable 0');
    open.breakCatalogue(null);
  });

  it('tell when the pages of an outlet no longer look as usual', async () => {
    expect(await (await get('/sources/nahda?lang=en')).text()).toContain('texts are shorter than usual');
    expect(await (await get('/metrics')).text()).toContain(
      'rasid_outlet_drift{outlet="nahda",drift="shorter"} 1',
    );
  });

  it('are counted for Prometheus by state, with what each lets expect', async () => {
    const text = await (await get('/metrics')).text();
    expect(text).toContain('rasid_sources{state="silent"} 1');
    expect(text).toContain('rasid_source_state{source="wadi",state="stale"} 1');
    expect(text).toContain('rasid_source_errors{source="rukn"} 3');
    expect(text).toMatch(/rasid_source_expected_items_per_day\{source="nahda"\} \d\d/);
    expect(text).toContain('rasid_source_interval_seconds{source="nahda"} 720');
  });
});

describe('api', () => {
  it('gives the same facts as JSON', async () => {
    const overview = await (await get('/api/overview')).json();
    expect(overview).toMatchObject({
      ledger: { seen: 1, ended: 1, open: 0, balanced: true },
      hour: { published: 1 },
      sources: { 'never-polled': 1 },
      dead: 1,
    });
    expect(await (await get('/api/records?limit=1')).json()).toHaveLength(1);
    expect(await (await get('/api/incidents/inc_1')).json()).toMatchObject({ id: 'inc_1' });
  });

  it('names the outlets of an incident, also those whose source is followed no more', async () => {
    const page = (await (await get('/incidents/inc_1?lang=en')).text()).replace(/<[^>]*>/g, '');
    expect(page).toContain('2: Al-Fajr · Al-Wafd');
  });

  it('counts for Prometheus', async () => {
    const text = await (await get('/metrics')).text();
    expect(text).toContain('rasid_stage_jobs_total{stage="publish",outcome="published"} 1');
    expect(text).toContain('rasid_ledger_balanced 1');
  });

  it('pauses and resumes a stage, and brings a form back to its page', async () => {
    const reply = await post('/api/stages/clean/pause', { accept: 'text/html' });
    expect(reply.status).toBe(303);
    expect(reply.headers.get('location')).toBe('/queues?notice=paused');
    expect(await open.runtime.queues.queueOf('clean').isPaused()).toBe(true);
    await post('/api/stages/clean/resume');
    expect(await open.runtime.queues.queueOf('clean').isPaused()).toBe(false);
  });

  it('polls a known source now, and no other', async () => {
    expect((await post('/api/sources/fajr/poll')).status).toBe(200);
    expect(await open.runtime.queues.queueOf('poll').getWaitingCount()).toBe(1);
    expect((await post('/api/sources/none/poll')).status).toBe(404);
  });

  it('pauses and resumes a source', async () => {
    const stateOf = async () => ((await (await get('/api/sources/nahda')).json()) as { state: string }).state;
    expect(await stateOf()).toBe('healthy');
    const reply = await post('/api/sources/nahda/pause', { accept: 'text/html' });
    expect(reply.headers.get('location')).toBe('/sources?notice=sourcePaused');
    expect(await stateOf()).toBe('paused');
    await post('/api/sources/nahda/resume');
    expect(await stateOf()).toBe('healthy');
    expect((await post('/api/sources/nahda/explode')).status).toBe(404);
    expect((await get('/api/sources/none')).status).toBe(404);
  });

  it('lets an operator ask a host again that wanted to be left alone', async () => {
    expect(await (await get('/api/hosts/cooling')).json()).toMatchObject([{ host: 'rukn.example' }]);
    expect((await post('/api/hosts/rukn.example/resume')).status).toBe(200);
    expect(await (await get('/api/hosts/cooling')).json()).toEqual([]);
  });

  it('retries and removes dead letters', async () => {
    expect((await post('/api/dead/extract-itm_9/explode')).status).toBe(404);
    expect((await post('/api/dead/extract-itm_9/remove')).status).toBe(200);
    expect(await open.runtime.dead.count()).toBe(0);
    expect((await post('/api/dead/extract-itm_9/retry')).status).toBe(404);
  });
});

describe('access', () => {
  it('refuses a change asked for by another site', async () => {
    expect((await post('/api/stages/link/pause', { origin: 'https://evil.example' })).status).toBe(403);
    expect((await post('/api/stages/link/pause', { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    expect(await open.runtime.queues.queueOf('link').isPaused()).toBe(false);
  });

  it('answers without a password only to who calls it by the name of this machine: a hostile name may lead here', async () => {
    const { hostname: to, port } = new URL(open.url);
    const statusFor = (host: string) =>
      new Promise<number>((resolve, reject) => {
        const asked = request({ host: to, port, path: '/api/overview', headers: { host } }, (answer) => {
          answer.resume();
          resolve(answer.statusCode ?? 0);
        });
        asked.on('error', reject).end();
      });
    expect(await statusFor(`evil.example:${port}`)).toBe(421);
    expect(await statusFor('127.0.0.1.evil.example')).toBe(421);
    expect(await statusFor(`localhost:${port}`)).toBe(200);
    expect(await statusFor(`[::1]:${port}`)).toBe(200);
  });

  it('lets nobody guess: after twenty wrong passwords an address waits a minute', async () => {
    const guarded = await seededConsole('correct horse');
    try {
      const ask = async (pair: string) => {
        const headers = { authorization: `Basic ${btoa(pair)}` };
        return (await fetch(`${guarded.url}/api/overview`, { headers })).status;
      };
      for (let at = 0; at < 20; at++) expect(await ask(`me:wrong${at}`)).toBe(401);
      expect(await ask('me:correct horse')).toBe(429);
      expect((await fetch(`${guarded.url}/health/live`)).status).toBe(200);
    } finally {
      await guarded.close();
    }
  });

  it('asks for the password everywhere but for health', async () => {
    const ask = (path: string, pair?: string) =>
      fetch(locked.url + path, pair ? { headers: { authorization: `Basic ${btoa(pair)}` } } : {});
    expect((await ask('/')).status).toBe(401);
    expect((await ask('/metrics')).status).toBe(401);
    expect((await ask('/assets/console.css')).status).toBe(401);
    expect((await ask('/', 'me:wrong')).status).toBe(401);
    expect((await ask('/', 'me:correct horse')).status).toBe(200);
    expect((await ask('/health/ready')).status).toBe(200);
  });
});
