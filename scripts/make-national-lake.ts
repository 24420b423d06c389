/** `npx tsx scripts/make-national-lake.ts --out DIR [--size 0.01] [--years 10]`: the national set as a lake. */
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { productCatalogue } from '#lib/catalogue/load-catalogue.ts';
import { type Columns, int32Column, textColumn } from '#lib/engine/columns.ts';
import { bootNativeEngine } from '#lib/engine/boot-native-engine.ts';
import { encodeColumns } from '#lib/engine/encode-columns.ts';
import { formatLineage } from '#lib/units/format-lineage.ts';
import { formatUnits } from '#lib/units/format-units.ts';
import { nationalMeasures, type ReportedMeasure } from './national/national-measures.ts';
import {
	nationalSize,
	type NationalSize,
	nationalUnits,
	type Reporter
} from './national/national-units.ts';
import { quarterFigures, writeFolders } from './national/national.sql.ts';
import { isMain } from './run.mjs';

/** Makes the lake in the folder, in place of what is there; the same figures every time. Memory is that of a quarter. */
export async function makeNationalLake(folder: string, size: NationalSize): Promise<void> {
	const { units, lineage, reporters } = nationalUnits(size);
	await rm(join(folder, 'figures'), { recursive: true, force: true });
	await mkdir(folder, { recursive: true });
	await writeFile(join(folder, 'units.csv'), formatUnits(units));
	await writeFile(join(folder, 'lineage.csv'), formatLineage(lineage));
	const engine = await bootNativeEngine({ scratch: join(folder, '.scratch') });
	try {
		await engine.load('reporter', [encodeColumns(reporterColumns(reporters))]);
		const measures = nationalMeasures(productCatalogue());
		await engine.load('measure', [encodeColumns(measureColumns(measures))]);
		for (let year = size.years.from; year <= size.years.to; year += 1) {
			for (const quarter of [1, 2, 3, 4]) {
				const isReformed = year > 2025 || (year === 2025 && quarter > 2);
				const figures = quarterFigures({ year, quarter, isReformed });
				await engine.run(writeFolders(join(folder, 'figures'), figures));
			}
		}
	} finally {
		await engine.close();
		await rm(join(folder, '.scratch'), { recursive: true, force: true });
	}
}

function reporterColumns(reporters: readonly Reporter[]): Columns {
	return {
		code: textColumn(reporters.map(({ code }) => code)),
		place: int32Column(reporters.map(({ place }) => place)),
		before: textColumn(reporters.map(({ provinces }) => provinces.before)),
		after: textColumn(reporters.map(({ provinces }) => provinces.after)),
		is_commune: {
			type: 'boolean',
			values: Uint8Array.from(reporters, ({ isCommune }) => (isCommune ? 1 : 0))
		}
	};
}

function measureColumns(measures: readonly ReportedMeasure[]): Columns {
	return {
		id: textColumn(measures.map(({ id }) => id)),
		place: int32Column(measures.map(({ place }) => place)),
		over_time: textColumn(measures.map(({ overTime }) => overTime)),
		share: int32Column(measures.map(({ share }) => share)),
		every: int32Column(measures.map(({ every }) => every))
	};
}

if (isMain(import.meta.url)) {
	const { values } = parseArgs({
		options: { out: { type: 'string' }, size: { type: 'string' }, years: { type: 'string' } }
	});
	if (!values.out) throw new Error('--out DIR is missing');
	const size = nationalSize(Number(values.size ?? 1), Number(values.years ?? 10));
	const begin = performance.now();
	await makeNationalLake(values.out, size);
	const seconds = Math.round((performance.now() - begin) / 1000);
	process.stdout.write(`${JSON.stringify({ ...size, seconds })}\n`);
}
