import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { cache, root } from './bootstrap.mjs';
import { fail, say, step, warn } from './say.mjs';

/**
 * Finds a Redis server, or brings one: on the PATH, in the cache, from Debian's or Ubuntu's package unpacked without
 * root, and as a last resort a server in JavaScript. Answers how to start it, or ends with what to install.
 */
export async function findRedis() {
  if (process.env.RASID_REDIS !== 'javascript') {
    const found = onPath('redis-server') ?? onPath('valkey-server') ?? unpacked();
    if (found) return found;
    if (process.platform === 'linux' && onPath('apt-get') && onPath('dpkg-deb')) {
      const brought = await step(
        'bringing Redis: unpacking the system’s package into the cache, nothing is installed',
        unpackDebian,
      );
      if (brought) return brought;
      warn('the package could not be unpacked here');
    }
  }
  return javascriptServer();
}

function onPath(name) {
  const paths = [
    ...(process.env.PATH ?? '').split(delimiter),
    '/usr/sbin',
    '/usr/local/bin',
    '/opt/homebrew/bin',
  ];
  const file = paths.map((path) => join(path, name)).find((path) => existsSync(path));
  return file ? { command: file, args: [], env: {}, kind: 'native' } : null;
}

const debianFolder = join(cache, 'redis-deb');

function unpacked() {
  const server = join(debianFolder, 'usr/bin/redis-check-rdb');
  if (!existsSync(server)) return null;
  const link = join(debianFolder, 'redis-server');
  if (!existsSync(link)) symlinkSync(server, link); // the binary serves when it is called by this name
  const libraries = readdirSync(join(debianFolder, 'usr/lib')).map((name) =>
    join(debianFolder, 'usr/lib', name),
  );
  const found = {
    command: link,
    args: [],
    env: { LD_LIBRARY_PATH: libraries.join(delimiter) },
    kind: 'native',
  };
  return spawnSync(link, ['--version'], { env: { ...process.env, ...found.env } }).status === 0
    ? found
    : null;
}

/** apt with lists and cache of its own: works for an ordinary user and changes nothing on the system. */
function unpackDebian() {
  const apt = join(cache, 'apt');
  for (const folder of ['lists/partial', 'archives/partial', 'debs'])
    mkdirSync(join(apt, folder), { recursive: true });
  rmSync(debianFolder, { recursive: true, force: true });
  mkdirSync(debianFolder, { recursive: true });
  const options = [
    `Dir::State::Lists=${apt}/lists`,
    `Dir::Cache=${apt}`,
    'APT::Sandbox::User=',
    'Debug::NoLocking=1',
  ].flatMap((option) => ['-o', option]);
  const call = (command, args, cwd) => spawnSync(command, args, { cwd, encoding: 'utf8' });
  if (call('apt-get', [...options, 'update'], apt).status !== 0) return null;
  const depends = call('apt-cache', [...options, 'depends', 'redis-tools'], apt).stdout ?? '';
  const libraries = [...depends.matchAll(/Depends: (lib[a-z0-9.+-]+)/g)]
    .map((match) => match[1])
    .filter((name) => !/^libc6$|^libssl|^libsystemd/.test(name));
  for (const name of new Set(['redis-tools', 'liblzf1', 'libjemalloc2', 'libatomic1', ...libraries])) {
    call('apt-get', [...options, 'download', name], join(apt, 'debs')); // one that this release lacks is not needed by it
  }
  for (const deb of readdirSync(join(apt, 'debs')))
    call('dpkg-deb', ['-x', join(apt, 'debs', deb), debianFolder]);
  rmSync(apt, { recursive: true, force: true });
  return unpacked();
}

const javascriptFolder = join(cache, 'js-redis-server');

async function javascriptServer() {
  const entry = join(javascriptFolder, 'node_modules/js-redis-server');
  if (!existsSync(entry)) {
    await step('bringing a Redis server in JavaScript', () => {
      mkdirSync(javascriptFolder, { recursive: true });
      const args = [
        'install',
        '--prefix',
        javascriptFolder,
        '--legacy-peer-deps',
        '--ignore-scripts',
        '--no-audit',
        '--no-fund',
        'js-redis-server@0.3.0',
      ];
      spawnSync('npm', args, { stdio: 'ignore', shell: process.platform === 'win32' });
    });
  }
  if (!existsSync(entry))
    fail(`No Redis server was found or could be brought. ${installHint()} Or set REDIS_URL to one that runs`);
  warn(
    `using a Redis server in JavaScript: slow (about 150 jobs a second) and in memory only. ${installHint()}`,
  );
  return {
    command: process.execPath,
    args: ['--require', join(root, 'scripts', 'loopback-only.cjs'), join(entry, 'dist', 'cli.js')],
    env: {},
    kind: 'javascript',
  };
}

function installHint() {
  if (process.platform === 'darwin') return 'Install one with: brew install valkey.';
  if (process.platform === 'win32') return 'Install one in WSL with: sudo apt-get install redis-server.';
  say('looked for redis-server and valkey-server on the PATH, and for apt-get');
  return 'Install redis or valkey with your package manager (dnf install valkey, apk add redis, pacman -S valkey).';
}
