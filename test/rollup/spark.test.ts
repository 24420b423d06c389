import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { productCatalogue } from '#lib/catalogue/load-catalogue.ts';
import { bootNativeEngine } from '#lib/engine/boot-native-engine.ts';
import type { Engine } from '#lib/engine/engine.ts';
import { parquetRows } from '#lib/engine/parquet.sql.ts';
import { createView } from '#lib/engine/table.sql.ts';
import { rollUpLake } from '#lib/rollup/roll-up-lake.ts';
import { runSpark } from '#scripts/commands/run-spark.ts';
import { findSpark, NO_SPARK } from '#scripts/install-spark.mjs';
import { makeNationalLake } from '#scripts/make-national-lake.ts';
import { nationalSize, nationalUnits } from '#scripts/national/national-units.ts';
import { differingTotals } from './differing-totals.sql.ts';

/** A cluster of two workers of their own memory with SPARK_CLUSTER=1; else one thread, which starts in half the time. */
const isCluster = process.env['SPARK_CLUSTER'] === '1';
const master = isCluster ? 'local-cluster[2,1,1024]' : 'local[1]';
const SIZE = isCluster ? nationalSize(0.002, 3) : nationalSize(0.0003, 1);
/** What makes a start short; a real cluster needs none of it. */
const SETTINGS = [
	'spark.ui.enabled=false',
	'spark.sql.shuffle.partitions=2',
	'spark.sql.codegen.wholeStage=false',
	'spark.driver.extraJavaOptions=-XX:TieredStopAtLevel=1',
	'spark.executor.extraJavaOptions=-XX:TieredStopAtLevel=1',
	'spark.driver.host=127.0.0.1',
	'spark.network.timeout=1200s'
];
const SLOW = 1_800_000;

const spark = findSpark();
if (!spark) process.stderr.write(`${NO_SPARK}\n`);

let folder: string;
let engine: Engine;
beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'thuocdo-spark-test-'));
	engine = await bootNativeEngine({ scratch: join(folder, 'scratch') });
});
afterAll(async () => {
	await engine.close();
	await rm(folder, { recursive: true });
});

test.skipIf(!spark)(
	`Spark (${master}) gives the totals that DuckDB gives, row by row`,
	async () => {
		const [lake, out] = [join(folder, 'lake'), join(folder, 'out')];
		await makeNationalLake(lake, SIZE);
		const { units } = nationalUnits(SIZE);
		const catalogue = productCatalogue();
		const rolledUp = await rollUpLake({
			...{ engine, units, catalogue, figures: join(lake, 'figures', '**', '*.parquet') },
			partPath: (part) => join(folder, `part-${part}.parquet`)
		});
		process.env['SPARK_HOME'] = spark;
		await runSpark({
			...{ catalogue, master, settings: SETTINGS },
			...{ lake: `file://${lake}`, out: `file://${out}` }
		});
		await engine.run(createView('by_duckdb', parquetRows(join(folder, 'part-*.parquet'))));
		await engine.run(createView('by_spark', parquetRows(join(out, 'totals', '*.parquet'))));
		const [found] = await engine.query(differingTotals(), (row) => row);
		const { keys, periods } = rolledUp;
		expect(found).toEqual({
			rows: expect.any(BigInt) as bigint,
			with_figures: expect.any(BigInt) as bigint,
			only_duckdb: 0n,
			only_spark: 0n
		});
		expect(Number(found?.['rows'])).toBeGreaterThan(
			(keys.units.length * periods * keys.indicators.length) / 2
		);
		expect(Number(found?.['with_figures'])).toBeGreaterThan(1000);
	},
	SLOW
);
