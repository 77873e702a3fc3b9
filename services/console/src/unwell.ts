import { isRefusal, storeProblem } from '@rasid/runtime';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { html } from './html.ts';
import type { ConsoleOptions } from './options.ts';
import { chooseLanguage } from './reader.ts';
import { createView, layout } from './view/page.ts';

type Problem = 'no-redis' | 'redis-refuses-writes' | 'failed';

const sentences = {
  'no-redis': 'error.redis',
  'redis-refuses-writes': 'error.full',
  failed: 'error.failed',
} as const;

/** Whatever reads or changes the stores is answered at once, with what is wrong, while they cannot be used. */
export function addUnwell(server: FastifyInstance, { runtime, timeZone }: ConsoleOptions): void {
  server.addHook('onRequest', async (request, reply) => {
    if (/^\/(?:health|assets)\//.test(request.url)) return;
    const problem = await storeProblem(runtime);
    if (problem) return answer(request, reply.code(503).header('retry-after', '5'), problem, timeZone);
  });
}

/** A page for people, JSON for programs. */
export function answerFailure(error: unknown, request: FastifyRequest, reply: FastifyReply, zone?: string) {
  const problem = isRefusal(error) ? 'redis-refuses-writes' : 'failed';
  return answer(request, reply.code(problem === 'failed' ? 500 : 503), problem, zone);
}

function answer(request: FastifyRequest, reply: FastifyReply, problem: Problem, zone?: string) {
  const isPage = !/^\/(?:api\/|metrics)/.test(request.url) || request.headers.accept?.includes('text/html');
  if (!isPage) return reply.send({ error: problem });
  const query = new URLSearchParams(request.url.split('?')[1] ?? '').get('lang') ?? undefined;
  const { cookie, 'accept-language': accept } = request.headers;
  const view = createView(chooseLanguage({ query, cookie, accept }), zone, false);
  const path = request.url.split('?')[0] ?? '/';
  return reply
    .type('text/html; charset=utf-8')
    .send(layout(view, { title: view.say(sentences[problem]), path, body: html`` }));
}
