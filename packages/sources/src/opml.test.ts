import { describe, expect, it } from 'vitest';
import { fromOpml, loadCatalogue, parseCatalogue, toOpml } from './index.ts';

describe('OPML', () => {
  it('carries feeds, names, countries, languages and tags there and back', () => {
    const sources = loadCatalogue().map((source, at) => ({
      ...source,
      tags: at === 0 ? ['a & b', 'c'] : [],
    }));
    const back = fromOpml(toOpml(sources));
    expect(back.problems).toEqual([]);
    const seen = (list: readonly (typeof back.sources)[number][]) =>
      list.map(({ feed, outlet, tags = [] }) => [feed, outlet.name, outlet.country, tags]);
    expect(seen(back.sources)).toEqual(seen(sources));
  });

  it('gives entries a catalogue can hold', () => {
    const { sources } = fromOpml(toOpml(loadCatalogue()));
    expect(parseCatalogue(JSON.stringify({ sources }), 'x')).toHaveLength(loadCatalogue().length);
  });

  it('reads what feed readers write: single quotes, entities, folders, feeds without a name', () => {
    const { sources } = fromOpml(`<opml><body>
      <outline text="أخبار">
        <outline type='rss' text='&#1587;&#x627;نا' title='S "A" &gt; B' xmlUrl='https://e.org/?a=1&amp;b=2' />
        <outline text="inner"><outline xmlUrl="https://www.paper.example/feed" category="/x/y,z"></outline></outline>
      </outline>
      <outline xmlUrl="https://www.paper.example/feed2" language="FA"/>
    </body></opml>`);
    expect(sources).toEqual([
      {
        id: 's-a-b',
        outlet: { id: 's-a-b', name: { ar: 'سانا', en: 'S "A" > B' }, country: null },
        feed: 'https://e.org/?a=1&b=2',
        tags: ['أخبار'],
      },
      {
        id: 'paper-example',
        outlet: { id: 'paper-example', name: { ar: 'paper-example', en: 'paper-example' }, country: null },
        feed: 'https://www.paper.example/feed',
        tags: ['أخبار', 'inner', 'x/y', 'z'],
      },
      {
        id: 'paper-example-2',
        outlet: {
          id: 'paper-example-2',
          name: { ar: 'paper-example-2', en: 'paper-example-2' },
          country: null,
        },
        feed: 'https://www.paper.example/feed2',
        language: 'fa',
      },
    ]);
  });

  it('says which lines it cannot take', () => {
    expect(fromOpml('<outline xmlUrl="file:///etc/passwd"/><outline xmlUrl="http://[x"/>')).toEqual({
      sources: [],
      problems: ['not a web address: file:///etc/passwd', 'not a web address: http://[x'],
    });
  });

  it('takes a megabyte of unclosed tags in a moment', () => {
    expect(fromOpml('<outline a="'.repeat(80_000)).sources).toEqual([]);
  });
});
