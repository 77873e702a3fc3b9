import { failureText } from '@rasid/runtime';
import fastify, { type FastifyInstance } from 'fastify';
import { countGuesses, hasPassword, isLocalName, isSameOrigin } from './access.ts';
import type { ConsoleOptions } from './options.ts';
import { addUnwell, answerFailure } from './unwell.ts';

/** Nothing but our own files, no inline script or style, no frame around us. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** An empty server with the guards every request passes. */
export function createServer(options: ConsoleOptions): FastifyInstance {
  const { runtime, password, timeZone } = options;
  const server = fastify({
    trustProxy: false,
    bodyLimit: 4_096, // the verbs are in the path; no request needs a body
    forceCloseConnections: 'idle',
    routerOptions: { maxParamLength: 600 }, // ids of dead letters hold a job id
  });
  const guesses = countGuesses();
  server.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_, body, done) =>
    done(null, body),
  );
  server.addHook('onRequest', async (request, reply) => {
    reply.headers({
      'content-security-policy': policy,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'same-origin', // with no-referrer, browsers send the console's own forms with "Origin: null"
      'cache-control': 'no-store',
    });
    if (request.url.startsWith('/health/')) return;
    if (password) {
      if (guesses.mustWait(request.ip))
        return reply.code(429).header('retry-after', '60').send({ error: 'too many wrong passwords' });
      const isRight = hasPassword(request.headers.authorization, password);
      if (!isRight && request.headers.authorization !== undefined) guesses.note(request.ip);
      if (!isRight)
        return reply
          .code(401)
          .header('www-authenticate', 'Basic realm="Rasid", charset="UTF-8"')
          .send({ error: 'password needed' });
    } else if (!isLocalName(request.headers.host)) {
      return reply.code(421).send({ error: 'without a password only this machine is answered' });
    }
    const isChange = request.method !== 'GET' && request.method !== 'HEAD';
    if (isChange && !isSameOrigin(request.headers))
      return reply.code(403).send({ error: 'the request comes from another site' });
  });
  addUnwell(server, options);
  server.setErrorHandler((error: { statusCode?: number }, request, reply) => {
    const status = error.statusCode ?? 500;
    if (status >= 500)
      runtime.logger.error({ url: request.url.slice(0, 300), error: failureText(error) }, 'console'); // a line, not a page
    if (status >= 500) return answerFailure(error, request, reply, timeZone);
    return reply.code(status).send({ error: 'bad request' });
  });
  return server;
}
