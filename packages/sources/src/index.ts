export { CatalogueError, loadCatalogue, loadSources, ownCatalogueFile, parseCatalogue } from './load.ts';
export { fromOpml, toOpml } from './opml.ts';
export { Catalogue, Source } from './schema.ts';
