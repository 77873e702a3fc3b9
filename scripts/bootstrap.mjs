import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fail, step } from './say.mjs';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** Where Rasid keeps its state on this machine: queues, records, logs. */
export const home = process.env.RASID_HOME || join(root, '.rasid');

/** Where downloads that any clone can use are kept. */
export const cache = join(process.env.XDG_CACHE_HOME || join(homedir() || root, '.cache'), 'rasid');

const pnpmVersion = '12.21.0'; // the one of package.json; corepack cannot verify its signature

/** Installs the packages when they are missing or the lockfile changed, and builds what changed. */
export async function bootstrap({ build = true } = {}) {
  checkNode();
  mkdirSync(home, { recursive: true });
  const environment = await withPnpm();
  await install(environment);
  if (build) await runBuild(environment);
  return environment;
}

function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  fail(
    `Node ${process.versions.node} is too old: install Node 20.19 or later (https://nodejs.org), then run this again`,
  );
}

async function withPnpm() {
  const path = await findPnpm();
  return {
    ...process.env,
    PATH: [join(root, 'node_modules', '.bin'), path, process.env.PATH].join(delimiter),
    TURBO_TELEMETRY_DISABLED: '1',
  };
}

/** Turborepo asks for a `pnpm` on the PATH; npx brings the one of package.json without installing it for the user. */
async function findPnpm() {
  const note = join(home, `pnpm-${pnpmVersion}.path`);
  const known = existsSync(note) ? readFileSync(note, 'utf8').trim() : '';
  if (known && existsSync(join(known, process.platform === 'win32' ? 'pnpm.cmd' : 'pnpm'))) return known;
  return step(`bringing pnpm ${pnpmVersion}`, () => {
    const script =
      "process.stdout.write(process.env.PATH.split(require('path').delimiter).find((d) => /_npx/.test(d)) ?? '')";
    const result = spawnSync('npx', ['-y', '-p', `pnpm@${pnpmVersion}`, 'node', '-e', script], {
      encoding: 'utf8',
      shell: process.platform === 'win32',
    });
    const path = result.stdout?.trim();
    if (result.status !== 0 || !path)
      fail(`npx could not bring pnpm ${pnpmVersion}. Is the npm registry reachable? ${result.stderr ?? ''}`);
    writeFileSync(note, path);
    return path;
  });
}

async function install(environment) {
  const stampFile = join(root, 'node_modules', '.rasid-installed');
  const stamp = createHash('sha256').update(manifests()).digest('hex');
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return;
  await step('installing packages', () =>
    run('pnpm', ['install', '--frozen-lockfile', '--reporter=append-only'], environment, { quiet: true }),
  );
  writeFileSync(stampFile, stamp);
}

/** What decides which packages are needed: the lockfile, the settings and every package.json. */
function manifests() {
  const files = ['pnpm-lock.yaml', 'pnpm-workspace.yaml', 'package.json'];
  for (const folder of ['packages', 'services', 'tests']) {
    for (const name of readdirSync(join(root, folder)).sort()) files.push(join(folder, name, 'package.json'));
  }
  return files
    .map((file) => (existsSync(join(root, file)) ? readFileSync(join(root, file), 'utf8') : ''))
    .join('\n');
}

/** Turborepo caches each package; a stamp spares even asking it when no source is newer than the last build. */
async function runBuild(environment) {
  const stampFile = join(root, 'node_modules', '.rasid-built');
  if (existsSync(stampFile) && newestSource() <= statSync(stampFile).mtimeMs) return;
  const started = new Date();
  const args = ['run', 'build', '--output-logs=errors-only', '--ui=stream'];
  await step('building', () => run('turbo', args, environment, { quiet: true }));
  writeFileSync(stampFile, '');
  utimesSync(stampFile, started, started);
}

function newestSource() {
  let newest = statSync(join(root, 'tsconfig.base.json')).mtimeMs;
  const visit = (folder) => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      if (entry.name === 'node_modules' || entry.name === 'dist' || entry.name === '.turbo') continue;
      const path = join(folder, entry.name);
      newest = Math.max(newest, statSync(path).mtimeMs); // a folder's time changes when a file is removed
      if (entry.isDirectory()) visit(path);
    }
  };
  for (const folder of ['packages', 'services', 'tests/newsroom']) visit(join(root, folder));
  return newest;
}

/** Runs a command to its end; a quiet one prints only when it fails. */
export function run(command, args, environment, { quiet = false } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: root,
      env: environment,
      stdio: ['ignore', quiet ? 'pipe' : 'inherit', quiet ? 'pipe' : 'inherit'],
      shell: process.platform === 'win32',
    });
    let output = '';
    const keep = (chunk) => {
      output = (output + chunk).slice(-20_000);
    };
    child.stdout?.on('data', keep);
    child.stderr?.on('data', keep);
    child.once('error', (error) => fail(`${command} could not be started: ${error.message}`));
    child.once('exit', (code) => {
      if (code === 0) return resolve(output);
      process.stderr.write(output);
      fail(`${command} ${args[0] ?? ''} ended with ${code}`);
    });
  });
}
