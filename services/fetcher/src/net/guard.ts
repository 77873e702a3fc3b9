import { type LookupAddress, type LookupAllOptions, lookup } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';
import { buildConnector } from 'undici';

/** An address that is not on the public internet: never asked, whatever name led there. */
export class PrivateAddress extends Error {
  constructor(host: string) {
    super(`${host} is not a public address (RASID_ALLOW_PRIVATE opens it)`);
    this.name = 'PrivateAddress';
  }
}

const globalUnicast = ipaddr.IPv6.parse('2000::'); // /3: all that is handed out; ::/96 and the like carry IPv4 unseen

/** Whether an IP address is one of the public internet: IPv4 in IPv6 is judged by what it carries. */
export function isPublicAddress(address: string): boolean {
  try {
    const parsed = ipaddr.process(address);
    if (parsed.range() !== 'unicast') return false;
    return !(parsed instanceof ipaddr.IPv6) || parsed.match(globalUnicast, 3);
  } catch {
    return false;
  }
}

/** Names that never lead to the public internet (RFC 6761, 6762, 8375); behind a proxy nobody resolves them here. */
const localName = /(?:^|\.)(?:localhost|local|internal|home\.arpa)\.?$/i;

/** Throws for an address that is private by its spelling; another name is judged when its address is known. */
export function checkAddress(url: URL, allowed: ReadonlySet<string>): void {
  const host = bare(url.hostname);
  const port = url.port || (url.protocol === 'https:' ? '443' : '80');
  if (allowed.has(`${host}:${port}`) || allowed.has(`${url.hostname}:${port}`)) return;
  if (isIP(host) ? !isPublicAddress(host) : localName.test(host)) throw new PrivateAddress(host);
}

const bare = (host: string): string => host.replace(/^\[|\]$/g, '');

/**
 * Opens sockets to public addresses only. The name is resolved for the socket itself, so that no second answer can slip
 * in between; Node resolves no literal, so literals are judged here as well.
 */
export function guardedConnector(
  allowed: ReadonlySet<string>,
  settings: { timeout: number; ca?: string | undefined },
): buildConnector.connector {
  const { timeout, ca } = settings;
  const tls = { timeout, ...(ca === undefined ? {} : { ca }) };
  const open = buildConnector(tls);
  const guarded = buildConnector({ ...tls, lookup: publicLookup });
  return (options, callback) => {
    const host = bare(options.hostname);
    const port = options.port || (options.protocol === 'https:' ? '443' : '80');
    if (allowed.has(`${host}:${port}`) || allowed.has(`[${host}]:${port}`)) open(options, callback);
    else if (isIP(host) && !isPublicAddress(host)) callback(new PrivateAddress(host), null);
    else guarded(options, callback);
  };
}

type Resolve = (
  hostname: string,
  options: LookupAllOptions,
  callback: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void;

/** What a name leads to, the private addresses left out; a name that leads to no other is refused. */
export const publicLookupBy =
  (resolve: Resolve): LookupFunction =>
  (hostname, options, callback) => {
    resolve(hostname, { ...options, all: true }, (error, addresses) => {
      if (error) return callback(error, []);
      const usable = addresses.filter(({ address }) => isPublicAddress(address));
      const [first] = usable;
      if (!first) return callback(new PrivateAddress(hostname), []);
      if (options.all) return callback(null, usable);
      callback(null, first.address, first.family);
    });
  };

const publicLookup = publicLookupBy(lookup);
