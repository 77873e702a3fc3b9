/** What stands behind the last code unit, so that a loop over a word ends there without asking for the length. */
const space = 0x20;

const initialRoom = 1 << 16; // an article; grows with longer ones
let units = new Uint16Array(initialRoom);
let bytes = Buffer.from(units.buffer);

/**
 * The code units of a text and a space behind them, copied at once: reading them one by one out of a string takes three
 * times as long, because each look asks anew how the string is kept. Overwritten by the next call.
 */
export function unitsOf(text: string): Uint16Array {
  if (text.length >= units.length) {
    units = new Uint16Array(2 * text.length);
    bytes = Buffer.from(units.buffer);
  }
  bytes.write(text, 'utf16le');
  units[text.length] = space;
  return units;
}
