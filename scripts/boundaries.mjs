import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { root } from './bootstrap.mjs';

/** Imports go down: a package may use those of lower layers. Every service is of one layer, with the newsroom. */
const layers = [
  ['contracts', 'arabic', 'sources'],
  ['storage', 'feeds', 'article', 'similarity', 'gazetteer', 'actors', 'client'],
  ['runtime', 'events', 'incidents'],
  ['model-events'],
  [...readdirSync(join(root, 'services')), 'newsroom'],
  ['cli'],
];
const layerOf = new Map(layers.flatMap((names, level) => names.map((name) => [name, level])));
const engines = new Set([
  'arabic',
  'feeds',
  'article',
  'similarity',
  'gazetteer',
  'actors',
  'events',
  'incidents',
  'model-events',
]);

/** What an engine must not touch: it is bytes or text in, value out. */
const impure = /^(node:(fs|net|http|https|child_process|worker_threads|dns|tls)|undici|ioredis|bullmq|pino)/;
const maxLines = 300; // docs: house style; a file that wants to grow holds two ideas

/** Reads every import of every package; answers the sentences that say what breaks a rule. */
export function checkBoundaries() {
  const problems = [];
  for (const [folder, name] of packages()) {
    for (const file of sources(join(root, folder, name, 'src'))) {
      const text = readFileSync(file, 'utf8');
      const where = relative(root, file);
      if (text.split('\n').length > maxLines) problems.push(`${where}: over ${maxLines} lines`);
      if (/[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/.test(text))
        problems.push(`${where}: a bidi control character; write it as an escape`);
      for (const [, target] of text.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)) {
        const problem = judge(name, target, file);
        if (problem) problems.push(`${where}: ${problem}`);
      }
    }
  }
  return problems;
}

function judge(name, target, file) {
  const isTest = file.endsWith('.test.ts');
  if (target.startsWith('@rasid/') && !isTest) {
    const other = target.slice('@rasid/'.length);
    if ((layerOf.get(other) ?? 99) >= (layerOf.get(name) ?? -1))
      return `${name} must not import ${other}: imports go down`;
    if (engines.has(name) && !engines.has(other) && other !== 'contracts')
      return `${name} is an engine and must not import ${other}`;
  }
  if (target === 'bullmq' && name !== 'runtime' && name !== 'client' && !isTest)
    return 'only runtime and client know BullMQ';
  if (engines.has(name) && !isTest && impure.test(target) && !file.endsWith('/data.ts'))
    return `${name} is an engine and must not import ${target}`;
  return null;
}

function packages() {
  const folders = ['packages', 'services'].flatMap((folder) =>
    readdirSync(join(root, folder)).map((name) => [folder, name]),
  );
  return [...folders, ['tests', 'newsroom']];
}

function* sources(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* sources(path);
    else if (entry.name.endsWith('.ts')) yield path;
  }
}
