import type { DropReason } from '@rasid/contracts';
import { failureText } from '@rasid/runtime';
import { PrivateAddress } from './guard.ts';

export type FailureKind =
  | Extract<DropReason, 'private-address' | 'too-large' | 'too-many-redirects' | 'bad-url'>
  | 'dns'
  | 'tls'
  | 'timeout'
  | 'connection';

/** Why an address could not be read, by its consequence: the first four are final, the others may pass. */
export class FetchFailure extends Error {
  readonly kind: FailureKind;
  constructor(kind: FailureKind, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'FetchFailure';
    this.kind = kind;
  }
}

/** Names what an error of the HTTP client means. */
export function failureOf(error: unknown, url: string): FetchFailure {
  if (error instanceof FetchFailure) return error;
  for (let at: unknown = error; at instanceof Error; at = at.cause) {
    if (at instanceof FetchFailure) return at;
    if (at instanceof PrivateAddress) return new FetchFailure('private-address', at.message);
    const code = (at as NodeJS.ErrnoException).code ?? '';
    if (/^(?:ENOTFOUND|EAI_|ENODATA)/.test(code))
      return new FetchFailure('dns', `No address for ${hostOf(url)} (${code})`);
    if (/CERT|TLS|SSL|SELF_SIGNED|UNABLE_TO_(?:VERIFY|GET)/.test(code))
      return new FetchFailure('tls', `TLS of ${hostOf(url)}: ${code}`);
    if (at.name === 'TimeoutError' || /TIMEOUT|ETIMEDOUT/.test(code))
      return new FetchFailure('timeout', `${hostOf(url)} took too long`);
  }
  return new FetchFailure('connection', `${hostOf(url)}: ${failureText(error)}`, { cause: error });
}

function hostOf(url: string): string {
  try {
    return new URL(url).host;
  } catch {
    return url.slice(0, 100);
  }
}
