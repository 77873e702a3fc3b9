import { AhoCorasick as MonyoneAhoCorasick } from '@monyone/aho-corasick';
import AhoCorasickNode from 'aho-corasick-node';
import AhoCorasick from 'ahocorasick';
import ModernAhoCorasick from 'modern-ahocorasick';
import { bootstrap } from '../../scripts/bootstrap.mjs';
import { articles, phrases } from './arabic/corpus.mjs';

// Reading Arabic beside named peers: MB of UTF-8 a second of CPU time, rounds taken in turn, median of nine.
await bootstrap();
const { canonical, compilePhrases, findDates, findNumbers, splitSentences, tokenize } = await import(
  '../../packages/arabic/dist/index.js'
);

const texts = articles(300);
const megabytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0) / 1e6;
const letters = texts.reduce((sum, text) => sum + text.length, 0) / texts.length;
console.log(`${texts.length} articles, ${megabytes.toFixed(2)} MB, ${Math.round(letters)} characters each`);

const marks = /[\u064b-\u0652\u0670\u0640]/g;
const chain = (text) =>
  text
    .normalize('NFKC')
    .replace(marks, '')
    .replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(/[\u0623\u0625\u0622\u0671]/g, '\u0627')
    .replace(/\u0624/g, '\u0648')
    .replace(/[\u0626\u0649]/g, '\u064a')
    .replace(/\u0629/g, '\u0647')
    .replace(/[\u0660-\u0669]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0x630))
    .replace(/[\u00ab\u00bb\u201c\u201d]/g, '"')
    .replace(/\s+/g, ' ');
const wordPattern = /[\p{L}\p{M}\p{N}]+/gu;
const segmenter = new Intl.Segmenter('ar', { granularity: 'word' });
const count = (iterable) => {
  let found = 0;
  for (const _ of iterable) found++;
  return found;
};

await compare('normalise', 'NFKC and regular expressions', {
  'NFKC and regular expressions': (text) => chain(text).length,
  'Rasid canonical': (text) => canonical(text).text.length,
});
await compare('normalise and tokenise', 'NFKC and regular expressions, word pattern', {
  'NFKC and regular expressions, word pattern': (text) => chain(text).match(wordPattern)?.length,
  'NFKC and regular expressions, Intl.Segmenter': (text) => count(segmenter.segment(chain(text))),
  'Rasid tokenize (tokens with offsets, word and key)': (text) => tokenize(text).length,
  'Rasid without tokens (empty phrase list)': (
    (matcher) => (text) =>
      matcher.findInText(text).length
  )(compilePhrases([])),
});

const list = phrases(20_000);
const folded = list.map(chain);
const node = AhoCorasickNode.builder();
for (const phrase of folded) node.add(phrase);
const nodeMatcher = node.build();
const plain = new AhoCorasick(folded);
const monyone = new MonyoneAhoCorasick(folded);
const modern = new ModernAhoCorasick(folded);
const entries = list.map((phrase, value) => ({ phrase, value }));
const own = compilePhrases(entries);
const withParticles = compilePhrases(entries, { proclitics: true });
await compare('20,000 phrases, normalising included', 'ahocorasick', {
  'aho-corasick-node': (text) => nodeMatcher.match(chain(text)).length,
  ahocorasick: (text) => plain.search(chain(text)).length,
  '@monyone/aho-corasick': (text) => monyone.matchInText(chain(text)).length,
  'modern-ahocorasick': (text) => modern.search(chain(text)).length,
  'Rasid findInText': (text) => own.findInText(text).length,
  'Rasid findInText, particles taken off': (text) => withParticles.findInText(text).length,
  'Rasid tokenize and find': (text) => own.find(tokenize(text)).length,
});

const published = { publishedAt: '2025-12-03T09:00:00Z', timeZone: 'Asia/Damascus' };
const tokens = new Map(texts.map((text) => [text, tokenize(text)]));
await compare('readers of tokens', 'Rasid tokenize', {
  'Rasid tokenize': (text) => tokenize(text).length,
  sentences: (text) => splitSentences(text, tokens.get(text)).length,
  numbers: (text) => findNumbers(text, tokens.get(text)).length,
  dates: (text) => findDates(text, tokens.get(text), published).length,
});

async function compare(title, peer, readers) {
  const times = Object.fromEntries(Object.keys(readers).map((name) => [name, []]));
  for (let round = 0; round < 12; round++)
    for (const [name, read] of Object.entries(readers)) {
      const before = process.cpuUsage();
      for (const text of texts) read(text);
      const { user, system } = process.cpuUsage(before);
      if (round >= 3) times[name].push((user + system) / 1e6); // the first three warm up
    }
  const speed = (name) => megabytes / times[name].sort((a, b) => a - b)[4];
  console.log(`\n${title}`);
  for (const name of Object.keys(readers)) {
    const hits = texts.reduce((sum, text) => sum + (readers[name](text) ?? 0), 0) / texts.length;
    const ratio = (speed(name) / speed(peer)).toFixed(1);
    console.log(
      `  ${name.padEnd(52)} ${speed(name).toFixed(1).padStart(7)} MB/s  ${ratio.padStart(6)} x  ${hits.toFixed(0)} found each`,
    );
  }
}
