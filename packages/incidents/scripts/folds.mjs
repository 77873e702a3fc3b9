const folds = 5;

/**
 * Pairs to judge, each with pairs to fit on that know neither of its articles nor any other that tells the same: what
 * tells one happening is in one of five parts.
 */
export function crossed(rows) {
  const happeningOf = happenings(rows);
  const partOf = (id) => hash(happeningOf(id)) % folds;
  const partsOf = ({ a, b }) => [partOf(a), partOf(b)].sort();
  const groups = new Map();
  for (const row of rows) {
    const key = partsOf(row).join();
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return [...groups.values()].map((judged) => {
    const hidden = partsOf(judged[0]);
    return { judged, fitted: rows.filter(({ a, b }) => ![a, b].some((id) => hidden.includes(partOf(id)))) };
  });
}

/** One of the articles that tell the same, the same one for all of them. */
function happenings(rows) {
  const next = new Map();
  const last = (id) => {
    let at = id;
    while (next.has(at)) at = next.get(at);
    return at;
  };
  for (const { a, b, label } of rows) {
    const [one, two] = [last(a), last(b)];
    if (label === 'same_event' && one !== two) next.set(one, two);
  }
  return last;
}

function hash(text) {
  let value = 0x811c9dc5; // FNV-1a
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return (value ^ (value >>> 15)) >>> 0;
}
