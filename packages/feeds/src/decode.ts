const head = 1_024; // where a document declares its encoding

/** Bytes of a feed to text, and what was wrong with its declaration. */
export function decodeFeed(
  bytes: Uint8Array | string,
  contentType: string | null,
): { text: string; problems: string[] } {
  if (typeof bytes === 'string') return { text: bytes, problems: [] };
  const problems: string[] = [];
  const mark =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : null;
  if (mark) return { text: new TextDecoder(mark).decode(bytes), problems };
  const opening = new TextDecoder('latin1').decode(bytes.subarray(0, head));
  const declared =
    known(/encoding\s{0,3}=\s{0,3}["']([\w-]{2,30})/i.exec(opening)?.[1]) ??
    known(/charset\s{0,3}=\s{0,3}["']?([\w-]{2,30})/i.exec(contentType ?? '')?.[1]);
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    if (declared && declared !== 'utf-8') problems.push(`declared ${declared}, is utf-8`);
    return { text, problems };
  } catch {
    // not UTF-8: its declaration if it has a believable one, windows-1256 otherwise
  }
  const isBelievable = declared !== null && !['utf-8', 'iso-8859-1', 'windows-1252'].includes(declared);
  if (isBelievable) return { text: new TextDecoder(declared).decode(bytes), problems };
  const damaged = new TextDecoder('utf-8').decode(bytes);
  const broken = damaged.split('\ufffd').length - 1;
  if (broken * 100 < damaged.length && /[\u0621-\u064a]{3}/.test(damaged))
    return { text: damaged, problems: ['broken bytes in utf-8'] };
  const arabic = new TextDecoder('windows-1256').decode(bytes);
  const charset =
    (arabic.match(/[\u0621-\u064a]{3}/g)?.length ?? 0) > 2
      ? 'windows-1256'
      : declared === 'iso-8859-1' || declared === 'windows-1252'
        ? declared
        : 'windows-1252';
  problems.push(
    declared ? `declared ${declared}, read as ${charset}` : `charset undeclared, read as ${charset}`,
  );
  return { text: new TextDecoder(charset).decode(bytes), problems };
}

function known(name: string | undefined): string | null {
  try {
    return name ? new TextDecoder(name).encoding : null;
  } catch {
    return null;
  }
}

/** Mends what XML forbids and feeds do: bytes before the prolog, control characters, bare ampersands. */
export function mendXml(text: string): { text: string; problems: string[] } {
  const problems: string[] = [];
  let mended = text;
  const start = mended.search(/<(?:\?xml|rss|feed|rdf:RDF|urlset|channel)/i);
  if (start > 0 && mended.slice(0, start).trim() !== '' && mended.charCodeAt(0) !== 0xfeff)
    problems.push('text before the prolog');
  if (start > 0) mended = mended.slice(start);
  const plain = mended.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '');
  if (plain !== mended) problems.push('control characters');
  return { text: plain, problems };
}
