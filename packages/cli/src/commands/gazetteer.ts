import type { Command } from 'commander';
import { UsageError } from '../usage.ts';

type Options = { country?: string };

/** Places of the user's own. */
export function registerGazetteer(program: Command): void {
  program
    .command('gazetteer')
    .description('the places that are known')
    .command('import <file>')
    .description(
      'merge places of your own: a GeoNames dump or lines of {name, country, kind?, admin1?, lat?, lon?, aliases? …}',
    )
    .option('--country <codes>', 'only these countries, as SY,IQ')
    .action(async (file: string, options: Options) => {
      if (file === '-') throw new UsageError('Name a file: a dump is read twice');
      const { ownPlacesFile } = await import('@rasid/extractor');
      const { importPlaces } = await import('../import-places.ts');
      const only = options.country?.split(',').map((code) => code.trim().toUpperCase());
      const target = ownPlacesFile(process.env);
      const { read, kept, replaced, withoutUnit, problems } = await importPlaces(file, target, only);
      for (const problem of problems) process.stderr.write(`rasid: ${problem}\n`);
      process.stdout.write(
        `${read} lines read, ${kept} places in ${target} (${replaced} replaced, ${withoutUnit} without a first-level unit)\n`,
      );
      if (problems.length > 0) process.exitCode = 1;
    });
}
