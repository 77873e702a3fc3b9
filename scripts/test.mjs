import { bootstrap, run } from './bootstrap.mjs';
import { ensureChromium } from './chromium.mjs';
import { step } from './say.mjs';

// `npm test`: sets up what is missing, then every test: engines, stages, the pipeline on a real Redis, the browser.
const environment = await bootstrap();
const chromium = await ensureChromium();
const args = ['run', ...process.argv.slice(2)];
await step('testing', () =>
  run('vitest', args, { ...environment, ...(chromium ? { RASID_CHROMIUM: chromium } : {}) }),
);
