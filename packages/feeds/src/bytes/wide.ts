export type Wide = 'utf-16le' | 'utf-16be' | 'utf-32le' | 'utf-32be';

const sampled = 8_192; // bytes: the first lines of a feed

/** Two and four bytes a character, told by the byte order mark, or by where the zeros and the Arabic block are. */
export function wideCharset(bytes: Uint8Array): { charset: Wide; hasMark: boolean } | null {
  const [a, b, c, d] = bytes;
  if (a === 0xff && b === 0xfe)
    return { charset: c === 0 && d === 0 ? 'utf-32le' : 'utf-16le', hasMark: true };
  if (a === 0 && b === 0 && c === 0xfe && d === 0xff) return { charset: 'utf-32be', hasMark: true };
  if (a === 0xfe && b === 0xff) return { charset: 'utf-16be', hasMark: true };
  const charset = bytes.length >= 4 ? unmarked(bytes.subarray(0, sampled)) : null;
  return charset && { charset, hasMark: false };
}

/** Text of one byte a character has neither zeros nor sixes; UTF-16 has one of them in nearly every high byte. */
function unmarked(sample: Uint8Array): Wide | null {
  const zeros = [0, 0, 0, 0];
  const high = [0, 0, 0, 0];
  const rows = Math.floor(sample.length / 4);
  for (let at = 0; at < rows * 4; at++) {
    const column = at & 3;
    if (sample[at] === 0) zeros[column] = (zeros[column] ?? 0) + 1;
    if (sample[at] === 0 || sample[at] === 6) high[column] = (high[column] ?? 0) + 1;
  }
  const share = (counts: number[], column: number) => (counts[column] ?? 0) / rows;
  if (share(zeros, 2) > 0.95 && share(zeros, 3) > 0.95) return 'utf-32le';
  if (share(zeros, 0) > 0.95 && share(zeros, 1) > 0.95) return 'utf-32be';
  const [even, odd] = [(share(high, 0) + share(high, 2)) / 2, (share(high, 1) + share(high, 3)) / 2];
  if (odd > 0.6 && even < 0.3) return 'utf-16le';
  return even > 0.6 && odd < 0.3 ? 'utf-16be' : null;
}

export function decodeWide(bytes: Uint8Array, charset: Wide): string {
  if (charset === 'utf-16le' || charset === 'utf-16be') return new TextDecoder(charset).decode(bytes);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts: string[] = [];
  for (let at = 0; at + 4 <= bytes.length; at += 4) {
    const code = view.getUint32(at, charset === 'utf-32le');
    parts.push(code > 0x10_ffff || (code >= 0xd800 && code < 0xe000) ? '\ufffd' : String.fromCodePoint(code));
  }
  return parts.join('').replace(/^\ufeff/, '');
}
