import type { Command } from 'commander';
import { eachLine, optionalText, textOf } from '../jsonl.ts';
import { UsageError } from '../usage.ts';

/** Articles to stories and incidents, in memory. */
export function registerStories(program: Command): void {
  program
    .command('stories')
    .description(
      'which articles are copies or revisions of which, and which tell of the same incident\n(a file is read whole, for later articles can merge incidents; from a pipe each line is answered at once)',
    )
    .option('--jsonl <list>', 'lines of {id, outlet, url, date, title, text} in order of arrival')
    .action(async (options: { jsonl?: string }) => {
      if (options.jsonl === undefined) throw new UsageError('Name a list with --jsonl');
      const { extractEvents } = await import('@rasid/events');
      const { outletNamed } = await import('../outlets.ts');
      const { toTime } = await import('../read-articles.ts');
      const { createStoryReader } = await import('../story-reader.ts');
      const reader = createStoryReader(extractEvents);
      const finish = async (answer: Record<string, unknown>) => ({
        ...answer,
        incidentIds: await reader.incidentsOf(String(answer.id ?? '')),
      });
      await eachLine(
        options.jsonl,
        (input) => {
          const outlet = outletNamed(optionalText(input, 'outlet'));
          return reader.read({
            id: String(input.id ?? ''),
            outlet,
            url: optionalText(input, 'url') ?? '',
            publishedAt: toTime(optionalText(input, 'date'), outlet.timeZone),
            title: optionalText(input, 'title') ?? '',
            text: textOf(input, 'text'),
          });
        },
        options.jsonl === '-' ? {} : { finish },
      );
    });
}
