import { createServer, type Server } from 'node:http';
import { isRefusal, tryWrite } from './patience.ts';
import type { Runtime } from './runtime.ts';

/** `/health/live`: the process answers. `/health/ready`: it reaches Redis, and Redis takes writes. For container probes; no secrets, no data. */
export async function startHealth(runtime: Runtime, listen: { host: string; port: number }): Promise<Server> {
  const server = createServer(async (request, response) => {
    const isReadiness = request.url === '/health/ready';
    if (!isReadiness && request.url !== '/health/live') return void response.writeHead(404).end();
    const problem = isReadiness ? await storeProblem(runtime) : null;
    response.writeHead(problem ? 503 : 200, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ status: problem ?? 'ok' }));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(listen.port, listen.host, resolve);
  });
  return server;
}

/** What keeps the store from working: no answer within a second, or an answer that refuses writes; null when nothing does. */
export async function storeProblem(
  runtime: Pick<Runtime, 'redis' | 'address'>,
): Promise<null | 'no-redis' | 'redis-refuses-writes'> {
  const late = new Promise<'no-redis'>((resolve) => setTimeout(resolve, 1_000, 'no-redis').unref());
  const answer = tryWrite(runtime.redis, runtime.address.prefix).then(
    () => null,
    (error) => (isRefusal(error) ? ('redis-refuses-writes' as const) : ('no-redis' as const)),
  );
  return Promise.race([answer, late]);
}
