// Writes data/word-weights.tsv from lists of articles ({title, text} a line). Build first.
// usage: node scripts/count-words.mjs LIST.jsonl...
import { readFileSync, writeFileSync } from 'node:fs';
import { spelledStems } from '../dist/words.js';

const leastArticles = 0.004; // rarer stems are all worth the same: see src/word-weights.ts
const counts = new Map();
let articles = 0;
for (const file of process.argv.slice(2)) {
  for (const line of readFileSync(file, 'utf8').split('\n').filter(Boolean)) {
    const { title = '', text = '' } = JSON.parse(line);
    articles++;
    for (const stem of new Set([...spelledStems(title), ...spelledStems(text.slice(0, 320))]))
      if (!stem.startsWith('#')) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  }
}
const lines = [...counts]
  .filter(([, count]) => count >= articles * leastArticles)
  .map(([stem, count]) => `${stem}\t${Math.log(articles / count).toFixed(1)}`)
  .sort();
writeFileSync(
  new URL('../data/word-weights.tsv', import.meta.url),
  `# stem, -ln(share of articles whose title or lead holds it); of ${articles} articles\n${lines.join('\n')}\n`,
);
