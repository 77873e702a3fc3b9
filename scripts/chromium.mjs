import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { step, warn } from './say.mjs';

const known = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** A Chromium for the browser tests: the one here, or Debian's when this is root; null, said aloud, when there is none. */
export async function ensureChromium() {
  const found = process.env.RASID_CHROMIUM ?? known.find((file) => existsSync(file));
  if (found) return found;
  const isDebianRoot = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
  if (isDebianRoot) {
    await step('installing Debian’s Chromium for the browser tests', () => {
      const options = { stdio: 'ignore', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
      spawnSync('apt-get', ['update'], options);
      spawnSync('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], options);
    });
    const installed = known.find((file) => existsSync(file));
    if (installed) return installed;
  }
  warn(
    `no Chromium found${isDebianRoot ? ' and it could not be installed' : ', and installing one needs root'}: the browser tests are skipped (set RASID_CHROMIUM to run them)`,
  );
  return null;
}
