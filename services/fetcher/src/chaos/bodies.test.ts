import { brotliCompressSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { serve, serveRaw } from '../test-server.ts';
import { feed, fetchOnce, pollOnce } from './test-try.ts';

const zeros = Buffer.alloc(60_000_000);

describe('bodies that misbehave', () => {
  it('a slow drip ends as timeout', async () => {
    const served = await serve((_, response) => {
      response.writeHead(200);
      const timer = setInterval(() => response.write('.'), 20);
      response.on('close', () => clearInterval(timer));
    });
    expect(await pollOnce(served, { feedTimeMs: 300 })).toMatchObject({ outcome: 'timeout', found: 0 });
  });

  it('a gzip bomb is a page that is too large', async () => {
    const bomb = gzipSync(zeros);
    const served = await serve((_, response) =>
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb),
    );
    expect(await fetchOnce(served)).toMatchObject({ outcome: 'too-large' });
  });

  it('a brotli bomb is a page that is too large', async () => {
    const bomb = brotliCompressSync(zeros);
    const served = await serve((_, response) =>
      response.writeHead(200, { 'content-encoding': 'br' }).end(bomb),
    );
    expect(await fetchOnce(served)).toMatchObject({ outcome: 'too-large' });
  });

  it('a bomb inside a bomb is a page that is too large', async () => {
    const bomb = gzipSync(gzipSync(zeros));
    const served = await serve((_, response) =>
      response.writeHead(200, { 'content-encoding': 'gzip, gzip' }).end(bomb),
    );
    expect(await fetchOnce(served)).toMatchObject({ outcome: 'too-large' });
  });

  it('a gzip file without a header that says so is unpacked, under the same cap', async () => {
    const plain = await serve((_, response) => response.end(gzipSync(feed())));
    expect(await pollOnce(plain)).toMatchObject({ outcome: 'new', found: 1 });
    const bomb = gzipSync(zeros);
    const served = await serve((_, response) => response.end(bomb));
    expect(await fetchOnce(served)).toMatchObject({ outcome: 'too-large' });
  });

  it('seven packings on one another end as bad-http', async () => {
    const served = await serve((_, response) =>
      response.writeHead(200, { 'content-encoding': Array(7).fill('gzip').join(', ') }).end('x'),
    );
    expect(await pollOnce(served)).toMatchObject({ outcome: 'bad-http' });
  });

  it('bytes that are not packed as their header says end as bad-http', async () => {
    const served = await serve((_, response) =>
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(feed()),
    );
    expect(await pollOnce(served)).toMatchObject({ outcome: 'bad-http' });
  });

  it('a packed feed that is cut off is read as far as it goes', async () => {
    const items = Array.from(
      { length: 400 },
      (_, at) =>
        `<item><guid>${at}</guid><title>خبر ${Math.sin(at)}</title><link>https://e.org/${at}</link></item>`,
    );
    const packed = gzipSync(feed(items.join('')));
    const half = packed.subarray(0, packed.length / 2);
    const served = await serve((_, response) =>
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(half),
    );
    const polled = await pollOnce(served);
    expect(polled).toMatchObject({ outcome: 'new' });
    expect(polled.found).toBeGreaterThan(100);
  });

  it('a packing that was not asked for ends as bad-http', async () => {
    const served = await serve((_, response) =>
      response.writeHead(200, { 'content-encoding': 'zstd' }).end('x'),
    );
    expect(await pollOnce(served)).toMatchObject({
      outcome: 'bad-http',
      why: expect.stringContaining('zstd'),
    });
  });

  it('an endless body is cut at the cap and read as far as it goes', async () => {
    const served = await serve((_, response) => {
      response.writeHead(200);
      response.write('<rss version="2.0"><channel><title>ع</title>');
      let at = 0;
      const filler = 'x'.repeat(100_000);
      const more = () => {
        while (
          response.write(
            `<item><guid>${++at}</guid><title>${at}</title><link>https://e.org/${at}</link><description>${filler}</description></item>`,
          )
        );
      };
      response.on('drain', more);
      more();
    });
    const polled = await pollOnce(served);
    expect(polled).toMatchObject({ outcome: 'new', why: expect.stringContaining('longer than 10 MB') });
    expect(polled.found).toBeGreaterThan(50);
  });

  it('a feed of 50 MB is read to the cap', async () => {
    const item = (at: number) =>
      `<item><guid>${at}</guid><title>خبر ${at}</title><link>https://e.org/${at}</link><description>${'x'.repeat(5_000)}</description></item>`;
    const served = await serve((_, response) => {
      response.write('<rss version="2.0"><channel><title>ع</title>');
      for (let at = 0; at < 10_000; at++) response.write(item(at));
      response.end('</channel></rss>');
    });
    const polled = await pollOnce(served);
    expect(polled).toMatchObject({ outcome: 'new', why: expect.stringContaining('longer than 10 MB') });
    expect(polled.found).toBeGreaterThan(1_500);
  });

  it('a body shorter than its length says ends as connection', async () => {
    const served = await serveRaw((socket) => {
      socket.end('HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n<rss>');
    });
    expect(await pollOnce(served)).toMatchObject({ outcome: 'connection' });
  });

  it('a body longer than its length says is read to its length', async () => {
    const body = feed();
    const length = Buffer.byteLength(body);
    const served = await serveRaw((socket) => {
      socket.end(`HTTP/1.1 200 OK\r\nContent-Length: ${length}\r\n\r\n${body}and more that nobody announced`);
    });
    expect(await pollOnce(served)).toMatchObject({ outcome: 'new', found: 1 });
  });

  it('chunks of garbage end as bad-http', async () => {
    const served = await serveRaw((socket) => {
      socket.end('HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nnonsense\r\n');
    });
    expect(await pollOnce(served)).toMatchObject({ outcome: 'bad-http' });
  });

  it('a connection that is reset in the middle ends as connection', async () => {
    const served = await serveRaw((socket) => {
      socket.write('HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n<rss>\r\n', () =>
        socket.resetAndDestroy(),
      );
    });
    expect(await pollOnce(served)).toMatchObject({ outcome: 'connection' });
  });

  it('a page without a byte is unreachable, not an article without text', async () => {
    const served = await serve((_, response) =>
      response.writeHead(200, { 'content-type': 'text/html' }).end(),
    );
    expect(await fetchOnce(served)).toMatchObject({ outcome: 'unreachable' });
  });
});
