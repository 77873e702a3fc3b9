import { Command } from 'commander';
import { registerClean } from './commands/clean.ts';
import { registerConsume } from './commands/consume.ts';
import { registerExtract } from './commands/extract.ts';
import { registerFeed } from './commands/feed.ts';
import { registerGazetteer } from './commands/gazetteer.ts';
import { registerHosts } from './commands/hosts.ts';
import { registerIncidents } from './commands/incidents.ts';
import { registerOperate } from './commands/operate.ts';
import { registerReplay } from './commands/replay.ts';
import { registerRun } from './commands/run.ts';
import { registerSources } from './commands/sources.ts';
import { registerStories } from './commands/stories.ts';
import { registerSubscribers } from './commands/subscribers.ts';
import { registerUp } from './commands/up.ts';
import { version } from './version.ts';

/** The `rasid` command with all its verbs. */
export function createProgram(): Command {
  const program = new Command('rasid')
    .description(
      'Continuous, structured events from Arabic news.\nEvery stage also works alone, on files and pipes: lines of JSON in, lines of JSON out.',
    )
    .version(version)
    .showHelpAfterError('(rasid --help lists the verbs)')
    .exitOverride();
  for (const register of [
    registerFeed,
    registerClean,
    registerExtract,
    registerStories,
    registerSources,
    registerHosts,
    registerGazetteer,
    registerRun,
    registerUp,
    registerConsume,
    registerSubscribers,
    registerOperate,
    registerReplay,
    registerIncidents,
  ]) {
    register(program);
  }
  passOnExit(program);
  return program;
}

/** Sub-commands throw as the program does, so that wrong usage always ends with status 2. */
function passOnExit(command: Command): void {
  for (const sub of command.commands) {
    sub.exitOverride();
    passOnExit(sub);
  }
}
