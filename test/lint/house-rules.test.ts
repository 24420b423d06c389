import { ESLint } from 'eslint';
import { describe, expect, test } from 'vitest';

const eslint = new ESLint({
	// The types of a text that is in no project are not known: those rules have no say here.
	overrideConfig: [{ languageOptions: { parserOptions: { projectService: false } } }],
	ruleFilter: ({ ruleId }) => !ruleId.startsWith('@typescript-eslint/')
});

async function complaints(filePath: string, text: string): Promise<string[]> {
	const results = await eslint.lintText(text, { filePath });
	return results.flatMap(({ messages }) => messages.map(({ message }) => message));
}

describe('who may import whom', () => {
	test.each([
		['src/lib/base/period.ts', "import '#lib/units/unit.ts';", 'base may not import units'],
		['src/lib/ingest/draft.ts', "import '#lib/store/store.ts';", 'ingest may not import store'],
		['src/lib/store/store.ts', "import '#lib/ingest/draft.ts';", 'store may not import ingest'],
		['src/lib/engine/boot.ts', "import '#lib/rollup/totals.ts';", 'engine may not import rollup'],
		['src/lib/assess/assess.ts', "import '#lib/rollup/totals.ts';", 'assess may not import rollup'],
		['src/lib/views/gauge.ts', "import '#lib/state/view.ts';", 'views may not import state'],
		[
			'src/lib/views/gauge.ts',
			"import type { T } from '#lib/rollup/t.ts';",
			'may not import rollup'
		],
		['src/routes/+page.ts', "import '#lib/views/gauge.ts';", 'routes may not import views'],
		['src/lib/state/view.ts', "import '#lib/components/A.svelte';", 'may not import components'],
		['scripts/look.ts', "import '#lib/state/view.ts';", 'scripts may not import state'],
		['src/lib/base/period.ts', "import '#scripts/run.mjs';", 'base may not import scripts'],
		['src/lib/base/period.ts', "void import('#lib/units/unit.ts');", 'base may not import units'],
		['src/lib/base/period.ts', "export * from '#lib/units/unit.ts';", 'base may not import units']
	])('%s refuses %s', async (file, text, complaint) => {
		expect(await complaints(file, text)).toContainEqual(expect.stringContaining(complaint));
	});

	test.each([
		['src/lib/store/store.ts', "import 'apache-arrow';", 'store may not run apache-arrow'],
		[
			'src/lib/rollup/t.ts',
			"import '@duckdb/duckdb-wasm';",
			'rollup may not run @duckdb/duckdb-wasm'
		],
		['src/lib/catalogue/c.ts', "import 'papaparse';", 'catalogue may not run papaparse'],
		['src/lib/views/gauge.ts', "import 'echarts/core';", 'views may not run echarts'],
		['src/lib/assess/assess.ts', "import 'svelte';", 'assess may not run svelte'],
		['src/lib/base/period.ts', "import 'node:fs';", 'base may not run node'],
		['src/lib/components/ui/A.svelte', "<script>import '$app/state';</script>", 'may not run $app']
	])('%s refuses the library in %s', async (file, text, complaint) => {
		expect(await complaints(file, text)).toContainEqual(expect.stringContaining(complaint));
	});

	test.each([
		['src/lib/rollup/totals.ts', "import '#lib/engine/columns.ts';"],
		[
			'src/lib/engine/boot.ts',
			"import wasm from '@duckdb/duckdb-wasm/dist/duckdb-eh.wasm?url';void wasm;"
		],
		['src/lib/state/view.svelte.ts', "import '$app/state';"],
		[
			'src/lib/components/gauge/Gauge.svelte',
			"<script>import '#lib/components/ui/Icon.svelte';</script>"
		],
		['src/routes/+layout.svelte', "<script>import '#app.css';</script>"],
		['scripts/thuocdo.ts', "import '#lib/rollup/totals.ts'; import 'node:fs';"],
		['test/rollup/totals.test.ts', "import '#lib/rollup/totals.ts'; import '#scripts/run.mjs';"]
	])('%s may say %s', async (file, text) => {
		expect(await complaints(file, text)).toEqual([]);
	});

	test('components take types alone from units', async () => {
		const file = 'src/lib/components/unit/UnitPicker.svelte';
		const typed = "<script lang='ts'>import type { Unit } from '#lib/units/unit.ts';</script>";
		const run = "<script lang='ts'>import { byCode } from '#lib/units/unit.ts'; byCode();</script>";
		expect(await complaints(file, typed)).not.toContainEqual(expect.stringContaining('may import'));
		expect(await complaints(file, run)).toEqual([
			'The room components may import types alone from units.'
		]);
	});
});

