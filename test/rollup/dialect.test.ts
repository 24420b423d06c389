import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bootNativeEngine } from '#lib/engine/boot-native-engine.ts';
import { createTable } from '#lib/engine/table.sql.ts';
import { productCatalogue } from '#lib/catalogue/load-catalogue.ts';
import { SPARK_ROWS } from '#lib/rollup/dialect.ts';
import { encodeEntries } from '#lib/rollup/encode-entries.ts';
import { keyEntries } from '#lib/rollup/key-entries.ts';
import { makeTables } from '#lib/rollup/make-tables.ts';
import { rollupKeys } from '#lib/rollup/rollup-keys.ts';
import { sparkScript } from '#lib/rollup/spark-script.ts';
import { differingRows, raiseError } from './dialect.sql.ts';
import { reports } from './random-reports.ts';

const numRuns = Number(process.env['RUNS'] ?? 8);
const LONG = 120_000;

test(
	'the rows that Spark is asked for in another way are the same rows',
	async () => {
		const engine = await bootNativeEngine({ threads: 1 });
		const onName = (): void => undefined;
		await engine.run(raiseError());
		await fc.assert(
			fc.asyncProperty(reports, async ({ units, catalogue, submissions }) => {
				const keys = rollupKeys(units, catalogue);
				const encoded = submissions.map(({ sequence, entries }) => ({
					sequence,
					bytes: encodeEntries(entries)
				}));
				const nothing = { sequence: 0, bytes: encodeEntries([]) };
				await engine.load('entry', keyEntries([nothing, ...encoded], keys));
				await makeTables({ engine, units }, keys, { upTo: 'pending_share', onName });
				for (const [name, rows] of Object.entries(SPARK_ROWS)) {
					await engine.run(createTable('asked_otherwise', rows()));
					const differing = differingRows(name, 'asked_otherwise');
					expect(await engine.query(differing, (row) => ({ name, ...row }))).toEqual([]);
				}
			}),
			{ numRuns }
		);
		await engine.close();
	},
	LONG
);

test('the script for Spark has none of the words that DuckDB alone knows', () => {
	const script = sparkScript({
		...{ catalogue: productCatalogue(), lake: 's3a://so-lieu/kho', out: 's3a://so-lieu/ra' }
	});
	expect(script).not.toMatch(
		/ \/\/ |"|HUGEINT|ASOF|RECURSIVE|arg_max|FILTER \((?!WHERE)|ORDER BY ALL/
	);
	expect(script).toContain("path 's3a://so-lieu/kho/figures'");
});

test('an address that would break out of the script is refused', () => {
	const work = { catalogue: productCatalogue(), out: 'file:///ra' };
	for (const lake of ["file:///kho'; DROP", 'file:///k ho', 'file:///kho\\'])
		expect(() => sparkScript({ ...work, lake })).toThrow('cli.bad-address');
});
