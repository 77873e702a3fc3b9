import { describe, expect, it } from 'vitest';
import { serve, status } from '../test-server.ts';
import { feed, fetchOnce, pollOnce } from './test-try.ts';

const to = (location: string, code = 302) => status(code, { location });

describe('redirects that misbehave', () => {
  it('a chain without end ends as too-many-redirects', async () => {
    let at = 0;
    const served = await serve((_, response) => response.writeHead(302, { location: `/${++at}` }).end());
    expect(await pollOnce(served)).toMatchObject({ outcome: 'too-many-redirects' });
    expect(at).toBe(6);
  });

  it('a circle is seen at its first return', async () => {
    let requests = 0;
    const served = await serve((request, response) => {
      requests++;
      response.writeHead(302, { location: request.url === '/feed' ? '/other' : '/feed' }).end();
    });
    expect(await pollOnce(served)).toMatchObject({
      outcome: 'too-many-redirects',
      why: expect.stringContaining('circle'),
    });
    expect(requests).toBe(2);
  });

  it('a door that asks for a cookie and sends back to itself is a circle', async () => {
    const served = await serve((request, response) =>
      response.writeHead(302, { 'set-cookie': 'ok=1', location: request.url ?? '/' }).end(),
    );
    expect(await pollOnce(served)).toMatchObject({ outcome: 'too-many-redirects' });
  });

  it.each([
    ['127.0.0.1', 'http://127.0.0.1:9/'],
    ['[::ffff:127.0.0.1]', 'http://[::ffff:127.0.0.1]:9/'],
    ['a decimal number', 'http://2130706433:9/'],
    ['the metadata of a cloud', 'http://169.254.169.254/'],
    ['a name that leads to loopback', 'http://localhost:9/'],
  ])('one to %s ends as private-address', async (_, location) => {
    expect(await pollOnce(await serve(to(location)))).toMatchObject({ outcome: 'private-address' });
    expect(await fetchOnce(await serve(to(location)))).toMatchObject({ outcome: 'private-address' });
  });

  it.each([
    ['a file', 'file:///etc/passwd'],
    ['a script', 'javascript:alert(1)'],
    ['data', 'data:text/xml,<rss/>'],
    ['no address', 'http://'],
  ])('one to %s ends as bad-url', async (_, location) => {
    expect(await pollOnce(await serve(to(location)))).toMatchObject({ outcome: 'bad-url' });
  });

  it('a name and a password in a redirect are left out', async () => {
    let authorization: string | undefined = 'none';
    const served = await serve((request, response) => {
      if (request.url === '/feed')
        response.writeHead(302, { location: `http://me:secret@${request.headers.host}/real` }).end();
      else {
        authorization = request.headers.authorization;
        response.end(feed());
      }
    });
    expect(await pollOnce(served)).toMatchObject({ outcome: 'new' });
    expect(authorization).toBe(undefined);
  });

  it('a name and a password in the address of a feed go to its own site and into no message', async () => {
    const seen: unknown[] = [];
    const served = await serve((request, response) => {
      seen.push(request.headers.authorization);
      response.writeHead(302, { location: request.url ?? '/' }).end();
    });
    const withLogin = { ...served, origin: served.origin.replace('http://', 'http://me:se%20cret@') };
    const { outcome, why } = await pollOnce(withLogin);
    expect(seen).toEqual([`Basic ${Buffer.from('me:se cret').toString('base64')}`]);
    expect([outcome, why.includes('cret')]).toEqual(['too-many-redirects', false]);
  });

  it('a feed that moved for good says where', async () => {
    const served = await serve((request, response) => {
      if (request.url === '/feed') response.writeHead(301, { location: '/new' }).end();
      else response.end(feed());
    });
    expect(await pollOnce(served)).toMatchObject({ outcome: 'new', found: 1 });
  });

  it('a page that only sends on is followed, twice at most', async () => {
    const door = (url: string) =>
      `<html><head><meta http-equiv="refresh" content="0; url=${url}"></head></html>`;
    const served = await serve((request, response) => {
      response.setHeader('content-type', 'text/html');
      response.end(request.url === '/a' ? door('/b') : request.url === '/b' ? door('/c') : '<p>خبر</p>');
    });
    expect(await fetchOnce(served)).toMatchObject({ outcome: 'page' });
    let at = 0;
    const endless = await serve((request, response) => {
      response.setHeader('content-type', 'text/html');
      response.end(request.url === '/robots.txt' ? '' : door(`/${++at}`));
    });
    expect(await fetchOnce(endless)).toMatchObject({ outcome: 'too-many-redirects' });
    expect(at).toBe(3);
  });

  it('a page that sends on to a private address ends as private-address', async () => {
    const served = await serve((request, response) => {
      response.setHeader('content-type', 'text/html');
      response.end(
        request.url === '/robots.txt' ? '' : '<meta http-equiv=refresh content="0;url=http://10.0.0.1/">',
      );
    });
    expect(await fetchOnce(served)).toMatchObject({ outcome: 'private-address' });
  });

  it('an article that is sent to the front page is unreachable, unless the front page was asked for', async () => {
    const served = await serve((request, response) => {
      response.setHeader('content-type', 'text/html');
      if (request.url === '/a') response.writeHead(302, { location: '/' });
      response.end('<p>x</p>');
    });
    expect(await fetchOnce(served)).toMatchObject({ outcome: 'unreachable', notes: { kind: 'server' } });
    expect(await fetchOnce(served, {}, '/')).toMatchObject({ outcome: 'page' });
  });

  it('an article that renews itself is an article', async () => {
    const page = `<meta http-equiv="refresh" content="5; url=/"><p>${'نص '.repeat(300)}</p>`;
    const served = await serve((request, response) => {
      response.setHeader('content-type', 'text/html');
      response.end(request.url === '/robots.txt' ? '' : page);
    });
    expect(await fetchOnce(served)).toMatchObject({
      outcome: 'page',
      notes: { bytes: Buffer.byteLength(page) },
    });
  });
});
