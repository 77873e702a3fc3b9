import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach } from 'vitest';
import { type Client, createClient } from './net/client.ts';

const closers: (() => Promise<unknown> | unknown)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

/** Closes something after the test that opened it. */
export const closeLater = (close: () => Promise<unknown> | unknown): void => void closers.push(close);

/** A real server on loopback until the end of the test. */
export async function serve(listener: RequestListener): Promise<{ origin: string; host: string }> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closeLater(() => {
    server.closeAllConnections();
    server.close();
  });
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`; // a TCP server has no other kind of address
  return { origin: `http://${host}`, host };
}

/** A client that may reach that server and nothing else on a private address. */
export function clientFor(host: string): Client {
  const client = createClient({ userAgent: 'Rasid/test', allowed: new Set([host]) });
  closeLater(client.close);
  return client;
}
