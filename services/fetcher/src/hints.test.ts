import { describe, expect, it } from 'vitest';
import { cacheHint, feedHint } from './hints.ts';

const feed = (inner: string) =>
  new TextEncoder().encode(`<?xml version="1.0"?><rss><channel>${inner}<item/></channel></rss>`);

describe('what a publisher asks', () => {
  it.each([
    ['<ttl>30</ttl>', 30],
    ['<sy:updatePeriod> hourly </sy:updatePeriod><sy:updateFrequency>\n2</sy:updateFrequency>', 30],
    ['<syn:updatePeriod>daily</syn:updatePeriod>', 1440],
    ['<ttl>5</ttl><sy:updatePeriod>hourly</sy:updatePeriod>', 60],
    ['<ttl>soon</ttl>', null],
    ['<title>ttl</title>', null],
  ])('is read from %s', (inner, minutes) => {
    expect(feedHint(feed(inner))).toBe(minutes === null ? null : minutes * 60_000);
  });

  it.each([
    [{ 'cache-control': 'public, max-age=300' }, 300],
    [{ 'cache-control': 'max-age=300, s-maxage=600', age: '100' }, 500],
    [{ 'cache-control': 'max-age=60', age: '100' }, 0],
    [{ 'cache-control': 'no-cache, max-age=60' }, null],
    [{}, null],
  ])('is read from the headers %j', (headers, seconds) => {
    expect(cacheHint(new Headers(headers as Record<string, string>))).toBe(
      seconds === null ? null : seconds * 1000,
    );
  });
});
