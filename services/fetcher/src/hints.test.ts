import { describe, expect, it } from 'vitest';
import { cacheHint } from './hints.ts';

describe('what a server says', () => {
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
