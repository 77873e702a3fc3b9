import { bootstrap, run } from './bootstrap.mjs';
import { checkBoundaries } from './boundaries.mjs';
import { fail, step } from './say.mjs';

// `npm run check`: format, lint, types (tests included), boundaries, unused code.
const environment = await bootstrap();
const quiet = { quiet: true };
await step('format and lint', () => run('biome', ['check', '--error-on-warnings', '.'], environment, quiet));
await step('types', () => run('tsc', ['-p', 'tsconfig.check.json'], environment, quiet));
await step('boundaries', () => {
  const problems = checkBoundaries();
  if (problems.length > 0) fail(`boundaries:\n  ${problems.join('\n  ')}`);
});
await step('unused code', () => run('knip', ['--no-progress', '--no-config-hints'], environment, quiet));
