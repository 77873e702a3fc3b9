/** Progress for people, on standard error, so that standard output stays for results. */
const isTty = process.stderr.isTTY && !process.env.NO_COLOR;
const paint = (code, text) => (isTty ? `\u001b[${code}m${text}\u001b[0m` : text);

export const say = (text) => process.stderr.write(`${paint(36, 'rasid')} ${text}\n`);
export const warn = (text) => process.stderr.write(`${paint(33, 'rasid')} ${text}\n`);

/** Ends the process with one message that says what to do. */
export function fail(text) {
  process.stderr.write(`${paint(31, 'rasid')} ${text}\n`);
  process.exit(1);
}

/** Says what a long step does and, when it is over, how long it took. */
export async function step(text, work) {
  const started = Date.now();
  say(`${text} …`);
  const result = await work();
  say(`${text}: done in ${((Date.now() - started) / 1000).toFixed(1)} s`);
  return result;
}
