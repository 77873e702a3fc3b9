import { readFileSync } from 'node:fs';
import { createServer } from 'node:https';
import { describe, expect, it } from 'vitest';
import { createClient } from '../net/client.ts';
import { closeLater, listen, serve } from '../test-server.ts';
import { feed, pollOnce } from './test-try.ts';

/** Certificates of a made-up authority, valid for a century; the key is for these tests alone. */
const pem = (name: string) => readFileSync(new URL(`./certificates/${name}.pem`, import.meta.url), 'utf8');

async function pollTls(certificate: string) {
  const server = createServer({ cert: pem(certificate), key: pem('site.key') }, (_, response) =>
    response.end(feed()),
  );
  server.on('tlsClientError', () => undefined);
  closeLater(() => {
    server.closeAllConnections();
    server.close();
  });
  return poll((await listen(server)).host);
}

async function poll(host: string) {
  const client = createClient({ userAgent: 'Rasid/test', allowed: new Set([host]), ca: pem('ca') });
  closeLater(client.close);
  return pollOnce({ origin: `https://${host}`, host }, { client, feedTimeMs: 5_000 });
}

describe('TLS that misbehaves', () => {
  it('a good certificate is believed', async () => {
    expect(await pollTls('good')).toMatchObject({ outcome: 'new', found: 1 });
  });

  it.each([
    ['self-signed', 'self-signed', 'self-signed'],
    ['expired', 'expired', 'has expired'],
    ['not valid yet', 'early', 'not valid yet'],
    ['for another name', 'other-name', 'another name'],
  ])('a certificate that is %s ends as tls and says so', async (_, certificate, words) => {
    expect(await pollTls(certificate)).toMatchObject({ outcome: 'tls', why: expect.stringContaining(words) });
  });

  it('a server that speaks no TLS ends as tls', async () => {
    const { host } = await serve((_, response) => response.end('x'));
    expect(await poll(host)).toMatchObject({ outcome: 'tls' });
  });
});
