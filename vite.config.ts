import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';

/** The tests of rooms that boot no engine and start no process: nothing of one file's run reaches the next. */
const PURE = [
	'base',
	'catalogue',
	'units',
	'assess',
	'views',
	'store',
	'package',
	'state',
	'export',
	'ingest'
].map((room) => `test/${room}/**/*.test.ts`);

export default defineConfig({
	plugins: [sveltekit()],
	build: { target: 'es2023' },
	worker: { format: 'es' },
	optimizeDeps: {
		exclude: ['@duckdb/duckdb-wasm'],
		include: [
			'apache-arrow',
			'papaparse',
			'hucre/xlsx',
			'echarts/core',
			'echarts/charts',
			'echarts/components',
			'echarts/renderers'
		]
	},
	test: {
		environment: 'node',
		maxWorkers: 2,
		// No test is about time: what is slow on a busy machine is not wrong.
		testTimeout: 300_000,
		hookTimeout: 300_000,
		projects: [
			// Most of the time would go into reading the same modules anew for each of two hundred files.
			{ extends: true, test: { name: 'pure', include: PURE, isolate: false } },
			{
				extends: true,
				test: {
					name: 'engine',
					include: ['test/**/*.test.ts'],
					exclude: ['test/browser/**', ...PURE]
				}
			}
		]
	}
});
