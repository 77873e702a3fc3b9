import { isStageName, pauseStage, retryDead, storeProblem } from '@rasid/runtime';
import { createRedisHostLanes } from '@rasid/storage';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { clampLimit, type Facts } from './facts/read.ts';
import { metricsText } from './metrics.ts';
import type { ConsoleOptions } from './options.ts';

const Params = z.object({ id: z.string().default(''), verb: z.string().default('') });
const Query = z.object({ limit: z.string().optional(), events: z.string().optional() });
const usual = 100; // rows of an answer without a limit

/** The JSON twin of every page, the health endpoints and the metrics. */
export function addReading(server: FastifyInstance, facts: Facts, { runtime }: ConsoleOptions): void {
  const asked = (request: FastifyRequest) => Query.safeParse(request.query).data ?? {}; // a name given twice says nothing
  const limitOf = (request: FastifyRequest) => clampLimit(asked(request).limit, usual);
  const orMissing = (found: unknown, reply: FastifyReply) =>
    found ?? reply.code(404).send({ error: 'not found' });
  const idOf = (request: FastifyRequest) => Params.parse(request.params).id;
  server.get('/api/overview', () => facts.overview(Date.now()));
  server.get('/api/sources', () => facts.sources());
  server.get('/api/sources/:id', async (request, reply) =>
    orMissing((await facts.source(idOf(request)))?.facts ?? null, reply),
  );
  server.get('/api/hosts/cooling', () => facts.cooling());
  server.get('/api/queues', (request) => facts.queues(limitOf(request)));
  server.get('/api/ledger', () => facts.ledger());
  server.get('/api/records', (request) => facts.records(limitOf(request), asked(request).events === '1'));
  server.get('/api/records/:id', async (request, reply) =>
    orMissing(await facts.record(idOf(request)), reply),
  );
  server.get('/api/incidents', (request) => facts.incidents(limitOf(request)));
  server.get('/api/incidents/:id', async (request, reply) =>
    orMissing(await facts.incident(idOf(request)), reply),
  );
  server.get('/metrics', async (_, reply) => {
    const { body, type } = await metricsText(runtime, facts);
    return reply.type(type).send(body);
  });
  server.get('/health/live', async () => ({ status: 'ok' }));
  server.get('/health/ready', async (_, reply) => {
    const problem = await storeProblem(runtime);
    return reply.code(problem ? 503 : 200).send({ status: problem ?? 'ok' });
  });
}

/** What the operator can do. A form is sent back to its page with a notice; other callers get JSON. */
export function addVerbs(server: FastifyInstance, { runtime, catalogue }: ConsoleOptions): void {
  const answer = (request: FastifyRequest, reply: FastifyReply, page: string, notice: string | null) => {
    if (request.headers.accept?.includes('text/html'))
      return reply.redirect(`${page}?notice=${notice ?? 'gone'}`, 303);
    return reply.code(notice ? 200 : 404).send(notice ? { done: notice } : { error: 'not found' });
  };
  server.post('/api/sources/:id/:verb', async (request, reply) => {
    const { id, verb } = Params.parse(request.params);
    const isKnown = catalogue.sources().some((source) => source.id === id);
    if (isKnown && verb === 'poll') await runtime.polls.once(id);
    else if (isKnown && catalogue.pause && (verb === 'pause' || verb === 'resume'))
      catalogue.pause(id, verb === 'pause');
    else return answer(request, reply, '/sources', null);
    return answer(
      request,
      reply,
      '/sources',
      verb === 'poll' ? 'polled' : `source${verb === 'pause' ? 'Paused' : 'Resumed'}`,
    );
  });
  server.post('/api/hosts/:id/resume', async (request, reply) => {
    const lanes = createRedisHostLanes(runtime.redis, runtime.address.prefix);
    const wasCooling = await lanes.resume(Params.parse(request.params).id);
    return answer(request, reply, '/sources', wasCooling ? 'hostResumed' : null);
  });
  server.post('/api/dead/:id/:verb', async (request, reply) => {
    const { id, verb } = Params.parse(request.params);
    if (verb === 'retry')
      return answer(request, reply, '/queues', (await retryDead(runtime, id)) ? 'retried' : null);
    const letter = verb === 'remove' ? await runtime.dead.get(id) : null;
    if (letter) await runtime.dead.remove(letter);
    return answer(request, reply, '/queues', letter ? 'removed' : null);
  });
  server.post('/api/stages/:id/:verb', async (request, reply) => {
    const { id, verb } = Params.parse(request.params);
    const isVerb = verb === 'pause' || verb === 'resume';
    if (!isVerb || !isStageName(id)) return answer(request, reply, '/queues', null);
    await pauseStage(runtime, id, verb === 'pause');
    return answer(request, reply, '/queues', `${verb}d`);
  });
}
