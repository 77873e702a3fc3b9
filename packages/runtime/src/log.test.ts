import { existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createLogger } from './log.ts';
import { until } from './test-runtime.ts';

it.skipIf(!existsSync('/dev/full'))(
  'a log whose disk is full ends nothing, and goes on when there is room (skipped without /dev/full)',
  { timeout: 30_000 },
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'rasid-log-'));
    const file = join(folder, 'rasid.1.log');
    symlinkSync('/dev/full', file); // every write to it fails as on a full disk
    const logger = createLogger({ file: join(folder, 'rasid'), name: 'rasid', reopenMs: 0 });
    for (let line = 0; line < 20; line++) {
      logger.info({ line }, 'while it is full');
      await new Promise((resolve) => setImmediate(resolve));
    }
    rmSync(file);
    await until(async () => {
      logger.info('kept');
      return logged(folder).includes('kept');
    });
    expect(logged(folder)).toContain('kept');
  },
);

function logged(folder: string): string {
  return ['rasid.1.log', 'rasid.2.log']
    .map((name) => join(folder, name))
    .filter((file) => existsSync(file))
    .map((file) => readFileSync(file, 'utf8'))
    .join('');
}
