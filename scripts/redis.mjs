import { spawn } from 'node:child_process';
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { connect, createServer } from 'node:net';
import { join } from 'node:path';
import { root } from './bootstrap.mjs';
import { findRedis } from './redis-binary.mjs';
import { fail, say, warn } from './say.mjs';

/**
 * A Redis for this run: the one of REDIS_URL, one left running by a run that was killed, or a new one on a free
 * loopback port. A persistent one keeps an append-only file in `folder`, has the same port at every start, and is
 * started again when it dies.
 * Answers { url, stop }; `stop` ends only what this run owns.
 */
export async function provideRedis({ folder, persistent }) {
  if (process.env.REDIS_URL) return { url: process.env.REDIS_URL, stop: async () => {} };
  mkdirSync(folder, { recursive: true });
  const noteFile = join(folder, 'redis.json');
  const own = { folder, persistent, noteFile };
  const left = readNote(noteFile);
  const isLeft = left !== null && (await answers(left.port));
  if (isLeft && left.owner && isRunning(left.owner)) {
    say(`sharing the Redis of the run beside this one on port ${left.port}`);
    return { url: `redis://127.0.0.1:${left.port}`, stop: async () => {} };
  }
  if (isLeft) say(`found the Redis of a run before on port ${left.port}`);
  const port = isLeft ? left.port : persistent ? await usualPort(folder) : await freePort();
  const first = isLeft ? left.pid : await startServer(port, own);
  if (first === null) fail(`Redis did not start; its log: ${join(folder, 'redis.log')}`);
  note(noteFile, first, port);
  const watch = persistent ? keepAlive(first, port, own) : { pid: () => first, stop: () => {} };
  return {
    url: `redis://127.0.0.1:${port}`,
    stop() {
      watch.stop();
      return stopServer(watch.pid(), port, noteFile);
    },
  };
}

/** For the verbs, and for the next run: where the server is, and who looks after it. */
function note(file, pid, port) {
  const draft = `${file}.${process.pid}.tmp`;
  writeFileSync(draft, JSON.stringify({ pid, port, owner: process.pid }));
  renameSync(draft, file);
}

/** Null when there is none, or one that a full disk left empty: it must not stop the next start. */
function readNote(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}

/** Starts a server and waits until it answers; null when it dies first. */
async function startServer(port, { folder, persistent }) {
  const server = await findRedis();
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
  closeSync(log); // the child has its own
  child.unref();
  const died = new Promise((resolve) =>
    child.once('exit', () => resolve(true)).once('error', () => resolve(true)),
  );
  if (!(await Promise.race([waitFor(port), died.then(() => false)]))) return null;
  return child.pid;
}

const lookEveryMs = 1_000;

/** A Redis that dies (killed, out of memory) comes back on its port with what it had written; the workers wait for it. */
function keepAlive(first, port, own) {
  let pid = first;
  let isBusy = false;
  const timer = setInterval(async () => {
    if (isBusy || isRunning(pid)) return;
    isBusy = true;
    warn('Redis has ended unasked; starting it again with what it kept');
    const again = await startServer(port, own);
    if (again === null) {
      warn(
        `Redis did not start; the next try comes in ten seconds. Its log: ${join(own.folder, 'redis.log')}`,
      );
      await pause(10_000);
    } else {
      pid = again;
      note(own.noteFile, pid, port);
      warn('Redis is back; the work goes on');
    }
    isBusy = false;
  }, lookEveryMs);
  timer.unref();
  return { pid: () => pid, stop: () => clearInterval(timer) };
}

/** Signal 0 only asks; a child that ended is reaped by Node, so that its id answers no more. */
function isRunning(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
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
    socket.once('close', () => end(false)); // a server that is leaving hangs up without a word
    socket.once('connect', () => socket.write('PING\r\n'));
    socket.once('data', (data) => end(data.toString().startsWith('+PONG')));
  });
}

const firstPort = 8079; // beside the console's 8077 and the hubs' 8078

/** Subscribers keep an address: the port of the first start in this folder, another only while that one is taken. */
async function usualPort(folder) {
  const file = join(folder, 'port');
  const kept = Number((existsSync(file) && readFileSync(file, 'utf8')) || firstPort);
  const port = await freePort(kept).catch(() => freePort());
  if (!existsSync(file)) writeFileSync(file, String(port));
  return port;
}

function freePort(wanted = 0) {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(wanted, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
