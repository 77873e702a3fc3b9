import type { Incident } from '@rasid/contracts';
import type { RecordArchive } from '@rasid/storage';
import type { Command } from 'commander';
import { listIncidents } from '../list-incidents.ts';
import { print, terminalWidth } from '../terminal.ts';
import { UsageError } from '../usage.ts';
import { type Earlier, loadWording, viewIncident, type Wording } from '../view-incident.ts';
import { withRuntime } from '../with-runtime.ts';

/** What several outlets tell of one happening. */
export function registerIncidents(program: Command): void {
  const incidents = program.command('incidents').description('what several outlets tell of one happening');
  incidents
    .command('list')
    .description('the incidents reported last, newest first')
    .option('--limit <n>', 'so many', '20')
    .option('--language <language>', languageHelp)
    .action(async (options: { limit: string; language?: string }) => {
      const limit = Number(options.limit);
      if (!Number.isInteger(limit) || limit < 1) throw new UsageError('--limit takes a number from 1 on');
      const wording = await wordingIn(options.language); // wrong usage is said before a Redis is looked for
      await withRuntime(async (runtime) => {
        const { createRedisIncidentStore } = await import('@rasid/storage');
        const store = createRedisIncidentStore(runtime.redis, runtime.address.prefix);
        print(listIncidents(await store.recent(limit), wording, terminalWidth()));
      });
    });
  incidents
    .command('show <id>')
    .description('one incident: its timeline, its claims and who told it')
    .option('--json', 'as JSON')
    .option('--language <language>', languageHelp)
    .action(async (id: string, options: { json?: boolean; language?: string }) => {
      const wording = await wordingIn(options.language);
      await withRuntime(async (runtime) => {
        const { createRedisArchive, createRedisIncidentStore } = await import('@rasid/storage');
        const { redis, address } = runtime;
        const incident = await createRedisIncidentStore(redis, address.prefix).get(id);
        if (!incident) throw new Error(`No incident ${id}`);
        if (options.json) return print(JSON.stringify(incident));
        const earlier = await earlierOf(incident, createRedisArchive(redis, address.prefix));
        print(viewIncident(incident, wording, earlier, terminalWidth()));
      });
    });
  incidents
    .command('merge <id> <other>')
    .description('say that two incidents are one; the older keeps its id, the other becomes an alias')
    .action((id: string, other: string) =>
      withRuntime(async (runtime) => {
        const { merging, operate } = await import('../operate-incidents.ts');
        await operate(runtime, (store) => merging(store, id, other));
      }),
    );
  incidents
    .command('split <id> <records...>')
    .description('say that these records of an incident tell of another one')
    .action((id: string, records: string[]) =>
      withRuntime(async (runtime) => {
        const { operate, splitting } = await import('../operate-incidents.ts');
        await operate(runtime, (store) => splitting(store, id, records));
      }),
    );
}

const languageHelp = 'ar or en; otherwise that of the environment (LC_ALL, LC_MESSAGES, LANG)';

async function wordingIn(asked: string | undefined): Promise<Wording> {
  const { LC_ALL, LC_MESSAGES, LANG } = process.env;
  const language = asked ?? ((LC_ALL || LC_MESSAGES || LANG || '').startsWith('ar') ? 'ar' : 'en');
  if (language !== 'ar' && language !== 'en') throw new UsageError('--language takes ar or en');
  const { sampleOutlets } = await import('@rasid/newsroom');
  const { loadCatalogue, loadSources } = await import('@rasid/sources');
  const outlets = sampleOutlets.map((outlet) => ({ outlet }));
  return loadWording(language, [...outlets, ...loadCatalogue(), ...loadSources(process.env)]);
}

/** Records of the timeline that are no longer among the reports. */
async function earlierOf({ timeline, reports }: Incident, archive: RecordArchive): Promise<Earlier[]> {
  const known = new Set(reports.map(({ recordId }) => recordId));
  const ids = new Set(
    timeline.flatMap(({ recordId }) => (recordId && !known.has(recordId) ? [recordId] : [])),
  );
  const records = await Promise.all([...ids].map((id) => archive.get(id)));
  return records.flatMap((record) =>
    record
      ? [{ recordId: record.id, outletId: record.article.outlet.id, originId: record.article.origin.id }]
      : [],
  );
}
