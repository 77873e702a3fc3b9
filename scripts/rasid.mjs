#!/usr/bin/env node
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { bootstrap, root } from './bootstrap.mjs';

// The command line from a clone: installs and builds what is missing, then is the `rasid` command itself.
await bootstrap();
await import(pathToFileURL(join(root, 'packages/cli/dist/main.js')).href);
