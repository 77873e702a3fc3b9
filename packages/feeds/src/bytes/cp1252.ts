import { upperLatin } from '@rasid/arabic';

export const decodeCp1252 = (bytes: Uint8Array): string =>
  fromUpperControls(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1'));

/** Controls that were windows-1252 before somebody called them Latin-1: "don\u0092t". */
export const fromUpperControls = (text: string): string =>
  text.replace(
    /[\u0080\u0082-\u008c\u008e\u0091-\u009c\u009e\u009f]/g,
    (letter) => upperLatin[letter.charCodeAt(0) - 128] ?? letter,
  );
