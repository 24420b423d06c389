import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import typescript from 'typescript-eslint';
import { exportSentence } from './scripts/lint/export-sentence.mjs';
import { fileName } from './scripts/lint/file-name.mjs';
import { importTable } from './scripts/lint/import-table.mjs';
import { sqlPlace } from './scripts/lint/sql-place.mjs';
import svelteConfig from './svelte.config.js';

/** The editor of the workbench, fetched when that page is opened. */
const CODE_EDITOR = ['autocomplete', 'commands', 'lang-sql', 'language', 'state', 'view'].map(
	(part) => `@codemirror/${part}`
);

/**
 * WHO MAY IMPORT WHOM. A figure travels down this table; no room reaches up.
 *
 * @type {Record<string, import('./scripts/lint/import-table.mjs').Room>}
 */
const ROOMS = {
	base: { rooms: [], libraries: [] },
	catalogue: { rooms: ['base'], libraries: ['valibot'] },
	units: { rooms: ['base'], libraries: ['valibot'] },
	ingest: {
		rooms: ['base', 'catalogue', 'units'],
		libraries: ['papaparse', 'hyparquet', 'hyparquet-compressors', '@e965/xlsx']
	},
	store: { rooms: ['base', 'catalogue'], libraries: [] },
	engine: {
		rooms: ['base'],
		libraries: ['@duckdb/duckdb-wasm', '@duckdb/node-api', 'apache-arrow']
	},
	rollup: { rooms: ['base', 'catalogue', 'units', 'engine'], libraries: [] },
	package: {
		rooms: ['base', 'catalogue', 'units', 'ingest', 'store', 'engine', 'rollup'],
		libraries: ['fflate', 'hyparquet', 'hyparquet-compressors', 'hyparquet-writer']
	},
	assess: { rooms: ['base', 'catalogue'], libraries: [] },
	views: { rooms: ['base', 'catalogue', 'units', 'assess'], libraries: [] },
	export: {
		rooms: ['base', 'catalogue', 'views'],
		libraries: ['docx', 'echarts', 'fflate', 'hucre', 'hyparquet-writer']
	},
	state: {
		rooms: [
			...['base', 'catalogue', 'units', 'ingest', 'store', 'engine', 'rollup', 'assess', 'views'],
			...['export', 'package']
		],
		libraries: ['svelte', '$app', 'fflate']
	},
	components: {
		rooms: ['base', 'catalogue', 'views', 'state'],
		types: ['units'],
		libraries: ['svelte', 'echarts', ...CODE_EDITOR]
	},
	routes: {
		rooms: ['base', 'state', 'components'],
		libraries: ['svelte', '@sveltejs/kit', '$app', '@fontsource-variable/inter']
	},
	scripts: {
		rooms: [
			...['base', 'catalogue', 'units', 'ingest', 'store', 'engine', 'rollup', 'assess', 'views'],
			...['export', 'package']
		],
		libraries: 'any'
	}
};

/** The same input gives the same answer, on every machine and on every day. */
const CLOCKLESS_ROOMS = ['base', 'catalogue', 'units', 'ingest', 'rollup', 'assess', 'views'];
const NO_CLOCK_NO_DICE_NO_PLACE = [
	{
		selector:
			':matches(NewExpression[callee.name="Date"][arguments.length=0], CallExpression[callee.name="Date"], MemberExpression[object.name="Date"][property.name="now"], MemberExpression[object.name="performance"][property.name="now"])',
		message: 'The time of day is an argument.'
	},
	{
		selector:
			':matches(MemberExpression[object.name="Math"][property.name="random"], MemberExpression[object.name="crypto"])',
		message: 'Chance and new ids are arguments.'
	},
	{
		selector:
			':matches(CallExpression[callee.property.name=/^toLocale/][arguments.length=0], CallExpression[callee.property.name="localeCompare"][arguments.length<2], :matches(NewExpression, CallExpression)[callee.object.name="Intl"][arguments.length=0])',
		message: 'The locale is an argument.'
	}
];

/** The text of a cell is never HTML. */
const NO_HTML = {
	selector:
		':matches(AssignmentExpression > MemberExpression.left[property.name=/^(inner|outer)HTML$/], CallExpression[callee.property.name=/^(insertAdjacentHTML|setHTMLUnsafe|createContextualFragment)$/])',
	message: 'Text from a file must never become HTML.'
};

