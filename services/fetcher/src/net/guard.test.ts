import { lookup } from 'node:dns/promises';
import { hostname } from 'node:os';
import { describe, expect, it } from 'vitest';
import { closeLater } from '../test-server.ts';
import { createClient } from './client.ts';
import { isPublicAddress, PrivateAddress, publicLookupBy } from './guard.ts';

const refuses = async (url: string, allowed: string[] = []) => {
  const client = createClient({ userAgent: 'Rasid/test', allowed: new Set(allowed) });
  closeLater(client.close);
  const request = { url, accept: '*/*', maxBytes: 1_000, totalMs: 1_500 };
  await expect(client.get(request)).rejects.toMatchObject({ kind: 'private-address' });
};

describe('the guard against private addresses', () => {
  it.each([
    ['loopback', 'http://127.0.0.1:9/'],
    ['loopback in one decimal number', 'http://2130706433:9/'],
    ['loopback in octal', 'http://0177.0.0.1:9/'],
    ['loopback in hexadecimal', 'http://0x7f.1:9/'],
    ['a short form', 'http://127.1:9/'],
    ['no address', 'http://0.0.0.0:9/'],
    ['IPv6 loopback', 'http://[::1]:9/'],
    ['IPv4 mapped in IPv6', 'http://[::ffff:127.0.0.1]:9/'],
    ['IPv4 mapped in hexadecimal', 'http://[::ffff:7f00:1]:9/'],
    ['IPv4 compatible in IPv6', 'http://[::127.0.0.1]:9/'],
    ['NAT64', 'http://[64:ff9b::127.0.0.1]:9/'],
    ['6to4', 'http://[2002:7f00:1::]:9/'],
    ['the address of cloud metadata', 'http://169.254.169.254/latest'],
    ['a private network', 'http://10.1.2.3/'],
    ['a carrier network', 'http://100.64.0.1/'],
    ['an IPv6 network of one site', 'http://[fd00::1]/'],
    ['an IPv6 link', 'http://[fe80::1]/'],
    ['a broadcast', 'http://255.255.255.255/'],
    ['a name that leads to loopback', 'http://localhost:9/'],
    ['such a name with a dot at its end', 'http://localhost.:9/'],
    ['a name inside of it', 'http://a.localhost:9/'],
    ['a name of a local network', 'http://printer.local/'],
  ])('refuses %s', (_, url) => refuses(url));

  it('opens one port of a name and no other', () => refuses('http://localhost:9/', ['localhost:8']));

  it('knows what is public', () => {
    for (const address of [
      '192.168.0.1',
      '::',
      '64:ff9b:1::7f00:1',
      '::ffff:0:127.0.0.1',
      'fec0::1',
      '2001:db8::1',
      '198.18.0.1',
      'x',
    ])
      expect(isPublicAddress(address), address).toBe(false);
    for (const address of ['8.8.8.8', '2a00:1450:4001::1', '::ffff:8.8.8.8'])
      expect(isPublicAddress(address), address).toBe(true);
  });

  const answers = (addresses: { address: string; family: number }[], all: boolean) =>
    new Promise((resolve) => {
      const look = publicLookupBy((_name, _options, callback) => callback(null, addresses));
      look('news.example', { all }, (error, address) => resolve(error ?? address));
    });
  const inside = { address: '10.0.0.7', family: 4 };
  const outside = { address: '8.8.8.8', family: 4 };

  it('sees of a name its public addresses only, and refuses one that has none', async () => {
    expect(await answers([inside, outside], true)).toEqual([outside]);
    expect(await answers([inside, outside], false)).toBe('8.8.8.8');
    expect(await answers([inside], true)).toBeInstanceOf(PrivateAddress);
    expect(await answers([], true)).toBeInstanceOf(PrivateAddress);
  });

  it('refuses a public-looking name that leads into this machine (skipped where the name of the machine leads nowhere)', async ({
    skip,
  }) => {
    const name = hostname();
    const address = await lookup(name).catch(() => null);
    if (!address || isPublicAddress(address.address)) return skip();
    await refuses(`http://${name}:8080/`);
  });
});
