import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { productCatalogue } from '#lib/catalogue/load-catalogue.ts';
import { bootNativeEngine } from '#lib/engine/boot-native-engine.ts';
import type { Engine } from '#lib/engine/engine.ts';
import { rollUpLake } from '#lib/rollup/roll-up-lake.ts';
import { makeNationalLake } from '#scripts/make-national-lake.ts';
import { nationalSize, nationalUnits } from '#scripts/national/national-units.ts';
import { comparePlainly } from './compare-plainly.ts';

const SLOW = 120_000;

let folder: string;
let engine: Engine;
beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'thuocdo-national-'));
	engine = await bootNativeEngine({ scratch: join(folder, 'scratch') });
});
afterAll(async () => {
	await engine.close();
	await rm(folder, { recursive: true });
});

test('at full size the national set is 52 000 leaves in 3 400 communes, and 63 provinces that became 34', () => {
	const { units, lineage } = nationalUnits(nationalSize(1));
	const on = (day: string): typeof units =>
		units.filter((it) => it.validFrom <= day && (it.validTo ?? '9999') >= day);
	const count = (day: string, kind: string): number =>
		on(day).filter((it) => it.kind === kind).length;
	expect([count('2025-06-30', 'Tỉnh'), count('2025-07-01', 'Tỉnh')]).toEqual([63, 34]);
	expect([count('2025-06-30', 'Xã'), count('2025-07-01', 'Xã')]).toEqual([3400, 3400]);
	expect(count('2025-07-01', 'Cơ sở')).toBe(52_000);
	expect(lineage).toHaveLength(52);
});

test(
	'the totals of the national set are those of plain sums over its figures, one by one',
	async () => {
		const size = nationalSize(0.0005, 1);
		const lake = join(folder, 'lake');
		await makeNationalLake(lake, size);
		const figures = join(lake, 'figures', '**', '*.parquet');
		const catalogue = productCatalogue();
		const { aside } = await rollUpLake({
			...{ engine, units: nationalUnits(size).units, catalogue, figures },
			partPath: (part) => join(folder, `part-${part}.parquet`)
		});
		expect(aside).toEqual([]);
		const compared = await comparePlainly(engine, catalogue, {
			figures,
			totals: join(folder, 'part-*.parquet')
		});
		expect(compared).toEqual({ totals: expect.any(Number) as number, differing: 0 });
		expect(compared.totals).toBeGreaterThan(3000);
	},
	SLOW
);
