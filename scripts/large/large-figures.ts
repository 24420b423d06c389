import type { Measure } from '#lib/catalogue/catalogue.ts';
import { productCatalogue } from '#lib/catalogue/load-catalogue.ts';
import type { Period } from '#lib/base/period.ts';

/** The large sets are figures of these measures: the sheet B6, and two of B5 that a headline target stands on. */
export function largeMeasures(): Measure[] {
	const { templates } = productCatalogue();
	const measures = templates.flatMap((template) => template.measures);
	return measures.filter(({ id }) => id.startsWith('b6.') || HEADLINE.includes(id)).sort(bySheet);
}

const HEADLINE = ['b5.qh_tong', 'b5.qh_nu'];

/** B6 first, each sheet in its order. */
function bySheet(a: Measure, b: Measure): number {
	return Number(HEADLINE.includes(a.id)) - Number(HEADLINE.includes(b.id));
}

const DISTRICTS = 64;
const ROOT = 'BM';

/** The code of a unit that reports, by its place from 0. */
export function unitCode(place: number): string {
	return `${districtCode(place)}-${String(place + 1).padStart(5, '0')}`;
}

/** The code of the district that the unit at the place lies in. */
function districtCode(place: number): string {
	return `${ROOT}-H${String((place % DISTRICTS) + 1).padStart(2, '0')}`;
}

/** A unit list as a file of it has it: a root, 64 districts and so many units below them. */
export function largeUnitList(units: number): string {
	const head = 'ma_don_vi,ten_don_vi,loai,cap,ma_cap_tren,hieu_luc_tu,hieu_luc_den';
	const root = `${ROOT},Đảng bộ tỉnh Thước Đo,Tỉnh,tinh,,2000-01-01,`;
	const districts = places(Math.min(DISTRICTS, units)).map(
		(place) =>
			`${districtCode(place)},Đảng bộ huyện số ${place + 1},Huyện,huyen,${ROOT},2000-01-01,`
	);
	const wards = places(units).map(
		(place) =>
			`${unitCode(place)},Đảng bộ xã số ${place + 1},Xã,xa,${districtCode(place)},2000-01-01,`
	);
	return `${[head, root, ...districts, ...wards].join('\n')}\n`;
}

/** The quarter that lies so many before the last of 2024: 0 is 2024-Q4. */
export function quarterBefore(count: number): Period {
	const last = 2024 * 4 + 3 - count;
	return `${Math.floor(last / 4)}-Q${(last % 4) + 1}` as Period;
}

/**
 * What the unit says of the measure in a quarter: an even measure counts a whole, the odd one after it a part of it;
 * cumulative ones grow through the year. They pass the checks, and no two quarters of a unit are alike.
 */
export function largeFigure(
	{ place, at }: { place: number; at: number },
	{ overTime }: Pick<Measure, 'overTime'>,
	period: Period
): number {
	const moment = Number(period.slice(0, 4)) * 4 + Number(period.slice(-1)) - 1;
	const isPart = at % 2 === 1;
	const quarters = overTime === 'end' ? [moment] : places((moment % 4) + 1).map((q) => moment - q);
	return quarters.reduce((sum, quarter) => sum + countedIn(quarter, { place, at, isPart }), 0);
}

/** Around a size of the unit's own, within a few per cent of it, and another count each quarter. */
function countedIn(
	moment: number,
	{ place, at, isPart }: { place: number; at: number; isPart: boolean }
): number {
	const pair = at >> 1;
	const size = 150 + (noise(place, pair) % 800);
	const more = noise(place * 31 + pair, moment) % Math.ceil(size / 25);
	const whole = size + more + (moment % 4);
	return isPart ? whole - 1 - (moment % 3) - (noise(place, at * 977 + moment) % 4) : whole;
}

/** A number that looks like chance and is the same every time. */
function noise(a: number, b: number): number {
	let mixed = Math.imul(a + 0x9e37, 0x85ebca6b) ^ Math.imul(b + 0x79b9, 0xc2b2ae35);
	mixed = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d);
	return (mixed ^ (mixed >>> 13)) >>> 0;
}

/** The numbers from 0 up. */
export function places(count: number): number[] {
	return Array.from({ length: count }, (_, place) => place);
}
