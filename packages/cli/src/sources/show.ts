import type { SourceFacts } from '@rasid/console';
import { maskSecrets } from '@rasid/runtime';
import type { Source } from '@rasid/sources';
import { connected } from '../connect.ts';
import { green, isolate, red, table, yellow } from '../terminal.ts';
import { cut } from '../wrap.ts';
import type { FoundFeed } from './find-feeds.ts';

/** The sources; with their state where a Rasid runs on a Redis that answers. */
export async function sourceList(sources: readonly Source[], asJson: boolean): Promise<string> {
  const facts = await connected(async (runtime) => {
    const { sourceFacts } = await import('@rasid/console'); // loaded only when there is something to ask
    return sourceFacts(runtime, sources);
  });
  const factsOf = new Map((facts ?? []).map((fact) => [fact.id, fact]));
  if (asJson) return JSON.stringify(sources.map((source) => asLine(source, factsOf.get(source.id))));
  if (facts === null) return plainTable(sources);
  const sourceOf = new Map(sources.map((source) => [source.id, source]));
  return stateTable(facts, sourceOf);
}

/** A header may be a key, and an address hold a password: they are named, never shown. */
function asLine(source: Source, facts: SourceFacts | undefined) {
  const headers = Object.fromEntries(Object.keys(source.headers).map((name) => [name, '***']));
  const feed = maskSecrets(source.feed);
  if (!facts) return { ...source, feed, headers };
  const { state, error, lastPollAt, lastNewAt, newestAt, nextPollAt, everyMs, everyWhy, perDay, seen } =
    facts;
  return {
    ...source,
    feed,
    headers,
    now: { state, error, lastPollAt, lastNewAt, newestAt, nextPollAt, everyMs, everyWhy, perDay, seen },
  };
}

function plainTable(sources: readonly Source[]): string {
  const rows = sources.map(({ id, outlet, kind, feed, tags, paused }) => [
    id,
    outlet.country ?? '',
    isolate(outlet.name.ar),
    outlet.name.en,
    kind,
    [...(paused ? ['paused'] : []), ...tags].join(' '),
    cut(maskSecrets(feed), 60),
  ]);
  return table(['id', 'country', 'outlet', '', 'kind', 'tags', 'feed'], rows);
}

const paint = (state: SourceFacts['state']): string => {
  if (state === 'healthy') return green(state);
  if (state === 'failing' || state === 'rejected') return red(state);
  return state === 'paused' || state === 'never-polled' ? state : yellow(state);
};

function stateTable(facts: readonly SourceFacts[], sourceOf: ReadonlyMap<string, Source>): string {
  const rows = facts.map((source) => [
    source.id,
    paint(source.state),
    sourceOf.get(source.id)?.outlet.country ?? '',
    isolate(source.outlet.name.ar),
    source.perDay === null ? '' : source.perDay.toFixed(1),
    ago(source.lastNewAt),
    source.everyMs ? minutes(source.everyMs) : '',
    source.everyWhy ?? '',
    cut(source.error ?? source.movedTo ?? '', 50),
  ]);
  return table(['id', 'state', 'country', 'outlet', 'a day', 'last new', 'every', 'because', ''], rows);
}

const minutes = (ms: number): string =>
  ms < 7_200_000 ? `${Math.round(ms / 60_000)} min` : `${Math.round(ms / 3_600_000)} h`;
const ago = (iso: string | null): string =>
  iso === null ? '' : `${minutes(Date.now() - Date.parse(iso))} ago`;

/** Feeds that were found on a site. */
export const feedTable = (found: readonly FoundFeed[]): string =>
  table(
    ['feed', 'kind', 'entries', 'newest', 'language', 'found by', 'title'],
    found.map(({ url, kind, entries, newest, language, foundBy, title }) => [
      url,
      kind,
      entries,
      newest?.slice(0, 16).replace('T', ' ') ?? '',
      language ?? '',
      foundBy,
      isolate(cut(title ?? '', 40)),
    ]),
  );
