import { describe, expect, it } from 'vitest';
import { addressKey, canonicalAddress } from './address.ts';

const arabic = '%D8%AE%D8%A8%D8%B1'; // "خبر"

describe('the address of a page', () => {
  it.each([
    [
      'is without tracking, fragment and default port',
      'https://E.org:443/a?utm_source=x&b=2&a=1#top',
      'https://e.org/a?a=1&b=2',
    ],
    ['is percent-encoded when it is Arabic', 'https://e.org/خبر', `https://e.org/${arabic}`],
    ['stays encoded once', `https://e.org/${arabic}`, `https://e.org/${arabic}`],
    [
      'is decoded when it was encoded twice',
      `https://e.org/${encodeURIComponent(arabic)}`,
      `https://e.org/${arabic}`,
    ],
    [
      'is decoded when it was encoded three times',
      `https://e.org/${encodeURIComponent(encodeURIComponent(arabic))}`,
      `https://e.org/${arabic}`,
    ],
    ['keeps a percent sign that is meant', 'https://e.org/100%25ab', 'https://e.org/100%25ab'],
    ['keeps a query in windows-1256', 'https://e.org/a?q=%CE%C8%D1', 'https://e.org/a?q=%CE%C8%D1'],
    ['keeps the value of a parameter as it is', 'https://e.org/a?x=a+b%20c', 'https://e.org/a?x=a+b%20c'],
    ['reads ampersands that were escaped twice', 'https://e.org/a?a=1&amp;b=2', 'https://e.org/a?a=1&b=2'],
    ['leaves the AMP end of WordPress', 'https://e.org/a/amp/', 'https://e.org/a/'],
    ['leaves an AMP cache', 'https://e-org.cdn.ampproject.org/c/s/e.org/a', 'https://e.org/a'],
    ['leaves the AMP viewer of a search engine', 'https://www.google.com/amp/s/e.org/a', 'https://e.org/a'],
    [
      'leaves the redirect of a search engine',
      'https://www.google.com/url?q=https://e.org/a&sa=D',
      'https://e.org/a',
    ],
    ['carries no name and password', 'https://me:secret@e.org/a', 'https://e.org/a'],
    ['keeps an internationalised host', 'https://مثال.إختبار/a', 'https://xn--mgbh0fb.xn--kgbechtv/a'],
    [
      'keeps parameters that a site may need',
      'https://e.org/a?source=7&ref=x',
      'https://e.org/a?ref=x&source=7',
    ],
  ])('%s', (_, from, to) => {
    expect(canonicalAddress(from)).toBe(to);
    expect(canonicalAddress(to)).toBe(to);
  });

  it('is none for anything but the web', () => {
    for (const text of ['javascript:alert(1)', 'ftp://e.org/a', 'no address', ''])
      expect(canonicalAddress(text)).toBe(null);
  });
});

describe('the identity of an address', () => {
  it.each([
    ['scheme and www', 'http://www.e.org/a', 'https://e.org/a'],
    ['the mobile site', 'https://m.e.org/a', 'https://e.org/a'],
    ['the AMP site', 'https://amp.e.org/a', 'https://e.org/a'],
    ['an AMP folder', 'https://e.org/amp/a', 'https://e.org/a'],
    ['an AMP file', 'https://e.org/a.amp.html', 'https://e.org/a.html'],
    ['an AMP parameter', 'https://e.org/a?amp=1', 'https://e.org/a'],
    ['a print folder', 'https://e.org/print/a', 'https://e.org/a'],
    ['a print end', 'https://e.org/a/print/', 'https://e.org/a'],
    ['a print parameter', 'https://e.org/a?print=yes', 'https://e.org/a'],
    ['a slash at the end', 'https://e.org/a/', 'https://e.org/a'],
    ['small letters in the encoding', 'https://e.org/%d8%ae', 'https://e.org/%D8%AE'],
    ['where the reader came from', 'https://e.org/a?ref=home&fbclid=9', 'https://e.org/a'],
    ['the order of parameters', 'https://e.org/?b=2&a=1', 'https://e.org/?a=1&b=2'],
  ])('does not depend on %s', (_, one, other) => {
    expect(addressKey(one)).toBe(addressKey(other));
  });

  it('keeps what may number an article', () => {
    expect(addressKey('https://e.org/news?source=12345')).not.toBe(
      addressKey('https://e.org/news?source=12346'),
    );
    expect(addressKey('https://e.org/news?id=1')).not.toBe(addressKey('https://e.org/news?id=2'));
  });
});
