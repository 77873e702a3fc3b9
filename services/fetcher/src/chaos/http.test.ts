import { describe, expect, it } from 'vitest';
import { serve, serveRaw, status } from '../test-server.ts';
import { feed, fetchOnce, pollOnce } from './test-try.ts';

describe('servers that misbehave', () => {
  it('HTTP/1.0 without a length is read to its end', async () => {
    const served = await serveRaw((socket) => socket.end(`HTTP/1.0 200 OK\r\n\r\n${feed()}`));
    expect(await pollOnce(served)).toMatchObject({ outcome: 'new', found: 1 });
  });

  it('silence after the connection ends as timeout', async () => {
    const served = await serveRaw(() => undefined);
    expect(await pollOnce(served, { feedTimeMs: 300 })).toMatchObject({ outcome: 'timeout' });
  });

  it('a connection that is closed at once ends as connection', async () => {
    const served = await serveRaw((socket) => socket.destroy());
    expect(await pollOnce(served)).toMatchObject({ outcome: 'connection' });
  });

  it('a port where nobody listens ends as connection', async () => {
    expect(await pollOnce({ origin: 'http://127.0.0.1:1', host: '127.0.0.1:1' })).toMatchObject({
      outcome: 'connection',
    });
  });

  it('a name that does not exist ends as dns', async () => {
    expect(await pollOnce({ origin: 'http://no-such-host.invalid', host: 'x' })).toMatchObject({
      outcome: 'dns',
    });
  });

  it('a name that leads to a private address ends as private-address', async () => {
    expect(await pollOnce({ origin: 'http://localhost:9', host: '127.0.0.1:9' })).toMatchObject({
      outcome: 'private-address',
    });
  });

  it('something that is not HTTP ends as bad-http', async () => {
    const served = await serveRaw((socket) => socket.end('SSH-2.0-OpenSSH_9.6\r\n'));
    expect(await pollOnce(served)).toMatchObject({ outcome: 'bad-http' });
  });

  it('a header bomb ends as bad-http', async () => {
    const served = await serveRaw((socket) =>
      socket.end(`HTTP/1.1 200 OK\r\nX-Bomb: ${'x'.repeat(1_000_000)}\r\n\r\n${feed()}`),
    );
    expect(await pollOnce(served)).toMatchObject({ outcome: 'bad-http' });
  });

  it('headers without end end as bad-http', async () => {
    const served = await serveRaw((socket) => {
      socket.write('HTTP/1.1 200 OK\r\n');
      let at = 0;
      const timer = setInterval(() => socket.write(`X-${++at}: ${'y'.repeat(2_000)}\r\n`), 1);
      socket.on('close', () => clearInterval(timer));
    });
    expect(await pollOnce(served)).toMatchObject({ outcome: 'bad-http' });
  });

  it('headers that drip end as timeout', async () => {
    const served = await serveRaw((socket) => {
      socket.write('HTTP/1.1 200 OK\r\n');
      const timer = setInterval(() => socket.write('X: y\r\n'), 50);
      socket.on('close', () => clearInterval(timer));
    });
    expect(await pollOnce(served, { feedTimeMs: 300 })).toMatchObject({ outcome: 'timeout' });
  });

  it('interim answers without end end as timeout or bad-http', async () => {
    const served = await serveRaw((socket) => {
      const timer = setInterval(() => socket.write('HTTP/1.1 103 Early Hints\r\n\r\n'), 5);
      socket.on('close', () => clearInterval(timer));
    });
    expect((await pollOnce(served, { feedTimeMs: 300 })).outcome).toMatch(/^(?:timeout|bad-http)$/);
  });

  it('two lengths that disagree end as bad-http', async () => {
    const served = await serveRaw((socket) =>
      socket.end(`HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: 900\r\n\r\n${feed()}`),
    );
    expect(await pollOnce(served)).toMatchObject({ outcome: 'bad-http' });
  });

  it('cookies are never sent back', async () => {
    const cookies: (string | undefined)[] = [];
    const served = await serve((request, response) => {
      cookies.push(request.headers.cookie);
      response.setHeader('set-cookie', ['id=1; Path=/', 'wall=passed']);
      if (request.url === '/a') response.writeHead(302, { location: '/b' });
      response.end('<p>x</p>');
    });
    expect(await fetchOnce(served)).toMatchObject({ outcome: 'page' });
    await pollOnce(served);
    expect(cookies).toHaveLength(4); // robots.txt, the page and its redirect, the feed
    expect(new Set(cookies)).toEqual(new Set([undefined]));
  });

  it('every request says who asks and for which language', async () => {
    const agents: unknown[] = [];
    const served = await serve(({ headers }, response) => {
      agents.push([headers['user-agent'], headers['accept-language']]);
      response.end('<p>x</p>');
    });
    await fetchOnce(served);
    await pollOnce(served);
    expect(new Set(agents.map(String))).toEqual(new Set(['Rasid/test,ar, *;q=0.5']));
  });

  it.each([
    [204, 'empty-answer'],
    [206, 'server'],
    [300, 'server'],
    [302, 'server'], // without a Location
    [400, 'refused'],
    [401, 'refused'],
    [402, 'refused'],
    [403, 'refused'],
    [404, 'not-found'],
    [408, 'server'],
    [410, 'not-found'],
    [418, 'refused'],
    [429, 'busy'],
    [451, 'refused'],
    [500, 'server'],
    [502, 'server'],
    [503, 'busy'],
    [520, 'server'],
    [999, 'server'],
  ])('status %i of a feed ends as %s', async (code, outcome) => {
    const served = await serve(status(code));
    expect(await pollOnce(served)).toMatchObject({ outcome, errors: expect.toSatisfy((n: number) => n > 0) });
  });

  it.each([
    [204, 'unreachable'],
    [304, 'unreachable'],
    [401, 'refused'],
    [403, 'refused'],
    [404, 'not-found'],
    [410, 'not-found'],
    [429, 'later'],
    [451, 'refused'],
    [500, 'unreachable'],
    [503, 'unreachable'],
  ])('status %i of a page ends as %s', async (code, outcome) => {
    const served = await serve((request, response) =>
      response.writeHead(request.url === '/robots.txt' ? 404 : code).end(),
    );
    expect(await fetchOnce(served)).toMatchObject({ outcome });
  });
});
