/** Characters of the code page by byte; Node can only decode it, so the table is read off the decoder. */
const table = new Map(
  Array.from(
    new TextDecoder('windows-1256').decode(Uint8Array.from({ length: 256 }, (_, byte) => byte)),
    (char, byte) => [char, byte],
  ),
);

/** Text as windows-1256 bytes. Throws a RangeError naming the first character the code page lacks. */
export function encodeWindows1256(text: string): Buffer {
  return Buffer.from(
    Array.from(text, (char) => {
      const byte = table.get(char);
      if (byte === undefined) throw new RangeError(`windows-1256 has no ${JSON.stringify(char)}`);
      return byte;
    }),
  );
}
