export { CatalogueError, loadCatalogue, loadSources, ownCatalogueFile, parseCatalogue } from './load.ts';
export { fromOpml, toOpml } from './opml.ts';
export {
  blankRhythm,
  expectedItems,
  forecast,
  hourlyRates,
  learn,
  meanRate,
  type Rhythm,
  type Sighting,
} from './rhythm.ts';
export { Catalogue, Source } from './schema.ts';
