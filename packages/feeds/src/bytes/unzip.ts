import { gunzipSync } from 'node:zlib';

const largest = 50_000_000; // bytes, as for a document that comes as it is

/** A feed that is a gzip file in itself, as sitemaps are. Null when it is broken, or swells beyond all measure. */
export function unzip(bytes: Uint8Array | string): Uint8Array | string | null {
  if (typeof bytes === 'string' || bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  try {
    return gunzipSync(bytes, { maxOutputLength: largest });
  } catch {
    return null;
  }
}
