/** `npm run bench -- [imports] [screens] [RUNS]`: all of them, five runs each, where nothing else is asked for. */
import { benchImports } from './bench-imports.ts';
import { benchScreens } from './bench-screens.ts';

const BENCHES = { imports: benchImports, screens: benchScreens };

const asked = process.argv.slice(2);
const runs = Number(asked.find((word) => /^\d+$/.test(word)) ?? 5);
const named = Object.entries(BENCHES).filter(([name]) => asked.includes(name));
for (const [, bench] of named.length > 0 ? named : Object.entries(BENCHES)) await bench(runs);
