import { describe, expect, it } from 'vitest';
import { fromOpml, loadCatalogue, loadSources, parseCatalogue, toOpml } from './index.ts';

describe('the shipped catalogue', () => {
  it('holds about sixty sources or more of twenty countries, each named in both languages', () => {
    const sources = loadCatalogue();
    expect(sources.length).toBeGreaterThanOrEqual(60);
    expect(new Set(sources.map(({ outlet }) => outlet.country)).size).toBeGreaterThanOrEqual(20);
  });

  it('gives way to the user’s own, and to none', () => {
    expect(loadSources({ RASID_SOURCES: 'none' })).toEqual([]);
    expect(() => loadSources({ RASID_SOURCES: '/no/such/file.yaml' })).toThrow('No such file');
  });
});

describe('a catalogue of one’s own', () => {
  it('needs an id, an outlet and a feed', () => {
    const [source] = parseCatalogue(
      'sources:\n  - { id: mine, outlet: { id: mine, name: { ar: "لي", en: Mine }, country: SY }, feed: "https://example.org/feed" }',
      'mine.yaml',
    );
    expect(source).toMatchObject({ id: 'mine', timeZone: 'Asia/Riyadh', paused: false });
  });

  it('names every problem and where it is', () => {
    const text =
      'sources:\n  - { id: "A b", outlet: { id: x, name: { ar: a, en: b }, country: Syria }, feed: ftp://x }';
    expect(() => parseCatalogue(text, 'mine.yaml')).toThrow(
      /sources\.0\.id[\s\S]*sources\.0\.outlet\.country[\s\S]*sources\.0\.feed/,
    );
  });

  it('names a source once', () => {
    const one = '{ id: a, outlet: { id: a, name: { ar: a, en: a }, country: null }, feed: "https://e.org" }';
    expect(() => parseCatalogue(`sources:\n  - ${one}\n  - ${one}`, 'x')).toThrow('twice: a');
  });
});

describe('OPML', () => {
  it('carries the feeds there and back', () => {
    const sources = loadCatalogue().slice(0, 5);
    expect(fromOpml(toOpml(sources)).sources.map(({ feed }) => feed)).toEqual(
      sources.map(({ feed }) => feed),
    );
  });

  it('says which lines it cannot take', () => {
    expect(fromOpml('<outline xmlUrl="file:///etc/passwd"/>')).toEqual({
      sources: [],
      problems: ['not a web address: file:///etc/passwd'],
    });
  });
});
