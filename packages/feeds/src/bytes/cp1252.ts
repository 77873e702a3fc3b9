/** 0x80 to 0x9f of windows-1252. The platform's decoder is not used: some releases of Node 20 and later give controls there. */
const quotes =
  '\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f' +
  '\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178';

export const decodeCp1252 = (bytes: Uint8Array): string =>
  fromUpperControls(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1'));

/** Controls that were windows-1252 before somebody called them Latin-1: "don\u0092t". */
export const fromUpperControls = (text: string): string =>
  text.replace(
    /[\u0080\u0082-\u008c\u008e\u0091-\u009c\u009e\u009f]/g,
    (letter) => quotes[letter.charCodeAt(0) - 128] ?? letter,
  );
