import { type Command, Option } from 'commander';
import type { ExtractOptions } from '../read-articles.ts';
import { UsageError } from '../usage.ts';

/** Articles to events. */
export function registerExtract(program: Command): void {
  program
    .command('extract [file]')
    .description(
      'an article as plain text (first line the title if short) to its events; with --jsonl a list',
    )
    .option('--jsonl <list>', 'lines of {id, title, text, date?, outlet?, url?}')
    .addOption(
      new Option('--json', 'the record, or the explanation, instead of the readable view').conflicts('codes'),
    )
    .addOption(
      new Option('--explain', 'which rules fired, which were blocked and why').conflicts(['codes', 'jsonl']),
    )
    .option('--codes <scheme>', 'acled: the events as CSV in the columns of ACLED’s export')
    .option('--bom', 'begin the CSV with a byte order mark, by which Excel knows UTF-8')
    .option(
      '--date <time>',
      'when it was published (ISO 8601): resolves "yesterday"; of a list, where a line has none',
    )
    .option(
      '--engine <name>',
      'rules, llm (RASID_MODEL_URL, RASID_MODEL_NAME) or both; RASID_ENGINE otherwise',
    )
    .action(async (file: string | undefined, options: ExtractOptions) => {
      if (options.codes !== undefined && options.codes !== 'acled')
        throw new UsageError('--codes takes acled');
      if (options.bom && !options.codes) throw new UsageError('--bom goes with --codes');
      if (options.jsonl !== undefined && file !== undefined)
        throw new UsageError('Name a text file or --jsonl with a list, not both');
      if (options.jsonl === undefined && file === undefined)
        throw new UsageError('Name a text file, or --jsonl with a list');
      const { readArticles } = await import('../read-articles.ts'); // engines are loaded only by who reads
      await readArticles(file, options);
    });
}
