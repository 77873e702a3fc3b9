import type { HttpAnswer } from './net/client.ts';

/** What the bytes of an answer are, whatever its header says. */
export function isPage({ headers, bytes }: Pick<HttpAnswer, 'headers' | 'bytes'>): boolean {
  const start = Buffer.from(bytes.subarray(0, 1_000)).toString('latin1');
  if (/^(?:%PDF-|\x89PNG|GIF8|\xff\xd8\xff|PK\x03\x04|ID3|RIFF|.{4}ftyp)/s.test(start)) return false;
  const type = headers.get('content-type');
  if (!type || /html|xml|text\/plain/i.test(type)) return true;
  return /^\s*(?:<!doctype html|<html|<head|<body)/i.test(start.replace(/^\xef\xbb\xbf/, ''));
}

/** Marks of the walls that stand before sites; words of people are left to the cleaner, which sees the page. */
const wall =
  /cf-chl-|challenge-platform|_cf_chl_opt|__cf_chl|captcha-delivery\.com|g-recaptcha|h-captcha|_Incapsula_Resource|px-captcha|ddos-guard|awswaf/i;

/** A captcha or challenge in place of what was asked for. */
export function isWall({
  status,
  headers,
  bytes,
}: Pick<HttpAnswer, 'status' | 'headers' | 'bytes'>): boolean {
  if (headers.get('cf-mitigated') === 'challenge') return true;
  if (status !== 403 && status !== 503 && status !== 429 && status !== 401) return false; // real articles carry captchas in their forms
  return wall.test(Buffer.from(bytes.subarray(0, 60_000)).toString('latin1'));
}

const maxForwarder = 20_000; // bytes: a page of this size with a quick refresh is a door, not an article
const maxSeconds = 10; // pages that renew themselves do so every few minutes

/** Where a page that only sends its readers on sends them; null for any other page. */
export function forwardedTo({ bytes, url }: Pick<HttpAnswer, 'bytes' | 'url'>): string | null {
  if (bytes.length > maxForwarder) return null;
  const html = Buffer.from(bytes).toString('utf8');
  for (const [tag] of html.matchAll(/<meta\b[^<>]{1,600}>/gi)) {
    if (!/http-equiv\s{0,5}=\s{0,5}["']?refresh/i.test(tag)) continue;
    const [, seconds = '', to] =
      /content\s{0,5}=\s{0,5}["']?\s{0,5}(\d{1,5})[\d.]{0,9}\s{0,5}[;,]\s{0,5}url\s{0,5}=\s{0,5}["']?([^"'>]{1,500})/i.exec(
        tag,
      ) ?? [];
    if (!to || Number(seconds) > maxSeconds) continue;
    if (hasText(html)) return null; // asked once: a hostile page has hundreds of such elements
    return absolute(to.trim().replaceAll('&amp;', '&'), url);
  }
  return null;
}

const enough = 400; // bytes of plain text that make a page worth reading itself

const hasText = (html: string): boolean =>
  html
    .replace(/<(script|style|noscript)\b[^<>]{0,500}>[^<]{0,20000}<\/\1>/gi, ' ')
    .replace(/<[^<>]{0,1000}>/g, ' ')
    .replace(/\s+/g, ' ').length > enough;

function absolute(to: string, base: string): string | null {
  try {
    const target = new URL(to, base);
    target.hash = '';
    return target.href === new URL(base).href ? null : target.href;
  } catch {
    return null;
  }
}
