import type { DropReason } from '@rasid/contracts';
import { failureText } from '@rasid/runtime';
import { PrivateAddress } from './guard.ts';

export type FailureKind =
  | Extract<DropReason, 'private-address' | 'too-large' | 'too-many-redirects' | 'bad-url'>
  | 'dns'
  | 'tls'
  | 'timeout'
  | 'connection'
  | 'bad-http'
  | 'server';

/** Why an address could not be read, by its consequence: the first four are final, the others may pass. */
export class FetchFailure extends Error {
  readonly kind: FailureKind;
  constructor(kind: FailureKind, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'FetchFailure';
    this.kind = kind;
  }
}

/** What the usual codes of TLS mean to the owner of a site. */
const tlsWords: Record<string, string> = {
  CERT_HAS_EXPIRED: 'the certificate has expired',
  CERT_NOT_YET_VALID: 'the certificate is not valid yet',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'the certificate is self-signed',
  SELF_SIGNED_CERT_IN_CHAIN: 'the certificate chain is self-signed',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'an intermediate certificate is missing',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'the issuer of the certificate is unknown',
  ERR_TLS_CERT_ALTNAME_INVALID: 'the certificate is for another name',
  EPROTO: 'no TLS is spoken there',
};

/** In the order of the test: what an error code of sockets, TLS, the HTTP parser and zlib means. */
const kindOfCode: [RegExp, FailureKind][] = [
  [/^(?:ENOTFOUND|EAI_|ENODATA)/, 'dns'],
  [/CERT|TLS|SSL|SELF_SIGNED|UNABLE_TO_(?:VERIFY|GET)|^EPROTO$/, 'tls'],
  [/TIMEOUT|ETIMEDOUT/, 'timeout'],
  // The answer breaks HTTP itself: chunks, lengths, header sizes, packed bytes.
  [/^(?:HPE_|Z_|ERR__ERROR|ERR_BROTLI|UND_ERR_HEADERS_OVERFLOW|UND_ERR_RES)/, 'bad-http'],
];

/** Names what an error of the HTTP client means. */
export function failureOf(error: unknown, url: string): FetchFailure {
  for (let at: unknown = error; at instanceof Error; at = at.cause) {
    if (at instanceof FetchFailure) return at;
    if (at instanceof PrivateAddress) return new FetchFailure('private-address', at.message);
    const code = String((at as NodeJS.ErrnoException).code ?? ''); // a DOMException has a number
    const kind = kindOfCode.find(([pattern]) => pattern.test(code))?.[1];
    if (kind) return new FetchFailure(kind, describe(kind, code, at, url));
    if (at.name === 'TimeoutError' || at.name === 'AbortError')
      return new FetchFailure('timeout', `${hostOf(url)} took too long`);
    if (at.name === 'HTTPParserError' || /^too many content-encodings/.test(at.message))
      return new FetchFailure('bad-http', describe('bad-http', code, at, url));
  }
  return new FetchFailure('connection', `${hostOf(url)}: ${failureText(error)}`, { cause: error });
}

function describe(kind: FailureKind, code: string, error: Error, url: string): string {
  const host = hostOf(url);
  if (kind === 'dns') return `No address for ${host} (${code})`;
  if (kind === 'tls') return `TLS of ${host}: ${tlsWords[code] ?? error.message.slice(0, 100)} (${code})`;
  if (kind === 'timeout') return `${host} took too long`;
  return `${host} breaks HTTP: ${error.message.slice(0, 100)} ${code}`.trim();
}

function hostOf(url: string): string {
  try {
    return new URL(url).host;
  } catch {
    return url.slice(0, 100);
  }
}
