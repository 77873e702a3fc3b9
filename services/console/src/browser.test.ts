import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { expect, it } from 'vitest';
import { seededConsole } from './test-console.ts';
import { hostileTitle } from './test-samples.ts';

const executablePath = process.env.RASID_CHROMIUM ?? '/usr/bin/chromium';
const shots = process.env.RASID_SCREENSHOTS; // a folder: keeps what the browser saw

it.skipIf(!existsSync(executablePath))(
  'shows the pages in a browser, right to left and left to right, without an error (skipped without Chromium)',
  async () => {
    const seeded = await seededConsole();
    const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] }); // root has no sandbox
    try {
      const errors: string[] = [];
      const outside: string[] = [];
      for (const [language, dir, width, colorScheme] of [
        ['ar', 'rtl', 1400, 'light'],
        ['en', 'ltr', 360, 'dark'],
      ] as const) {
        const page = await browser.newPage({ colorScheme, viewport: { width, height: 900 } });
        page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
        page.on('pageerror', (error) => errors.push(error.message));
        page.on('request', (request) => {
          if (!/^(data:|http:\/\/127\.0\.0\.1:)/.test(request.url())) outside.push(request.url());
        });
        for (const path of [
          '/',
          '/sources',
          '/sources/nahda',
          '/queues',
          '/records',
          '/records/rec_2',
          '/incidents/inc_1',
          '/ledger',
        ]) {
          await page.goto(`${seeded.url}${path}?lang=${language}`);
          expect(await page.locator('html').getAttribute('dir')).toBe(dir);
          const scrollWidth = await page.evaluate('document.documentElement.scrollWidth');
          expect(scrollWidth, `${path} at ${width} px scrolls sideways`).toBeLessThanOrEqual(width);
          if (shots)
            await page.screenshot({
              path: `${shots}/${language}${path.replaceAll('/', '-')}.png`,
              fullPage: true,
            });
        }
        await page.goto(`${seeded.url}/records/rec_2`);
        expect(await page.locator('h1').textContent()).toBe(hostileTitle);
        for (const verb of ['pause', 'resume']) {
          await page.goto(`${seeded.url}/queues`);
          await page.locator(`form[action="/api/stages/link/${verb}"] button`).click();
          expect(page.url()).toBe(`${seeded.url}/queues?notice=${verb}d`);
        }
        await page.close();
      }
      expect(errors).toEqual([]);
      expect(outside).toEqual([]);
    } finally {
      await browser.close();
      await seeded.close();
    }
  },
  60_000, // a cold browser on a busy machine
);
