import { sveltekit } from '@sveltejs/kit/vite';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

/** The sheets and lists of the sample city, which a published site of others has no use for. */
const SAMPLE = /\/data\/(?:samples|units)\/[^/]+\.csv/;

/** Lists in the build which of its files hold the sample city, for scripts/finish-site.mjs. */
const listSampleFiles: Plugin = {
	name: 'list-sample-files',
	applyToEnvironment: ({ name }) => name === 'client',
	generateBundle(_, bundle) {
		const chunks = Object.values(bundle).filter((each) => each.type === 'chunk');
		const names = chunks
			.filter(({ moduleIds }) => moduleIds.some((id) => SAMPLE.test(id)))
			.map(({ fileName }) => fileName);
		const source = JSON.stringify(names);
		this.emitFile({ type: 'asset', fileName: 'sample-files.json', source });
	}
};

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
	plugins: [sveltekit(), listSampleFiles],
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
