import { createServer } from 'node:http';
import { connect } from 'node:net';
import { describe, expect, it } from 'vitest';
import { readConfig } from '../config.ts';
import { closeLater, listen, serve } from '../test-server.ts';
import { createClient } from './client.ts';

/** A proxy as sites have them: tunnels, resolves names itself, and knows one. */
async function startProxy(to: string) {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    response.writeHead(502).end();
  });
  server.on('connect', (request, socket) => {
    asked.push(request.url ?? '');
    const [host = '', port = '80'] = to.split(':');
    const upstream = connect(Number(port), host, () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
      upstream.pipe(socket).pipe(upstream);
    });
    upstream.on('error', () => socket.destroy());
    socket.on('error', () => upstream.destroy());
    closeLater(() => upstream.destroy());
  });
  closeLater(() => {
    server.closeAllConnections();
    server.close();
  });
  return { ...(await listen(server)), asked };
}

const ask = (client: ReturnType<typeof createClient>, url: string) =>
  client.get({ url, accept: '*/*', maxBytes: 1_000, totalMs: 3_000 });

async function behindProxy(except?: string) {
  const site = await serve((_, response) => response.end('خبر'));
  const proxy = await startProxy(site.host);
  const client = createClient({
    userAgent: 'Rasid/test',
    allowed: new Set(),
    proxy: { http: proxy.origin, except },
  });
  closeLater(client.close);
  return { client, asked: proxy.asked };
}

describe('a proxy', () => {
  it('is asked for every host, also for names that only it can resolve', async () => {
    const { client, asked } = await behindProxy();
    const answer = await ask(client, 'http://news.invalid/a');
    expect(Buffer.from(answer.bytes).toString()).toBe('خبر');
    expect(asked).toEqual(['news.invalid:80']);
  });

  it.each(['http://127.0.0.1/', 'http://[::ffff:127.0.0.1]/', 'http://localhost/', 'http://router.local/'])(
    'is not asked for %s',
    async (url) => {
      const { client, asked } = await behindProxy();
      await expect(ask(client, url)).rejects.toMatchObject({ kind: 'private-address' });
      expect(asked).toEqual([]);
    },
  );

  it('is left out for the hosts that are excepted, and those are guarded', async () => {
    const { client, asked } = await behindProxy('localtest.invalid');
    await expect(ask(client, 'http://localtest.invalid/')).rejects.toMatchObject({ kind: 'dns' });
    expect(asked).toEqual([]);
  });

  it('that is away ends as connection', async () => {
    const client = createClient({
      userAgent: 'Rasid/test',
      allowed: new Set(),
      proxy: { http: 'http://127.0.0.1:1' },
    });
    closeLater(client.close);
    await expect(ask(client, 'http://news.invalid/')).rejects.toMatchObject({ kind: 'connection' });
  });

  it('is read from the environment in capitals and small letters', () => {
    expect(readConfig({ http_proxy: 'http://p:1', NO_PROXY: 'a' })).toMatchObject({
      HTTP_PROXY: 'http://p:1',
      NO_PROXY: 'a',
    });
    expect(readConfig({ http_proxy: 'http://p:1', HTTP_PROXY: 'http://q:1' })).toMatchObject({
      HTTP_PROXY: 'http://q:1',
    });
    expect(readConfig({}).HTTPS_PROXY).toBe(undefined);
  });
});
