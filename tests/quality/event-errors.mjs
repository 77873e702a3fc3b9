import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { bootstrap } from '../../scripts/bootstrap.mjs';
import { fail } from '../../scripts/say.mjs';
import { readCorpus } from './corpus.mjs';
import { compareRuns, errorsOf, groupsOf, reliabilityOf } from './event-errors/errors.mjs';

// `npm run quality:events`: which events are missed or false, by type, and with --errors why. Types alone are
// compared, one to one in an article; slots are what `npx vitest run tests/quality` scores.
const help = `npm run quality:events -- [options]
  --errors              misses by what stood in the way, false events by the rule that fired
  --reliability         how often events of each confidence are right
  --articles F --gold F an annotated set instead of the repository's own: JSON lines matched by id,
                        {id, date, title, text} and {id, events: [{type, status, trigger}]}
  --save F              keeps this run
  --against F           what is fixed and what is new since a kept run`;

const { values } = options({
  options: {
    errors: { type: 'boolean' },
    reliability: { type: 'boolean' },
    articles: { type: 'string' },
    gold: { type: 'string' },
    save: { type: 'string' },
    against: { type: 'string' },
    help: { type: 'boolean' },
  },
});
/** A flag that is none is named, beside those that are. */
function options(config) {
  try {
    return parseArgs(config);
  } catch (error) {
    return fail(`${error.message}\n${help}`);
  }
}
if (values.help) {
  console.log(help);
  process.exit(0);
}
if (Boolean(values.articles) !== Boolean(values.gold)) fail('--articles and --gold belong together');

await bootstrap();
const { explainEvents, extractEvents } = await import('../../packages/events/dist/index.js');

const lines = (file) => {
  if (!existsSync(file)) fail(`no such file: ${file}`);
  return readFileSync(file, 'utf8')
    .split('\n')
    .map((line, at) => [line, at + 1])
    .filter(([line]) => line.trim())
    .map(([line, number]) => {
      try {
        return JSON.parse(line);
      } catch {
        return fail(`${file}: line ${number} is not JSON`);
      }
    });
};

/** The annotated events of a whole article, or of our own articles the one that is its main event. */
function cases() {
  if (!values.articles)
    return readCorpus().map(({ gold, ...article }) => ({
      ...article,
      isWhole: gold === null,
      wanted: gold ? [{ type: gold.type, trigger: null }] : [],
    }));
  const gold = new Map(lines(values.gold).map((each) => [each.id, each.events]));
  return lines(values.articles)
    .filter(({ id }) => gold.has(id))
    .map((article) => ({
      ...article,
      isWhole: true,
      wanted: gold.get(article.id).filter(({ status }) => status !== 'background'),
    }));
}

const errors = [];
const judged = [];
let right = 0;
for (const { id, title, text, date, wanted, isWhole } of cases()) {
  const article = {
    title: title ?? '',
    text,
    publishedAt: date ? (date.length === 10 ? `${date}T12:00:00Z` : date) : null,
    timeZone: 'UTC',
    outlet: { id: 'annotated', country: null },
  };
  const told = extractEvents(article).events.filter(({ status }) => status !== 'background');
  const found = isWhole ? told : told.filter(({ status }) => status === 'main');
  const result = errorsOf(id, wanted, found, explainEvents(article));
  right += result.right;
  errors.push(...result.errors);
  judged.push(...result.judged);
}

const misses = errors.filter(({ kind }) => kind === 'missed').length;
const falseEvents = errors.length - misses;
const percent = (part, whole) => (whole > 0 ? `${((100 * part) / whole).toFixed(1)} %` : 'none');
console.log(
  `${right} right, ${misses} missed, ${falseEvents} false: precision ${percent(right, right + falseEvents)}, recall ${percent(right, right + misses)}`,
);
if (values.errors)
  for (const { name, list } of groupsOf(errors)) {
    console.log(`\n${list.length} ${name}`);
    for (const { id, type, text } of list.slice(0, 8)) console.log(`  ${type}  ${text}  ${id}`);
    if (list.length > 8) console.log(`  and ${list.length - 8} more`);
  }
if (values.reliability)
  for (const { from, to, mean, share, count } of reliabilityOf(judged))
    console.log(
      `confidence ${from.toFixed(1)}–${to.toFixed(1)}: said ${mean.toFixed(2)}, right ${share.toFixed(2)}  ${'█'.repeat(Math.round(share * 40)).padEnd(40, '·')}  ${count} events`,
    );
if (values.against) {
  const { fixed, added } = compareRuns(lines(values.against), errors);
  console.log(`\nsince ${values.against}: ${fixed.length} fixed, ${added.length} new`);
  for (const [sign, list] of [
    ['-', fixed],
    ['+', added],
  ])
    for (const { kind, id, type, why } of list) console.log(`${sign} ${kind} ${type}  ${why}  ${id}`);
}
if (values.save) writeFileSync(values.save, errors.map((each) => `${JSON.stringify(each)}\n`).join(''));
