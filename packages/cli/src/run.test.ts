import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, inject, it, vi } from 'vitest';
import { configurationPage } from './configuration.ts';

vi.setConfig({ testTimeout: 90_000 }); // a guard against hanging
const main = fileURLToPath(new URL('../dist/main.js', import.meta.url)); // npm test builds before it runs the tests

/** Runs the workers until they leave by themselves. */
async function run(environment: Record<string, string>): Promise<{ status: number; said: string }> {
  const own = { REDIS_URL: inject('redisUrl'), RASID_PREFIX: `{t-${randomBytes(6).toString('hex')}}` };
  const env = { ...process.env, RASID_SOURCES: 'none', RASID_LOG_LEVEL: 'silent', ...own, ...environment };
  const child = spawn(process.execPath, [main, 'run', '--only', 'poll,clean'], {
    env,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (text) => {
    said += text;
  });
  const [status] = await once(child, 'close');
  return { status, said };
}

describe('rasid run', () => {
  it('leaves when its health port is taken, instead of working on unseen', async () => {
    const server = createServer();
    await once(server.listen(0, '127.0.0.1'), 'listening');
    const { port } = server.address() as AddressInfo; // a TCP server has no other kind of address
    const { status, said } = await run({ RASID_HEALTH_PORT: String(port) });
    server.close();
    expect(said).toContain('EADDRINUSE');
    expect(status).toBe(1);
  });

  it('names everything that is wrong with the environment at once, and starts nothing', async () => {
    const wrong = {
      RASID_HEALTH_PORT: 'yes',
      RASID_SAMPLE: 'no',
      RASID_HOST_SLOTS: '0',
      RASID_PASSWORD: 'short',
      RASID_ENGINE: '', // as if it were not set
    };
    const { status, said } = await run(wrong);
    expect(status).toBe(1);
    for (const name of Object.keys(wrong)) expect(said.includes(name)).toBe(name !== 'RASID_ENGINE');
  });
});

const top = fileURLToPath(new URL('../../../', import.meta.url));
const sourcesIn = (folder: string): string[] =>
  readdirSync(join(top, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(?:ts|mjs|cjs)$/.test(file))
    .map((file) => join(top, folder, file));
const srcFolders = (kind: string): string[] =>
  readdirSync(join(top, kind)).map((name) => join(kind, name, 'src'));

/** Names that a source reads from the environment, in whatever way it is written. */
function readIn(source: string): string[] {
  const read = source.match(
    /\b(?:process\.env|environment)\.\w{3,}|\{[^{}]{1,200}\}(?:: [^=]{1,60})?\s=\sprocess\.env\b/g,
  );
  return (read ?? []).flatMap((text) => text.match(/\b(?:[A-Z][A-Z_]{2,}|(?:https?|no)_proxy)\b/g) ?? []);
}

it('every variable of the environment that is read stands in docs/configuration.md', () => {
  const known = configurationPage();
  const folders = [
    ...srcFolders('packages'),
    ...srcFolders('services'),
    'scripts',
    'tests/quality',
    'tests/load',
  ];
  const files = folders.flatMap(sourcesIn).filter((file) => !file.includes('node_modules'));
  const names = new Set(files.flatMap((file) => readIn(readFileSync(file, 'utf8'))));
  names.delete('PATH');
  expect(names.size).toBeGreaterThan(20);
  expect([...names].filter((name) => !known.includes(`\`${name}\``))).toEqual([]);
});
