import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { join } from 'node:path';
import { root } from './bootstrap.mjs';
import { findRedis } from './redis-binary.mjs';
import { fail, say } from './say.mjs';

/**
 * A Redis for this run: the one of REDIS_URL, one left running by a run that was killed, or a new one on a free
 * loopback port. A persistent one keeps an append-only file in `folder`.
 * Answers { url, stop }; `stop` ends only what this run owns.
 */
export async function provideRedis({ folder, persistent }) {
  if (process.env.REDIS_URL) return { url: process.env.REDIS_URL, stop: async () => {} };
  mkdirSync(folder, { recursive: true });
  const noteFile = join(folder, 'redis.json');
  const left = existsSync(noteFile) ? JSON.parse(readFileSync(noteFile, 'utf8')) : null;
  if (left && (await answers(left.port))) {
    say(`found the Redis of a run before on port ${left.port}`);
    return { url: `redis://127.0.0.1:${left.port}`, stop: () => stopServer(left.pid, left.port, noteFile) };
  }
  const server = await findRedis();
  const port = await freePort();
  const args =
    server.kind === 'javascript'
      ? [...server.args, '--port', String(port)]
      : [...server.args, ...settings(port, folder, persistent)];
  const log = openSync(join(folder, 'redis.log'), 'a');
  // In a process group of its own: Ctrl-C must reach the workers first, and Redis only after them.
  const child = spawn(server.command, args, {
    cwd: folder,
    env: { ...process.env, ...server.env, PORT: String(port) },
    stdio: ['ignore', log, log],
    detached: true,
  });
  child.unref();
  const died = new Promise((resolve) =>
    child.once('exit', () => resolve(true)).once('error', () => resolve(true)),
  );
  if (!(await Promise.race([waitFor(port), died.then(() => false)]))) {
    fail(`Redis did not start; its log: ${join(folder, 'redis.log')}`);
  }
  writeFileSync(noteFile, JSON.stringify({ pid: child.pid, port }));
  return { url: `redis://127.0.0.1:${port}`, stop: () => stopServer(child.pid, port, noteFile) };
}

/** infra/redis.conf, and what only this run knows. A test's Redis keeps nothing. */
function settings(port, folder, persistent) {
  const own = ['--port', String(port), '--dir', folder];
  return [join(root, 'infra', 'redis.conf'), ...own, ...(persistent ? [] : ['--appendonly', 'no'])];
}

/** SIGTERM makes Redis write what it holds and leave. */
async function stopServer(pid, port, noteFile) {
  try {
    process.kill(pid, 'SIGTERM');
  } catch {
    // it is gone already
  }
  for (let turn = 0; turn < 100 && (await answers(port)); turn++) await pause(50);
  rmSync(noteFile, { force: true });
}

async function waitFor(port) {
  for (let turn = 0; turn < 300; turn++) {
    if (await answers(port)) return true;
    await pause(50);
  }
  return false;
}

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** Whether a Redis answers PING with PONG on the loopback port. */
function answers(port) {
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1' });
    const end = (isUp) => {
      socket.destroy();
      resolve(isUp);
    };
    socket.setTimeout(500, () => end(false));
    socket.once('error', () => end(false));
    socket.once('connect', () => socket.write('PING\r\n'));
    socket.once('data', (data) => end(data.toString().startsWith('+PONG')));
  });
}

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
