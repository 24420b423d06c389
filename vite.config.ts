import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';

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
		projects: [
			{
				extends: true,
				test: {
					name: 'unit',
					environment: 'node',
					include: ['test/**/*.test.ts'],
					exclude: ['test/browser/**'],
					testTimeout: 60_000,
					hookTimeout: 60_000
				}
			}
		]
	}
});
