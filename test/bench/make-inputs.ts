import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { utils, write } from '@e965/xlsx';
import { productCatalogue } from '#lib/catalogue/load-catalogue.ts';

/** The files that the benchmark feeds to the app, and their sizes in rows. */
export interface Inputs {
	/** A unit list of a root and 50 000 units below it. */
	units: string;
	/** The long layout: one figure a row, 1 000 000 rows. */
	csv: string;
	/** A tidy sheet B6: 50 000 rows of 20 columns. */
	xlsx: string;
}

const UNITS = 50_000;
const PERIOD = '2024-Q4';

/** Writes the inputs into the folder where they are not there yet; the same bytes every time. */
export async function makeInputs(folder: string): Promise<Inputs> {
	await mkdir(folder, { recursive: true });
	const inputs: Inputs = {
		units: join(folder, 'units.csv'),
		csv: join(folder, 'long.csv'),
		xlsx: join(folder, 'tidy.xlsx')
	};
	await writeOnce(inputs.units, unitList);
	await writeOnce(inputs.csv, longCsv);
	await writeOnce(inputs.xlsx, tidyBook);
	return inputs;
}

async function writeOnce(path: string, make: () => string | Uint8Array): Promise<void> {
	if (!existsSync(path)) await writeFile(path, make());
}

function codeOf(place: number): string {
	return `BM-${String(place + 1).padStart(5, '0')}`;
}

function places(): number[] {
	return Array.from({ length: UNITS }, (_, place) => place);
}

function unitList(): string {
	const head = 'ma_don_vi,ten_don_vi,loai,cap,ma_cap_tren,hieu_luc_tu,hieu_luc_den';
	const root = 'BM,Đảng bộ thành phố Thước Đo,Thành phố,tinh,,2020-01-01,';
	const units = places().map(
		(place) => `${codeOf(place)},Đảng bộ cơ sở số ${place + 1},Cơ quan,xa,BM,2020-01-01,`
	);
	return `${[head, root, ...units].join('\n')}\n`;
}

/** Every measure of B6, whole before part, with a figure that passes the checks. */
function figures(place: number): number[] {
	return measures().map((_, at) => {
		const whole = 10 + ((place * 7 + (at >> 1) * 13) % 90);
		return at % 2 === 0 ? whole : whole - (place % 10);
	});
}

function measures(): { id: string; header: string }[] {
	return productCatalogue().templates.find(({ id }) => id === 'B6')?.measures ?? [];
}

/** Twenty figures a unit: those of B6, and two of B7. */
function longCsv(): string {
	const ids = [...measures().map(({ id }) => id), 'b7.tcd', 'b7.tcd_qc'];
	const lines = ['ma_don_vi,ky,ma_so_lieu,gia_tri'];
	for (const place of places()) {
		const values = [...figures(place), 12, 11];
		ids.forEach((id, at) => lines.push(`${codeOf(place)},${PERIOD},${id},${values[at]}`));
	}
	return `${lines.join('\n')}\n`;
}

function tidyBook(): Uint8Array {
	const header = ['STT', 'Mã đơn vị', ...measures().map((measure) => measure.header)];
	const rows = places().map((place) => [place + 1, codeOf(place), ...figures(place)]);
	const sheet = utils.aoa_to_sheet([['Kỳ báo cáo: Quý IV/2024'], header, ...rows]);
	const book = utils.book_new(sheet, 'Biểu 6');
	return new Uint8Array(write(book, { type: 'array', compression: true }) as ArrayBuffer);
}
