/**
 * The misses and false events of one article. Wanted and found events of one type are paired in order; a miss
 * says what stood in the way, a false event which rules made it.
 */
export function errorsOf(id, wanted, found, { fired, blocked }) {
  const open = [...found];
  const missed = [];
  for (const each of wanted) {
    const at = open.findIndex(({ type }) => type === each.type);
    if (at < 0) missed.push(each);
    else open.splice(at, 1);
  }
  const errors = [
    ...missed.map(({ type, trigger }) => ({
      kind: 'missed',
      id,
      type,
      why: reasonOf(trigger, fired, blocked),
      text: trigger ?? '',
    })),
    ...open.map(({ type, rules, trigger }) => ({
      kind: 'false',
      id,
      type,
      why: rules.join(' '),
      text: trigger.text,
    })),
  ];
  const judged = found.map((each) => ({ confidence: each.confidence, isRight: !open.includes(each) }));
  return { right: wanted.length - missed.length, errors, judged };
}

/** What an annotated word met: a rule of another type, a rule that was blocked, or no rule at all. */
function reasonOf(trigger, fired, blocked) {
  const meets = ({ text }) => trigger === null || sharesWord(text, trigger);
  const other = fired.find(meets);
  if (other) return `taken for ${other.type} by ${other.rule}`;
  const stop = blocked.find(meets);
  return stop ? `blocked ${stop.rule} (${stop.why})` : 'no rule';
}

function sharesWord(one, two) {
  const words = new Set(one.split(/\s+/));
  return two.split(/\s+/).some((word) => word.length > 2 && words.has(word));
}

/** Errors of one cause together, the most frequent cause first; without a rule the words are the cause. */
export function groupsOf(errors) {
  const groups = new Map();
  for (const error of errors) {
    const { kind, why, text } = error;
    const cause =
      kind === 'missed'
        ? why.replace(/ \(likelihood [^)]*\)/, ' (unlikely)')
        : `fired ${why.split(' ', 1)[0]}`;
    const name = cause === 'no rule' && text ? `missed: no rule for «${text}»` : `${kind}: ${cause}`;
    groups.set(name, [...(groups.get(name) ?? []), error]);
  }
  return [...groups]
    .map(([name, list]) => ({ name, list }))
    .sort((a, b) => b.list.length - a.list.length || a.name.localeCompare(b.name));
}

/** What a later run has no more, and what it has anew: an error is known by article, type, kind and words. */
export function compareRuns(before, after) {
  const key = ({ kind, id, type, text }) => [kind, id, type, text].join('\t');
  const without = (list, others) => {
    const known = new Set(others.map(key));
    return list.filter((each) => !known.has(key(each)));
  };
  return { fixed: without(before, after), added: without(after, before) };
}

const bins = 5;

/** Events by what the extractor says of its certainty, with the share that is right; empty ranges are left out. */
export function reliabilityOf(judged) {
  const mean = (list) => list.reduce((sum, each) => sum + each, 0) / list.length;
  return Array.from({ length: bins }, (_, bin) => {
    const list = judged.filter(({ confidence }) => Math.min(bins - 1, Math.floor(confidence * bins)) === bin);
    return {
      from: bin / bins,
      to: (bin + 1) / bins,
      mean: mean(list.map(({ confidence }) => confidence)),
      share: mean(list.map(({ isRight }) => Number(isRight))),
      count: list.length,
    };
  }).filter(({ count }) => count > 0);
}