describe('how an import is written', () => {
	test.each([
		[
			'src/lib/assess/assess.ts',
			"import '../base/period.ts';",
			'Write "../base/period.ts" as #lib/'
		],
		['src/lib/assess/assess.ts', "import '$lib/base/period.ts';", 'Write "$lib/base/period.ts" as'],
		['src/lib/assess/assess.ts', "import '#lib/base/period';", 'Name the file and its ending'],
		['src/lib/assess/assess.ts', "import '#lib/assess/range.ts';", 'as ./range.ts']
	])('%s refuses %s', async (file, text, complaint) => {
		expect(await complaints(file, text)).toEqual([expect.stringContaining(complaint)]);
	});
});

describe('what a file is called', () => {
	test.each([
		['src/lib/base/index.ts', 'barrel'],
		['src/lib/base/date-utils.ts', '"utils" names no idea'],
		['src/lib/base/types.ts', '"types" names no idea'],
		['src/lib/components/ui/ThemeManager.svelte', '"Manager" names no idea'],
		['src/lib/base/Period.ts', 'kebab-case'],
		['src/lib/components/ui/icon.svelte', 'PascalCase']
	])('%s is refused', async (file, complaint) => {
		expect(await complaints(file, '')).toEqual([expect.stringContaining(complaint)]);
	});
});

describe('what a room may do', () => {
	test.each([
		['src/lib/assess/pace.ts', 'void new Date();', 'time of day'],
		['src/lib/rollup/totals.ts', 'void Date.now();', 'time of day'],
		['src/lib/ingest/draft.ts', 'void Math.random();', 'Chance'],
		['src/lib/ingest/draft.ts', 'void crypto.randomUUID();', 'Chance'],
		['src/lib/views/rows.ts', 'void (1).toLocaleString();', 'locale'],
		['src/lib/views/rows.ts', "void 'a'.localeCompare('b');", 'locale'],
		['src/lib/views/rows.ts', 'void new Intl.NumberFormat();', 'locale'],
		['src/lib/engine/boot.ts', "void 'SELECT 1';", '*.sql.ts'],
		['src/lib/rollup/totals.ts', 'void `WITH kept AS (SELECT 1) SELECT * FROM kept`;', '*.sql.ts'],
		['scripts/thuocdo.ts', "void 'INSERT INTO totals VALUES (1)';", '*.sql.ts'],
		['src/lib/views/rows.ts', "document.body.innerHTML = '';", 'HTML'],
		['src/lib/components/ui/A.svelte', "{@html 'x'}", '{@html}'],
		['src/lib/base/period.ts', 'export const year = 1;', 'what the caller gets from "year"'],
		['src/lib/base/period.ts', '/** */\nexport const year = 1;', 'what the caller gets'],
		['src/lib/base/period.ts', 'try { year(); } catch {}', 'Empty block']
	])('%s refuses %s', async (file, text, complaint) => {
		expect(await complaints(file, text)).toContainEqual(expect.stringContaining(complaint));
	});

	test.each([
		['src/lib/rollup/totals.sql.ts', "void 'SELECT 1';"],
		['src/lib/engine/boot.ts', "void 'Select a unit';"],
		['src/lib/state/clock.ts', 'void new Date();'],
		['src/lib/assess/pace.ts', 'void new Date(0);'],
		['src/lib/views/rows.ts', "void (1).toLocaleString('vi');"],
		['src/lib/base/period.ts', '/** The first year that is kept. */\nexport const year = 1;']
	])('%s may say %s', async (file, text) => {
		expect(await complaints(file, text)).toEqual([]);
	});
});