const house = {
	rules: {
		'export-sentence': exportSentence,
		'file-name': fileName,
		'import-table': importTable,
		'sql-place': sqlPlace
	}
};

export default typescript.config(
	{ ignores: ['.cache/', '.svelte-kit/', 'build/', 'test/fixtures/'] },
	js.configs.recommended,
	typescript.configs.strict,
	svelte.configs.recommended,
	svelte.configs.prettier,
	{
		languageOptions: { globals: { ...globals.browser, ...globals.node } },
		linterOptions: { reportUnusedDisableDirectives: 'error' },
		plugins: { house },
		rules: {
			'house/file-name': 'error',
			'house/import-table': ['error', ROOMS],
			'no-undef': 'off',
			'no-console': 'error',
			'no-eval': 'error',
			'no-implied-eval': 'error',
			'no-new-func': 'error',
			'no-param-reassign': ['error', { props: true }],
			'prefer-const': 'error',
			eqeqeq: 'error',
			'max-lines': ['error', 300],
			'max-lines-per-function': ['error', 60],
			'no-restricted-syntax': ['error', NO_HTML],
			'@typescript-eslint/consistent-type-imports': 'error',
			'@typescript-eslint/no-explicit-any': 'error',
			'@typescript-eslint/no-unused-vars': [
				'error',
				{ argsIgnorePattern: '^_', varsIgnorePattern: '^_' }
			]
		}
	},
	{
		files: ['{src,scripts,test}/**/*.ts'],
		languageOptions: {
			parserOptions: { projectService: true, extraFileExtensions: ['.svelte'] }
		},
		rules: {
			'@typescript-eslint/await-thenable': 'error',
			'@typescript-eslint/no-deprecated': 'error',
			'@typescript-eslint/no-floating-promises': 'error',
			'@typescript-eslint/no-misused-promises': 'error',
			'@typescript-eslint/no-unnecessary-condition': 'error',
			'@typescript-eslint/no-unsafe-argument': 'error',
			'@typescript-eslint/no-unsafe-assignment': 'error',
			'@typescript-eslint/no-unsafe-member-access': 'error',
			'@typescript-eslint/no-unsafe-return': 'error',
			'@typescript-eslint/only-throw-error': 'error',
			'@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
			'@typescript-eslint/switch-exhaustiveness-check': 'error'
		}
	},
	{
		files: ['**/*.svelte', '**/*.svelte.ts'],
		languageOptions: {
			parserOptions: {
				parser: typescript.parser,
				extraFileExtensions: ['.svelte'],
				svelteConfig
			}
		},
		rules: {
			'svelte/no-at-html-tags': 'error',
			// What a component is handed stands in one declaration, where only what is bound may change.
			'prefer-const': ['error', { destructuring: 'all' }],
			// State is replaced, never mutated: a plain Map, Set or Date serves.
			'svelte/prefer-svelte-reactivity': 'off'
		}
	},
	{
		files: ['src/**'],
		// Every address of the app is made in state/, which components may import and $app not.
		rules: { 'svelte/no-navigation-without-resolve': 'off' }
	},
	{
		files: ['src/**/*.ts', 'scripts/**/*.ts'],
		rules: { 'house/sql-place': 'error' }
	},
	{
		files: ['src/lib/**/*.ts'],
		rules: {
			'house/export-sentence': 'error',
			'max-params': ['error', 3],
			'@typescript-eslint/explicit-module-boundary-types': 'error'
		}
	},
	{
		files: CLOCKLESS_ROOMS.map((room) => `src/lib/${room}/**`),
		rules: { 'no-restricted-syntax': ['error', NO_HTML, ...NO_CLOCK_NO_DICE_NO_PLACE] }
	},
	{
		files: ['src/lib/ingest/**'],
		// Telling text from binary is looking for control characters.
		rules: { 'no-control-regex': 'off' }
	},
	{
		files: ['scripts/**', '*.js', '*.ts'],
		rules: { 'no-console': 'off' }
	},
	{
		files: ['scripts/**/*.mjs', '*.js'],
		// Plain JavaScript is typed by its JSDoc, where `any` is the only name for a foreign tree.
		rules: { '@typescript-eslint/no-explicit-any': 'off' }
	},
	{
		files: ['test/**'],
		rules: {
			'max-lines-per-function': 'off',
			'@typescript-eslint/no-non-null-assertion': 'off'
		}
	}
);
