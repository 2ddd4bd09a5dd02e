import { resolve } from 'node:path';

/** Jest runs from here; asking the module where it stands would tie it to one module system. */
export const repositoryRoot = resolve(process.cwd());
