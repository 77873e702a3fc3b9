import { lookup } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';

/** An address that is not on the public internet: never asked, whatever name led there. */
export class PrivateAddress extends Error {
  constructor(host: string) {
    super(`${host} is not a public address`);
    this.name = 'PrivateAddress';
  }
}

/** Whether an IP address is one of the public internet: IPv4 in IPv6 is judged by what it carries. */
export function isPublicAddress(address: string): boolean {
  try {
    return ipaddr.process(address).range() === 'unicast';
  } catch {
    return false;
  }
}

/** Throws for a literal address that is private; a name is judged when its address is known. */
export function checkLiteral(url: URL, allowed: ReadonlySet<string>): void {
  if (isAllowed(url, allowed)) return;
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (isIP(host) && !isPublicAddress(host)) throw new PrivateAddress(host);
}

const isAllowed = (url: URL, allowed: ReadonlySet<string>): boolean =>
  allowed.has(`${url.hostname}:${url.port || (url.protocol === 'https:' ? 443 : 80)}`);

/** Resolves names for the socket and refuses private addresses there, so that no second answer can slip in between. */
export function guardedLookup(allowedHosts: ReadonlySet<string>): LookupFunction {
  return (hostname, options, callback) => {
    lookup(hostname, { ...options, all: true }, (error, addresses) => {
      if (error) return callback(error, []);
      const isOpen = allowedHosts.has(hostname);
      const usable = addresses.filter(({ address }) => isOpen || isPublicAddress(address));
      const [first] = usable;
      if (!first) return callback(new PrivateAddress(hostname), []);
      if (options.all) return callback(null, usable);
      callback(null, first.address, first.family);
    });
  };
}
