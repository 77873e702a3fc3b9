import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import type { Response } from 'undici';
import { FetchFailure } from './failure.ts';

const readable = /^(?:gzip|x-gzip|deflate|br|identity|\s|,)*$/i;

/** Counts bytes after decompression, where a bomb has its size. */
export async function readCapped(
  response: Response,
  maxBytes: number,
  whenLarger: 'fail' | 'cut',
): Promise<{ bytes: Uint8Array; isCut: boolean }> {
  const encoding = response.headers.get('content-encoding') ?? '';
  if (!readable.test(encoding))
    throw new FetchFailure('bad-http', `Packed as ${encoding.slice(0, 40)}, which was not asked for`);
  if (!response.body) return { bytes: new Uint8Array(), isCut: false };
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of response.body) {
    parts.push(part);
    size += part.length;
    if (size <= maxBytes) continue;
    if (whenLarger === 'fail') throw tooLarge(maxBytes);
    return { bytes: Buffer.concat(parts).subarray(0, maxBytes), isCut: true }; // leaving the loop ends the connection
  }
  return { bytes: Buffer.concat(parts), isCut: false };
}

const tooLarge = (maxBytes: number) =>
  new FetchFailure('too-large', `More than ${maxBytes} bytes after decoding`);

const unpack = promisify(gunzip);

/** Bytes that are packed once more than the headers say: a .gz file, or a server and its cache that both pack. */
export async function unpackTwice(bytes: Uint8Array, maxBytes: number): Promise<Uint8Array> {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes; // the mark of gzip
  try {
    return await unpack(bytes, { maxOutputLength: maxBytes });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') throw tooLarge(maxBytes);
    return bytes; // no gzip after all: whoever reads it will say so
  }
}
