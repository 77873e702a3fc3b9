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
