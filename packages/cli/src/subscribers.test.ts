import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { createRuntime, silentLogger } from '@rasid/runtime';
import { afterAll, describe, expect, inject, it } from 'vitest';

const main = fileURLToPath(new URL('../dist/main.js', import.meta.url)); // npm test builds before it runs the tests
const address = { url: inject('redisUrl'), prefix: `{t-${randomBytes(6).toString('hex')}}` };
const runtime = createRuntime(address, silentLogger());

type Ended = { code: number; said: string; complaint: string };
const rasid = (...args: string[]): Promise<Ended> =>
  new Promise((resolve) => {
    const env = { ...process.env, REDIS_URL: address.url, RASID_PREFIX: address.prefix };
    execFile(process.execPath, [main, ...args], { env }, (error, said, complaint) =>
      resolve({ code: Number(error?.code ?? 0), said, complaint }),
    );
  });

describe('who gets the messages', () => {
  afterAll(() => runtime.close());

  it('is listed, as a table and as JSON, and forgotten by name', async () => {
    expect((await rasid('subscribers', 'list')).said).toContain('rasid consume NAME');
    await runtime.outputs.subscribe('desk');
    expect((await rasid('subscribers', 'list')).said).toMatch(/^name.*\n.*desk/u);
    const listed = JSON.parse((await rasid('subscribers', 'list', '--json')).said);
    expect(listed).toMatchObject([{ name: 'desk', waiting: 0, isLagging: false }]);

    expect(await rasid('subscribers', 'remove', 'desk')).toMatchObject({ code: 0, complaint: '' });
    expect(await runtime.outputs.list()).toEqual([]);
    const again = await rasid('subscribers', 'remove', 'desk');
    expect(again.code).toBe(1);
    expect(again.said).toContain('there is no such subscriber');
  });

  it('cannot be brought messages again under a name nobody has', async () => {
    const { code, complaint } = await rasid('replay', '--to', 'nobody', '--from', '2026-01-01');
    expect(code).not.toBe(0);
    expect(complaint).toContain('nobody');
    expect(await runtime.outputs.list()).toEqual([]);
  });
});
