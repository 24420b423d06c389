import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { AppError } from '#lib/base/app-error.ts';
import type { Cell, Grid } from '#lib/ingest/grid.ts';
import { readFile } from '#lib/ingest/read-file.ts';

const FILES = new URL('../fixtures/files/', import.meta.url);
const SECONDS = 5;

/** What a file comes to: the rows of its only grid, its grids with all that they tell, or a refusal. */
type Expected = Cell[][] | { grids: Grid[] } | { error: string; params?: Record<string, unknown> };

describe('a file of test/fixtures/files', () => {
	const names = readdirSync(FILES).filter((name) => !name.endsWith('.expected.json'));

	it.each(names)(
		'%s is read or refused as expected',
		async (name) => {
			expect(await outcomeOf(name)).toEqual(readExpected(name));
		},
		SECONDS * 1000
	);
});

async function outcomeOf(name: string): Promise<Expected> {
	try {
		const bytes = new Uint8Array(readFileSync(new URL(name, FILES)));
		const grids = (await readFile({ name, bytes })).map(withPlainNumbers);
		const [grid] = grids;
		return grid && Object.keys(grid).join() === 'rows' ? grid.rows : { grids };
	} catch (cause) {
		if (!(cause instanceof AppError)) throw cause;
		const { file: _, ...params } = cause.params;
		return { error: cause.code, ...(Object.keys(params).length > 0 && { params }) };
	}
}

/** JSON knows no large integers. */
function withPlainNumbers(grid: Grid): Grid {
	const plain = (cell: Cell): Cell => (typeof cell === 'bigint' ? Number(cell) : cell);
	return { ...grid, rows: grid.rows.map((row) => row.map(plain)) };
}

function readExpected(name: string): Expected {
	const url = new URL(`${name}.expected.json`, FILES);
	return JSON.parse(readFileSync(url, 'utf8')) as Expected;
}
