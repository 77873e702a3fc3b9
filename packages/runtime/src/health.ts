import { createServer, type Server } from 'node:http';
import type { Runtime } from './runtime.ts';

/** `/health/live`: the process answers. `/health/ready`: it reaches Redis. For container probes; no secrets, no data. */
export async function startHealth(runtime: Runtime, listen: { host: string; port: number }): Promise<Server> {
  const server = createServer(async (request, response) => {
    const isReadiness = request.url === '/health/ready';
    if (!isReadiness && request.url !== '/health/live') return void response.writeHead(404).end();
    const isUp = !isReadiness || (await isReady(runtime));
    response.writeHead(isUp ? 200 : 503, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ status: isUp ? 'ok' : 'no-redis' }));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(listen.port, listen.host, resolve);
  });
  return server;
}

/** Whether Redis answers within a second. */
export async function isReady(runtime: Runtime): Promise<boolean> {
  const late = new Promise<false>((resolve) => setTimeout(resolve, 1_000, false).unref());
  return Promise.race([runtime.redis.ping().then(() => true), late]).catch(() => false);
}
