import type { RequestListener } from 'node:http';
import { describe, expect, it } from 'vitest';
import { poll } from './poll.ts';
import { never, pollTools, serve, sourceAt } from './test-server.ts';

const url = (path: string, date = '2025-12-02') =>
  `<url><loc>https://e.org/${path}</loc><lastmod>${date}</lastmod></url>`;
const sitemap = (...urls: string[]) => `<urlset>${urls.join('')}</urlset>`;

/** Polls /feed of a server with these documents twice, the ledger holding what came before. */
async function polledTwice(documents: Record<string, string>) {
  const asked: string[] = [];
  const listener: RequestListener = (request, response) => {
    asked.push(request.url ?? '');
    const document = documents[request.url ?? ''];
    response.statusCode = document === undefined ? 404 : 200;
    response.end(document?.replaceAll('HERE', `http://${request.headers.host}`));
  };
  const { origin, host } = await serve(listener);
  const ledger = new Set<string>();
  const tools = pollTools(ledger, host);
  const found: string[][] = [];
  for (let turn = 0; turn < 2; turn++) {
    const { emissions } = await poll({ sourceId: 's', dueAt: '' }, sourceAt(`${origin}/feed`), tools, never);
    for (const { data } of emissions) ledger.add(data.item.id);
    found.push(emissions.map(({ data }) => data.url));
    documents['/new.xml'] = sitemap(url('3'), url('1'));
  }
  return { found, asked, state: await tools.memory.state('s') };
}

const index = (...paths: [string, string][]) =>
  `<sitemapindex>${paths.map(([path, date]) => `<sitemap><loc>HERE/${path}</loc><lastmod>${date}</lastmod></sitemap>`).join('')}</sitemapindex>`;

describe('a feed that points to others', () => {
  it('is read through its newest sitemaps, again though the index stays the same', async () => {
    const { found, asked } = await polledTwice({
      '/feed': index(['old.xml', '2024-01-01'], ['new.xml', '2025-12-02'], ['mid.xml', '2025-12-01']),
      '/new.xml': sitemap(url('1')),
      '/mid.xml': sitemap(url('2'), '<url><loc>https://e.org/about</loc></url>'),
    });
    expect(found).toEqual([['https://e.org/1', 'https://e.org/2'], ['https://e.org/3']]);
    expect(asked).not.toContain('/old.xml');
  });

  it('is read at the address it moved to', async () => {
    const { found } = await polledTwice({
      '/feed': '<redirect><newLocation>HERE/new.xml</newLocation></redirect>',
      '/new.xml': sitemap(url('1')),
    });
    expect(found).toEqual([['https://e.org/1'], ['https://e.org/3']]);
  });

  it('is given no headers of its source for another site', async () => {
    const seen: (string | undefined)[] = [];
    const other = await serve((request, response) => {
      seen.push(request.headers['x-key'] as string | undefined); // sent once, if at all
      response.end(sitemap(url('1')));
    });
    const first = await serve((request, response) => {
      seen.push(request.headers['x-key'] as string | undefined);
      const own = `http://${request.headers.host}/own.xml`;
      const list = index(['new.xml', '2025-12-02']).replace('HERE', other.origin);
      response.end(
        request.url === '/feed'
          ? list.replace('<sitemap>', `<sitemap><loc>${own}</loc></sitemap><sitemap>`)
          : sitemap(),
      );
    });
    const tools = pollTools(new Set(), first.host, other.host);
    const source = { ...sourceAt(`${first.origin}/feed`), headers: { 'x-key': 'secret' } };
    await poll({ sourceId: 's', dueAt: '' }, source, tools, never);
    expect(seen).toEqual(['secret', undefined, 'secret']);
  });

  it('is read on where an address is none', async () => {
    const { found } = await polledTwice({
      '/feed': `<sitemapindex><sitemap><loc>http://[/a.xml</loc></sitemap><sitemap><loc>HERE/new.xml</loc></sitemap></sitemapindex>`,
      '/new.xml': sitemap(url('1')),
    });
    expect(found[0]).toEqual(['https://e.org/1']);
  });

  it('is an empty feed when there is nothing', async () => {
    const { found, state } = await polledTwice({ '/feed': index(['gone.xml', '2025-12-02']) });
    expect(found).toEqual([[], []]);
    expect(state).toMatchObject({ lastOutcome: 'empty' });
  });
});
