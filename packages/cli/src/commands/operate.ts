import type { Command } from 'commander';
import { bold, green, isolate, red, table } from '../terminal.ts';
import { UsageError } from '../usage.ts';
import { withRuntime } from '../with-runtime.ts';

/** The operator's verbs: what the console shows and does, for the terminal. */
export function registerOperate(program: Command): void {
  program
    .command('status')
    .description('queues, items and subscribers at a glance')
    .option('--json', 'as JSON')
    .action((options: { json?: boolean }) =>
      withRuntime((runtime) => status(runtime, options.json === true)),
    );

  program
    .command('ledger')
    .description('every item that was ever seen, per source and stage: in = out')
    .option('--json', 'as JSON')
    .action((options: { json?: boolean }) =>
      withRuntime((runtime) => ledger(runtime, options.json === true)),
    );

  const dead = program.command('dead').description('jobs in quarantine');
  dead
    .command('list')
    .description('what is in quarantine and why, newest first')
    .option('--stage <stage>', 'only this stage')
    .option('--json', 'as JSON lines')
    .action(async ({ stage, json }: { stage?: string; json?: boolean }) => {
      const choice = await stageOption(stage); // wrong usage is said before a Redis is looked for
      await withRuntime((runtime) => deadList(runtime, choice, json === true));
    });
  dead
    .command('retry [ids...]')
    .description('take jobs back into their stage')
    .option('--all', 'every job in quarantine')
    .option('--stage <stage>', 'every job of this stage')
    .action(async (ids: string[], { all, stage }: { all?: boolean; stage?: string }) => {
      const choice = await stageOption(stage);
      const isMany = all === true || stage !== undefined;
      if (ids.length === 0 && !isMany)
        throw new UsageError('Name the jobs (rasid dead list), or --all, or --stage STAGE');
      await withRuntime((runtime) => deadRetry(runtime, isMany ? choice : ids));
    });
}

type Runtime = Parameters<Parameters<typeof withRuntime>[0]>[0];

async function status(runtime: Runtime, asJson: boolean): Promise<void> {
  const [queues, sum, dead, subscribers] = await Promise.all([
    runtime.queues.counts(),
    runtime.ledger.sum(),
    runtime.dead.count(),
    runtime.outputs.list(),
  ]);
  if (asJson) {
    const { seen, ended, open, balanced, outcomes } = sum;
    return print(
      JSON.stringify({
        queues,
        items: { seen, ended, open, balanced, outcomes },
        quarantine: dead,
        subscribers,
      }),
    );
  }
  const rows = queues.map((queue) => [
    queue.stage,
    queue.waiting,
    queue.active,
    queue.delayed,
    queue.paused ? 'paused' : '',
  ]);
  print(table(['stage', 'waiting', 'active', 'delayed', ''], rows));
  print(`\nitems: ${sum.seen} seen = ${sum.ended} ended + ${sum.open} open   quarantine: ${dead}`);
  for (const { name, waiting, isLagging } of subscribers)
    print(`subscriber ${name}: ${waiting} waiting${isLagging ? ', lagging' : ''}`);
}

async function ledger(runtime: Runtime, asJson: boolean): Promise<void> {
  const sum = await runtime.ledger.sum();
  if (asJson) return print(JSON.stringify(sum));
  const rows = sum.rows.map((row) => [
    row.source,
    row.stage,
    row.in,
    row.passed,
    row.waiting,
    ends(row.ends),
  ]);
  print(table(['source', 'stage', 'in', 'passed', 'waiting', 'ended'], rows));
  print(
    `\n${bold('sum')}  seen ${sum.seen} = ended ${sum.ended} + open ${sum.open}  ${sum.balanced ? green('in = out') : red('DOES NOT ADD UP')}`,
  );
  for (const [outcome, count] of Object.entries(sum.outcomes).sort(([, a], [, b]) => b - a))
    print(`  ${outcome}: ${count}`);
  if (!sum.balanced) process.exitCode = 1;
}

const ends = (counts: Record<string, number>): string =>
  Object.entries(counts)
    .map(([outcome, count]) => `${outcome} ${count}`)
    .join(', ');

async function deadList(runtime: Runtime, choice: StageChoice, asJson: boolean): Promise<void> {
  const letters = await runtime.dead.list({ limit: 1_000, ...choice });
  if (asJson) {
    for (const letter of letters) print(JSON.stringify(letter));
    return;
  }
  if (letters.length === 0) return print('quarantine is empty');
  print(
    table(
      ['id', 'source', 'cause', 'tries', 'reason'],
      letters.map((letter) => [
        letter.id,
        letter.sourceId ?? '',
        letter.cause,
        letter.attempts,
        isolate(letter.reason),
      ]),
    ),
  );
}

/** These jobs, or all of a choice. */
async function deadRetry(runtime: Runtime, jobs: readonly string[] | StageChoice): Promise<void> {
  const chosen =
    'length' in jobs ? jobs : (await runtime.dead.list({ limit: 10_000, ...jobs })).map(({ id }) => id);
  const { retryDead } = await import('@rasid/runtime');
  for (const id of chosen) {
    const isBack = await retryDead(runtime, id);
    print(`${id}: ${isBack ? 'back in its stage' : 'not in quarantine'}`);
    if (!isBack) process.exitCode = 1;
  }
}

type StageChoice = Awaited<ReturnType<typeof stageOption>>;

async function stageOption(stage: string | undefined) {
  if (stage === undefined) return {};
  const { isStageName } = await import('@rasid/runtime');
  if (!isStageName(stage)) {
    const { stageNames } = await import('@rasid/contracts');
    throw new UsageError(`No stage ${stage}. The stages: ${stageNames.join(', ')}`);
  }
  return { stage };
}

const print = (text: string): void => void process.stdout.write(`${text}\n`);
