import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { stageNames } from '@rasid/contracts';
import { startNewsroom } from '@rasid/newsroom';
import { connectRedis, createOutputStream, createRedisArchive } from '@rasid/storage';
import { orStop, type Pipeline, startPipeline } from './compose.ts';
import { readWholeEnvironment } from './configuration.ts';
import { redisAddress } from './connect.ts';
import { startOperatorConsole } from './operator-console.ts';
import { recordLine, recordOf } from './record-line.ts';
import { onStop } from './shutdown.ts';
import { bold, dim, yellow } from './terminal.ts';
import { watchStore } from './watch-store.ts';

const reviseAfterMs = 45_000; // long enough to see the first report, short enough to wait for the second

/** Starts workers, console and sample newsroom, prints the records and waits to be stopped. */
export async function startEverything(): Promise<void> {
  const { RASID_HOME: home, RASID_SAMPLE } = readWholeEnvironment(process.env);
  const newsroom = RASID_SAMPLE === 'on' && !hasOwnCatalogue() ? await openNewsroom() : null;
  const address = redisAddress();
  const closeNewsroom = async () => void (await newsroom?.close());
  const pipeline = await orStop(
    () =>
      startPipeline({
        address,
        stages: stageNames,
        logFile: join(home, 'log', 'rasid'),
        sample: newsroom?.sources ?? [],
        catalogueProblem: tellProblem,
        modelProblem: tellModel(process.env.RASID_ENGINE),
      }),
    closeNewsroom,
  );
  const stopAll = async () => {
    await pipeline.stop();
    await closeNewsroom();
  };
  const console = await orStop(() => startOperatorConsole(pipeline), stopAll);
  announce({
    console: console.url,
    sources: pipeline.sources().length,
    sample: newsroom?.sources.length ?? 0,
    home,
  });
  const printing = await printRecords(pipeline, address);
  const watching = watchStore(pipeline.runtime);
  await onStop(async () => {
    process.stderr.write('\nrasid: finishing the jobs in hand …\n');
    printing.stop();
    watching.stop();
    await console.close();
    await stopAll();
  });
}

const tellProblem = (text: string | null): void => {
  const line =
    text === null
      ? 'rasid: the catalogue can be read again'
      : `rasid: ${text}\n  the sources read before are followed on`;
  process.stderr.write(`${yellow(line)}\n`);
};

/** Once when the model goes away and once when it is back: records that no longer come have a reason on the terminal. */
export function tellModel(engine: string | undefined, write = (text: string) => process.stderr.write(text)) {
  let isAway = false;
  const meanwhile = engine === 'both' ? 'the rules go on alone' : 'the articles wait for it';
  return (problem: string | null): void => {
    if (isAway === (problem !== null)) return;
    isAway = problem !== null;
    write(`${yellow(isAway ? `rasid: ${problem}; ${meanwhile}` : 'rasid: the model answers again')}\n`);
  };
}

const samplePort = 8171; // fixed, so that a second start finds the same addresses and publishes nothing twice

async function openNewsroom() {
  try {
    return await startNewsroom({ port: samplePort, reviseAfterMs });
  } catch {
    return startNewsroom({ reviseAfterMs }); // the ports are taken: any four will do
  }
}

/** The sample is for a first look: a catalogue of one's own ends it. */
const hasOwnCatalogue = (): boolean => Boolean(process.env.RASID_SOURCES) || existsSync('sources.yaml');

function announce(facts: { console: string; sources: number; sample: number; home: string }): void {
  const lines = [
    `console  ${bold(facts.console)}`,
    `sources  ${facts.sources}${facts.sample > 0 ? `, ${facts.sample} of them a sample newsroom on this machine: its outlets and stories are made up (RASID_SAMPLE=off ends it)` : ''}`,
    `state    ${facts.home}   log ${join(facts.home, 'log')}`,
    dim('Ctrl-C finishes the jobs in hand and stops everything this command started'),
  ];
  process.stderr.write(`${lines.map((line) => `rasid ${line}`).join('\n')}\n\n`);
}

const askAgainMs = 1_000;

/** Prints what was published last, then each record as it comes. */
async function printRecords(
  pipeline: Pipeline,
  address: { url: string; prefix: string },
): Promise<{ stop: () => void }> {
  const { redis } = pipeline.runtime;
  const stream = createOutputStream(redis, address.prefix);
  const [latest] = await stream.latest(1);
  const before = await createRedisArchive(redis, address.prefix).recent({ limit: 5, eventsOnly: true });
  if (before.length > 0) process.stdout.write(`${dim('published before this start:')}\n`);
  for (const record of before.reverse())
    process.stdout.write(`${recordLine(record, new Date(record.article.fetchedAt))}\n`);
  const connection = connectRedis(address.url);
  let isStopped = false;
  let after = latest?.streamId ?? '0';
  const printNext = async () => {
    for (const { streamId, message } of await stream.follow(connection, after, 5_000)) {
      after = streamId;
      const record = recordOf(message);
      if (record) process.stdout.write(`${recordLine(record, new Date(message.time))}\n`);
    }
  };
  const follow = async () => {
    // What fails is asked again: a Redis that changed its role, or the connection closed under it by `stop`.
    while (!isStopped) await printNext().catch(() => pause(askAgainMs, undefined, { ref: false }));
  };
  void follow();
  return {
    stop() {
      isStopped = true;
      connection.disconnect();
    },
  };
}
