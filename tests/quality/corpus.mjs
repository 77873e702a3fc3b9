import { readFileSync } from 'node:fs';

/** Articles of our own with the event each must yield, from `corpus/*.tsv`. */
export function readCorpus() {
  return ['conflict', 'security', 'civil', 'quiet'].flatMap((name) =>
    readFileSync(new URL(`./corpus/${name}.tsv`, import.meta.url), 'utf8')
      .split('\n')
      .filter((line) => line && !line.startsWith('#'))
      .map(read),
  );
}

function read(line) {
  const [id = '', date = '', title = '', text = '', gold = ''] = line.split('\t');
  const [type = '', , country = '', admin1 = '', locality = '', counts = ''] = gold.split('|');
  const wanted = counts.split(',').filter(Boolean).map(readCount);
  return {
    id,
    date,
    title,
    text: text.replaceAll('¶', '\n'),
    gold: gold ? { type, country, admin1, locality, counts: wanted } : null,
  };
}

/** "killed=14", "killed=30+" (at least), "participants=200-999". */
function readCount(text) {
  const [kind = '', value = ''] = text.split('=');
  const [low = '', high] = value.replace('+', '').split('-');
  return [kind, [Number(low), value.endsWith('+') ? null : Number(high ?? low)]];
}
