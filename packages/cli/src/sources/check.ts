import { parseFeed } from '@rasid/feeds';
import { openReader, type Reader } from '@rasid/fetcher';
import type { Source } from '@rasid/sources';
import { dim, green, print, red, table, yellow } from '../terminal.ts';
import { cut } from '../wrap.ts';
import { type Checked, judge, type Verdict, verdicts } from './verdict.ts';

const atOnce = 8; // hosts: more only fill the line

/** Asks every feed once, the feeds of one host one after the other, and prints what became of each. */
export async function checkSources(sources: readonly Source[], asJson: boolean): Promise<void> {
  const reader = openReader(process.env);
  const hosts = [...groupByHost(sources).values()];
  const done: Checked[] = [];
  const work = async () => {
    for (let list = hosts.shift(); list; list = hosts.shift()) {
      for (const source of list) {
        const checked = await checkOne(source, reader);
        done.push(checked);
        if (asJson) print(JSON.stringify(checked));
        showProgress(done.length, sources.length, checked);
      }
    }
  };
  try {
    await Promise.all(Array.from({ length: atOnce }, work));
  } finally {
    await reader.close();
    clearProgress();
  }
  if (!asJson) print(report(done));
  const readable: Verdict[] = ['alive', 'slow', 'malformed'];
  if (done.some(({ verdict }) => !readable.includes(verdict))) process.exitCode = 1;
}

async function checkOne(source: Source, reader: Reader): Promise<Checked> {
  const reading = await reader.read(source.feed, source.headers);
  const isRead = 'status' in reading && reading.status === 200;
  const feed = isRead
    ? await parseFeed({
        bytes: reading.bytes,
        url: reading.url,
        contentType: reading.contentType,
        timeZone: source.timeZone,
      })
    : null;
  return judge(source, reading, feed, Date.now());
}

function groupByHost(sources: readonly Source[]): Map<string, Source[]> {
  const hosts = new Map<string, Source[]>();
  for (const source of sources) {
    const { host } = new URL(source.feed);
    hosts.set(host, [...(hosts.get(host) ?? []), source]);
  }
  return hosts;
}

const paint: Record<Verdict, (text: string) => string> = {
  unreachable: red,
  blocked: red,
  gone: red,
  failing: red,
  'not-a-feed': red,
  empty: yellow,
  'not-arabic': yellow,
  stale: yellow,
  malformed: yellow,
  slow: yellow,
  alive: green,
};

/** The table, those in trouble first, and one line of sums. */
export function report(done: readonly Checked[]): string {
  const rank = (checked: Checked) => verdicts.indexOf(checked.verdict);
  const rows = [...done]
    .sort((a, b) => rank(a) - rank(b) || a.id.localeCompare(b.id))
    .map(({ id, verdict, entries, newest, ms, detail }) => [
      id,
      paint[verdict](verdict),
      entries,
      newest?.slice(0, 16).replace('T', ' ') ?? '',
      ms,
      dim(cut(detail, 70)),
    ]);
  const sums = verdicts.flatMap((verdict) => {
    const count = done.filter((checked) => checked.verdict === verdict).length;
    return count > 0 ? [`${count} ${paint[verdict](verdict)}`] : [];
  });
  return `${table(['id', 'verdict', 'entries', 'newest', 'ms', 'detail'], rows)}\n\n${sums.toReversed().join(', ')}`;
}

/** One line that renews itself, for a person only. */
function showProgress(count: number, total: number, { id, verdict }: Checked): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${count}/${total}  ${id} ${verdict}`);
}

function clearProgress(): void {
  if (process.stderr.isTTY) process.stderr.write('\r\u001b[K');
}
