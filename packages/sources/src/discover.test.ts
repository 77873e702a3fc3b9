import { describe, expect, it } from 'vitest';
import { feedLinks, robotsSitemaps, sitemapLinks, usualAddresses } from './index.ts';

const base = 'https://paper.example/ar/home';
const urls = (list: readonly { url: string }[]) => list.map(({ url }) => url);

describe('where feeds may be', () => {
  it('is named by link elements and by links that speak of feeds', () => {
    const html = `<head>
      <link rel="alternate" type="application/rss+xml" title="x" href="/rss.xml">
      <link type='application/atom+xml' href='atom' rel='alternate feed'>
      <link rel=alternate type=application/feed+json href=//cdn.example/feed.json>
      <link rel="alternate" type="text/html" hreflang="en" href="/en">
      <link rel="stylesheet" type="text/css" href="/feed.css">
      </head><a href="/RSS/Politics.aspx?x=1&amp;y=2">rss</a><a href="/about">من نحن</a><a href="/feedback">رأي</a><a href="javascript:rss()">`;
    expect(urls(feedLinks(html, base))).toEqual([
      'https://paper.example/rss.xml',
      'https://paper.example/ar/atom',
      'https://cdn.example/feed.json',
      'https://paper.example/RSS/Politics.aspx?x=1&y=2',
    ]);
  });

  it('is named by robots.txt', () => {
    expect(
      urls(
        robotsSitemaps(
          'User-agent: *\nSitemap: https://paper.example/news.xml\n  sitemap:/b.xml # all\n',
          base,
        ),
      ),
    ).toEqual(['https://paper.example/news.xml', 'https://paper.example/b.xml']);
  });

  it('is named by a sitemap index, news first', () => {
    const index =
      '<sitemapindex><sitemap><loc>https://p.example/pages.xml</loc></sitemap><sitemap><loc> https://p.example/news.xml?a=1&amp;b=2 </loc></sitemap></sitemapindex>';
    expect(urls(sitemapLinks(index, base))).toEqual([
      'https://p.example/news.xml?a=1&b=2',
      'https://p.example/pages.xml',
    ]);
    expect(sitemapLinks('<urlset><url><loc>https://p.example/a</loc></url></urlset>', base)).toEqual([]);
  });

  it('is usual', () => {
    expect(urls(usualAddresses(base))).toContain('https://paper.example/feed');
  });

  it('is found in a megabyte of broken markup in a moment', () => {
    expect(feedLinks('<link rel="'.repeat(90_000), base)).toEqual([]);
    expect(feedLinks('<a href='.repeat(120_000), base)).toEqual([]);
  });
});
