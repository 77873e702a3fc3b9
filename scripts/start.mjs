import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { bootstrap, home, root } from './bootstrap.mjs';
import { provideRedis } from './redis.mjs';
import { say } from './say.mjs';

// `npm start`: sets up what is missing, starts Redis, then every worker and the console in one process.
const environment = await bootstrap();
const redis = await provideRedis({ folder: join(home, 'redis'), persistent: true });
say(
  `Redis: ${redis.url.replace(/\/\/[^@/]*@/, '//***@')}${process.env.REDIS_URL ? ' (from REDIS_URL)' : `, kept in ${join(home, 'redis')}`}`,
);

const child = spawn(
  process.execPath,
  [join(root, 'packages/cli/dist/main.js'), 'up', ...process.argv.slice(2)],
  {
    cwd: root,
    env: { ...environment, REDIS_URL: redis.url, RASID_HOME: home },
    stdio: 'inherit',
    detached: true, // a group of its own: Ctrl-C reaches this process alone, like any other signal, and is passed on once
  },
);

let interrupts = 0;
process.on('SIGINT', () => child.kill(++interrupts === 1 ? 'SIGINT' : 'SIGKILL')); // the second does not wait
process.on('SIGTERM', () => child.kill('SIGTERM'));
process.on('SIGHUP', () => child.kill('SIGTERM'));

child.once('exit', async (code, signal) => {
  await redis.stop();
  if (!process.env.REDIS_URL) say('Redis stopped; everything seen so far is kept for the next start');
  process.exit(code ?? (signal ? 1 : 0));
});
