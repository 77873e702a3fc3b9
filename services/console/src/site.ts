import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { loadAssets } from './assets.ts';
import { clampLimit, type Facts } from './facts/read.ts';
import { html, type Markup } from './html.ts';
import { drawLand } from './map.ts';
import type { ConsoleOptions } from './options.ts';
import { incidentPage } from './pages/incident.ts';
import { incidentTable, recordTable } from './pages/lists.ts';
import { ledgerPage, queuesPage } from './pages/operate.ts';
import { overviewPage } from './pages/overview.ts';
import { recordPage } from './pages/record.ts';
import { sourcePage } from './pages/source.ts';
import { sourcesPage } from './pages/sources.ts';
import { chooseLanguage } from './reader.ts';
import { createVoices } from './view/incident-words.ts';
import { createView, layout, type View } from './view/page.ts';

const Query = z.object({
  lang: z.string().optional(),
  limit: z.string().optional(),
  events: z.string().optional(),
  notice: z.string().optional(),
  state: z.string().optional(),
  q: z.string().max(200).optional(),
  tag: z.string().max(200).optional(),
});
const Params = z.object({ id: z.string().default(''), file: z.string().default('') });
type Content = { title: string; body: Markup } | null;
type Compose = (view: View, asked: z.infer<typeof Query>, id: string) => Promise<Content>;

/** The pages of the console and the files they need. */
export function addPages(server: FastifyInstance, facts: Facts, options: ConsoleOptions): void {
  const answer = (compose: Compose) => async (request: FastifyRequest, reply: FastifyReply) => {
    const asked = Query.safeParse(request.query).data ?? {};
    const view = viewFor(request, reply, asked.lang, options.timeZone);
    const found = await compose(view, asked, Params.parse(request.params).id);
    const { title, body } = found ?? { title: view.say('error.notFound'), body: html`` };
    const said = view.word('notice', asked.notice ?? '');
    const notice = said === asked.notice ? null : said; // only our own sentences, never the query's
    const path = request.url.split('?')[0] ?? '/';
    return reply
      .code(found ? 200 : 404)
      .type('text/html; charset=utf-8')
      .send(layout(view, { title, path, body, notice }));
  };
  for (const [path, compose] of Object.entries(pages(facts, options.catalogue.pause !== undefined)))
    server.get(path, answer(compose));
  server.setNotFoundHandler(answer(async () => null));
  const assets = loadAssets();
  server.get('/assets/:file', (request, reply) => {
    const asset = assets.get(Params.parse(request.params).file);
    if (!asset) return reply.code(404).send({ error: 'not found' });
    return reply.type(asset.type).header('cache-control', asset.cache).send(asset.body);
  });
}

function pages(facts: Facts, canPause: boolean): Record<string, Compose> {
  const land = drawLand();
  const mapped = 200; // the dots of a day or so
  const newest = 8; // the start page shows the top of the list
  const rows = 100;
  return {
    '/': async (view) => {
      const [overview, records, incidents] = await Promise.all([
        facts.overview(view.nowMs),
        facts.records(mapped, true),
        facts.incidents(newest),
      ]);
      const shown = { facts: overview, records, incidents, land: view.isLive ? null : land };
      return { title: view.say('nav.overview'), body: overviewPage(view, shown) };
    },
    '/sources': async (view, { state, q, tag, limit }) => {
      const [sources, cooling] = await Promise.all([facts.sources(), facts.cooling()]);
      const known = facts.knownSources();
      const problem = facts.catalogueProblem();
      const body = sourcesPage(view, {
        sources,
        known,
        cooling,
        problem,
        canPause,
        asked: { state, q, tag },
        limit: clampLimit(limit, rows),
      });
      return { title: view.say('sources.title'), body };
    },
    '/sources/:id': async (view, _, id) => {
      const found = await facts.source(id);
      return (
        found && { title: view.format.name(found.facts.outlet.name), body: sourcePage(view, found, canPause) }
      );
    },
    '/queues': async (view, { limit }) => ({
      title: view.say('queues.title'),
      body: queuesPage(view, await facts.queues(clampLimit(limit, rows))),
    }),
    '/records': async (view, { limit, events }) => {
      const wanted = clampLimit(limit, rows);
      const records = await facts.records(wanted, events === '1');
      const links = html`<p class="small"><a href="?events=1">${view.say('records.onlyEvents')}</a> · <a href="?events=0">${view.say('records.all')}</a>${records.length === wanted ? html` · <a href="?limit=${wanted * 2}&amp;events=${events === '1' ? 1 : 0}">${view.say('records.more')}</a>` : null}</p>`;
      const table = recordTable(view, records, view.say('records.latest'));
      const body = html`${links}<section class="card" id="records" data-live>${table}</section>`;
      return { title: view.say('records.title'), body };
    },
    '/records/:id': async (view, _, id) => {
      const record = await facts.record(id);
      const withdrawnAt = record && (await facts.withdrawnAt(id));
      const voice = createVoices(facts.voices(), view.format.name);
      return (
        record && { title: record.article.title, body: recordPage(view, record, { withdrawnAt, voice }) }
      );
    },
    '/incidents': async (view, { limit }) => {
      const incidents = await facts.incidents(clampLimit(limit, rows));
      const table = incidentTable(view, incidents, view.say('incidents.latest'));
      const body = html`<section class="card" id="incidents" data-live>${table}</section>`;
      return { title: view.say('incidents.title'), body };
    },
    '/incidents/:id': async (view, _, id) => {
      const incident = await facts.incident(id);
      const voice = createVoices(facts.voices(), view.format.name);
      return incident && { title: incident.title, body: incidentPage(view, incident, voice) };
    },
    '/ledger': async (view) => ({
      title: view.say('nav.ledger'),
      body: ledgerPage(view, await facts.ledger()),
    }),
  };
}

function viewFor(
  request: FastifyRequest,
  reply: FastifyReply,
  query: string | undefined,
  zone?: string,
): View {
  const { cookie, 'accept-language': accept } = request.headers;
  const language = chooseLanguage({ query, cookie, accept });
  if (query === language)
    reply.header('set-cookie', `lang=${language}; Path=/; Max-Age=31536000; SameSite=Lax; HttpOnly`); // a year
  return createView(language, zone, request.headers['x-rasid-live'] === '1');
}
