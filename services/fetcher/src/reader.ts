import { readConfig } from './config.ts';
import { FetchFailure } from './net/failure.ts';
import { isWall } from './page.ts';
import { openClient } from './tools.ts';

/** What an address answered, or why it did not; `ms` is the time it took. */
export type Reading =
  | {
      status: number;
      /** After redirects. */
      url: string;
      /** Where it has moved for good. */
      movedTo: string | null;
      contentType: string | null;
      bytes: Uint8Array;
      /** A captcha or a challenge in place of the document. */
      isWall: boolean;
      ms: number;
    }
  | { failure: FetchFailure['kind']; why: string; ms: number };

export type Reader = {
  read: (url: string, headers?: Record<string, string>) => Promise<Reading>;
  close: () => Promise<void>;
};

const maxBytes = 10_000_000;
const totalMs = 30_000; // an operator looks on

/** Single documents from the web with every guard of the fetcher; for the command line. It knows no lanes: ask one host after the other. */
export function openReader(environment: Record<string, string | undefined>): Reader {
  const config = readConfig(environment);
  const client = openClient(config, new Set(config.RASID_ALLOW_PRIVATE));
  async function read(url: string, headers: Record<string, string> = {}): Promise<Reading> {
    const started = performance.now();
    const took = () => Math.round(performance.now() - started);
    try {
      const answer = await client.get({ url, accept: '*/*', headers, maxBytes, whenLarger: 'cut', totalMs });
      const { status, movedTo, bytes } = answer;
      const contentType = answer.headers.get('content-type');
      return { status, url: answer.url, movedTo, contentType, bytes, isWall: isWall(answer), ms: took() };
    } catch (error) {
      if (error instanceof FetchFailure) return { failure: error.kind, why: error.message, ms: took() };
      throw error;
    }
  }
  return { read, close: () => client.close() };
}
