import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { readStories } from './data.ts';
import { type Clock, piecesOf } from './edition.ts';
import { outlets, timeZone } from './outlets.ts';
import { openSite } from './site.ts';
import type { Expected, SampleOutlet, Serving, StoryFile } from './story.ts';

/** A feed of the newsroom, in the words of the source catalogue. */
export type SampleSource = {
  id: string;
  outlet: { id: string; name: { ar: string; en: string }; country: string };
  timeZone: string;
  kind: string;
  feedUrl: string;
  language: 'ar' | 'fr';
  minIntervalMs: number;
  note: string;
};

/** What must become of one item; a revised article is two entries with one url. */
export type ExpectedStory = {
  id: string;
  outletId: string;
  /** Sources that list it. */
  sourceIds: string[];
  url: string;
  title: string;
  /** 1 is there from the start, 2 comes with `revise()`. */
  edition: 1 | 2;
  serve: Serving;
  expected: Expected;
};

export type NewsroomOptions = {
  /** First of four consecutive ports; without it four free ones. */
  port?: number;
  host?: '127.0.0.1';
  now?: () => Date;
  /** Brings out the second edition by itself after this time. */
  reviseAfterMs?: number;
};

export type Newsroom = {
  /** Address of the first outlet, without a slash at the end. */
  url: string;
  port: number;
  /** Address by outlet id. */
  urls: Record<string, string>;
  /** host:port of every outlet, for the list of private addresses that may be fetched. */
  hosts: string[];
  sources: SampleSource[];
  stories: ExpectedStory[];
  /** Brings out the second edition: a risen toll at an old address, wire copies, a follow-up. Once. */
  revise(): void;
  close(): Promise<void>;
};

const minIntervalMs = 2_000; // a sample on the own machine may be asked often, so that one sees it move

const listen = (server: Server, port: number, host: string): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve((server.address() as AddressInfo).port); // a TCP server has no other kind of address
    });
  });

const stop = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });

function serve(outlet: SampleOutlet, stories: readonly StoryFile[], clock: Clock): Server {
  const site = openSite(outlet, stories);
  return createServer((request, response) => {
    const origin = `http://${request.socket.localAddress}:${request.socket.localPort}`;
    const { status, headers, body } = site.respond(
      origin,
      request.url ?? '/',
      clock,
      request.headers['if-none-match'],
    );
    const zipped = status === 200 && /\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''));
    const encoding = zipped ? { 'content-encoding': 'gzip', vary: 'accept-encoding' } : {};
    response.writeHead(status, { ...headers, ...encoding, 'x-rasid-sample': 'fictional news' });
    if (request.method === 'HEAD') response.end();
    else response.end(zipped ? gzipSync(body) : body);
  });
}

function sourcesOf(outlet: SampleOutlet, origin: string): SampleSource[] {
  const { id, name, country } = outlet;
  return outlet.sources.map((source) => ({
    id: source.id,
    outlet: { id, name, country },
    timeZone,
    kind: outlet.kind,
    feedUrl: origin + source.path,
    language: 'ar',
    minIntervalMs,
    note: source.note,
  }));
}

function expectedOf(outlet: SampleOutlet, stories: readonly StoryFile[], origin: string, startedAt: Date) {
  // Both editions by address; texts before the revision are the pieces of the first.
  const pieces = piecesOf(outlet, stories, { startedAt, revisedAt: startedAt });
  return stories.flatMap((story): ExpectedStory[] => {
    const piece = pieces.find((candidate) => candidate.id === story.id);
    if (!piece) return [];
    const { id, outletId, edition, expected, revision, serve: serving } = story;
    const common = { outletId, sourceIds: story.feeds, url: origin + piece.path, serve: serving };
    const first = { ...common, id, title: story.title, edition, expected };
    return revision
      ? [
          first,
          { ...common, id: `${id}-revised`, title: revision.title, edition: 2, expected: revision.expected },
        ]
      : [first];
  });
}

/**
 * Serves the four sample outlets on loopback, each on a port of its own so that it counts as a host of its own.
 * Rejects when a port is taken.
 */
export async function startNewsroom(options: NewsroomOptions = {}): Promise<Newsroom> {
  const { port = 0, host = '127.0.0.1', now = () => new Date(), reviseAfterMs } = options;
  const stories = readStories();
  const clock: Clock = { startedAt: now(), revisedAt: null };
  const open: { outlet: SampleOutlet; server: Server; origin: string; port: number }[] = [];
  const close = async () => {
    clearTimeout(timer);
    await Promise.all(open.map(({ server }) => stop(server)));
  };
  const revise = () => {
    clock.revisedAt ??= now();
  };
  const timer = reviseAfterMs === undefined ? undefined : setTimeout(revise, reviseAfterMs).unref();
  try {
    for (const [index, outlet] of outlets.entries()) {
      const server = serve(outlet, stories, clock);
      const bound = await listen(server, port === 0 ? 0 : port + index, host);
      open.push({ outlet, server, origin: `http://${host}:${bound}`, port: bound });
    }
  } catch (cause) {
    await close();
    throw new Error('The sample newsroom cannot open its ports', { cause });
  }
  return {
    url: open[0]?.origin ?? '',
    port: open[0]?.port ?? 0,
    urls: Object.fromEntries(open.map(({ outlet, origin }) => [outlet.id, origin])),
    hosts: open.map((entry) => `${host}:${entry.port}`),
    sources: open.flatMap(({ outlet, origin }) => sourcesOf(outlet, origin)),
    stories: open.flatMap(({ outlet, origin }) => expectedOf(outlet, stories, origin, clock.startedAt)),
    revise,
    close,
  };
}
