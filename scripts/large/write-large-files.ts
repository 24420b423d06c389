import { existsSync } from 'node:fs';
import { mkdir, open, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { utils, write } from '@e965/xlsx';
import { asParquetFile } from './as-parquet-file.sql.ts';
import {
	largeFigure,
	largeMeasures,
	largeUnitList,
	places,
	quarterBefore,
	unitCode
} from './large-figures.ts';

/** How large a set is: so many units report 20 figures in each of so many quarters. */
export interface LargeSize {
	units: number;
	quarters: number;
}

/** The sets by the number of their rows. */
export const SIZES = {
	'10k': { units: 125, quarters: 4 },
	'100k': { units: 625, quarters: 8 },
	'1m': { units: 3125, quarters: 16 },
	'4m': { units: 3125, quarters: 64 }
} satisfies Record<string, LargeSize>;

/** The name of a set. */
export type LargeName = keyof typeof SIZES;

/** The name of a unit list: that of a set, or of the tidy sheet. */
export type LargeUnits = LargeName | 'tidy';

/** The names of the sets, the smallest first. */
export const LARGE_NAMES = Object.keys(SIZES) as LargeName[];

const TIDY_ROWS = 50_000;

/** Where the large files lie, each made when it is first asked for; the same bytes every time. */
export interface LargeFiles {
	/** The unit list of a set. */
	units(name: LargeUnits): Promise<string>;
	/** The long layout: one figure a row. */
	csv(name: LargeName): Promise<string>;
	/** The same as Parquet, zstd. */
	parquet(name: LargeName): Promise<string>;
	/** A tidy sheet B6 of 50 000 rows and 20 columns. */
	xlsx(): Promise<string>;
}

/** The large files in that folder. */
export function largeFiles(folder: string): LargeFiles {
	const once = async (name: string, make: (path: string) => Promise<void>): Promise<string> => {
		const path = join(folder, name);
		if (existsSync(path)) return path;
		await mkdir(folder, { recursive: true });
		await make(`${path}.part`);
		await rename(`${path}.part`, path);
		return path;
	};
	const files: LargeFiles = {
		units: (name) =>
			once(`units-${name}.csv`, (path) =>
				writeFile(path, largeUnitList(name === 'tidy' ? TIDY_ROWS : SIZES[name].units))
			),
		csv: (name) => once(`long-${name}.csv`, (path) => writeLongCsv(path, SIZES[name])),
		parquet: (name) =>
			once(`long-${name}.parquet`, async (path) => asParquet(await files.csv(name), path)),
		xlsx: () => once('tidy.xlsx', (path) => writeFile(path, tidyBook()))
	};
	return files;
}

/** By quarter, the oldest first, then unit, then measure. */
async function writeLongCsv(path: string, { units, quarters }: LargeSize): Promise<void> {
	const measures = largeMeasures();
	const file = await open(path, 'w');
	await file.write('ma_don_vi,ky,ma_so_lieu,gia_tri\n');
	for (let before = quarters - 1; before >= 0; before--) {
		const period = quarterBefore(before);
		const lines = places(units).flatMap((place) =>
			measures.map((measure, at) => {
				const figure = largeFigure({ place, at }, measure, period);
				return `${unitCode(place)},${period},${measure.id},${figure}\n`;
			})
		);
		await file.write(lines.join(''));
	}
	await file.close();
}

async function asParquet(csv: string, path: string): Promise<void> {
	const instance = await DuckDBInstance.create(':memory:', { threads: '1' });
	const connection = await instance.connect();
	await connection.run(asParquetFile(csv, path).text);
	connection.closeSync();
	instance.closeSync();
}

function tidyBook(): Uint8Array {
	const measures = largeMeasures().slice(0, 18);
	const period = quarterBefore(0);
	const header = ['STT', 'Mã đơn vị', ...measures.map((measure) => measure.header)];
	const rows = places(TIDY_ROWS).map((place) => [
		place + 1,
		unitCode(place),
		...measures.map((measure, at) => largeFigure({ place, at }, measure, period))
	]);
	const sheet = utils.aoa_to_sheet([['Kỳ báo cáo: Quý IV/2024'], header, ...rows]);
	const book = utils.book_new(sheet, 'Biểu 6');
	return new Uint8Array(write(book, { type: 'array', compression: true }) as ArrayBuffer);
}
