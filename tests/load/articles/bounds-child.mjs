import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { cleanPage } from '@rasid/article';
import { hostilePages } from './hostile.mjs';

// One hostile page in a process of its own: how long it takes warm, and what it adds to the memory at most.
setFlagsFromString('--expose-gc');
const gc = runInNewContext('gc');
const usual = `<html><body><h1>عنوان</h1>${'<p>قال المتحدث إن العمل مستمر، وإن النتائج ستعلن قريباً.</p>'.repeat(40)}</body></html>`;
for (let round = 0; round < 200; round++) cleanPage({ html: Buffer.from(usual), url: 'https://a.example/b' });
const bytes = Buffer.from(hostilePages[process.argv[2]]());
gc();
const before = process.memoryUsage.rss();
const cpu = process.cpuUsage();
const start = performance.now();
const { outcome } = cleanPage({ html: bytes, url: 'https://a.example/b', timeZone: 'Asia/Damascus' });
const ms = performance.now() - start;
const { user, system } = process.cpuUsage(cpu);
const most = process.resourceUsage().maxRSS * 1024;
process.stdout.write(
  JSON.stringify({
    outcome,
    ms,
    cpuMs: (user + system) / 1000,
    mb: Math.max(0, most - before) / 1e6,
    size: bytes.length,
  }),
);
