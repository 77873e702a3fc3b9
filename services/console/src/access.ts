import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { isLoopback } from './config.ts';

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/** Whether an `Authorization: Basic` header carries the password, in constant time; the user name is free. */
export function hasPassword(header: string | undefined, password: string): boolean {
  const [, encoded = ''] = /^Basic ([A-Za-z0-9+/=]{1,1000})$/i.exec(header ?? '') ?? [];
  const pair = Buffer.from(encoded, 'base64').toString();
  const given = pair.slice(pair.indexOf(':') + 1);
  return timingSafeEqual(digest(given), digest(password)) && pair.includes(':');
}

const mostWrong = 20; // a person mistypes a few times
const waitMs = 60_000;
const mostAddresses = 1_000; // remembered at once, so that their number cannot fill the memory

/**
 * Counts wrong passwords by address: after twenty within a minute the address waits until the minute is over, whatever it
 * says then. Behind a proxy all readers have one address.
 */
export function countGuesses(now: () => number = Date.now) {
  const wrong = new Map<string, { times: number; until: number }>();
  const current = (address: string) => {
    const known = wrong.get(address);
    return known && known.until > now() ? known : { times: 0, until: now() + waitMs };
  };
  return {
    mustWait: (address: string): boolean => current(address).times >= mostWrong,
    note(address: string): void {
      const { times, until } = current(address);
      wrong.delete(address); // stands last now
      wrong.set(address, { times: times + 1, until });
      const [oldest] = wrong.keys();
      if (wrong.size > mostAddresses && oldest !== undefined) wrong.delete(oldest);
    },
  };
}

/** Whether a request that changes something comes from our own page or from no page at all (curl). */
export function isSameOrigin(headers: IncomingHttpHeaders): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin') return false;
  if (headers.origin === undefined) return true; // browsers always send Origin with a POST of another site
  return URL.canParse(headers.origin) && new URL(headers.origin).host === headers.host;
}

/**
 * Whether the Host header names this machine. Without a password this is what stops a hostile name
 * that was pointed at 127.0.0.1 (DNS rebinding).
 */
export function isLocalName(host: string | undefined): boolean {
  if (host === undefined || !URL.canParse(`http://${host}`)) return false;
  return isLoopback(new URL(`http://${host}`).hostname.replace(/^\[|\]$/g, ''));
}
