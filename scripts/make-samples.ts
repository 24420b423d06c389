/**
 * Writes data/samples: the quarterly sheets that the analysts of the invented city would send, 2022 to 2025, as CSV in
 * the layout of the templates. The same run always writes the same files.
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import Papa from 'papaparse';
import { toDecimal, formatInteger, localizeDecimal } from '#lib/base/format-number.ts';
import { lastDayOf } from '#lib/base/period.ts';
import type { PercentColumn, Template } from '#lib/catalogue/catalogue.ts';
import { columnSheetsOf } from '#lib/catalogue/find-in-catalogue.ts';
import { productCatalogueWhole } from '#lib/catalogue/load-catalogue.ts';
import { readUnits } from '#lib/units/read-units.ts';
import type { Unit } from '#lib/units/unit.ts';
import { type Figures, type Moment, inventFigures, natureOf } from './samples/invent-figures.ts';
import { inventProgress, progressCells } from './samples/invent-progress.ts';

const FOLDER = 'data/samples';
const YEARS = [2022, 2023, 2024, 2025];
const QUARTERS = ['I', 'II', 'III', 'IV'];
/** The quarter from which on the city keeps B8. */
const FIRST_PROGRESS = '2023-Q4';
const PROGRESS_HEADERS = [
	...['STT', 'Mã chỉ tiêu', 'Nội dung', 'Đơn vị', 'Kỳ', 'Kế hoạch/ chỉ tiêu', 'Thực hiện', 'ĐVT'],
	...['Trạng thái', 'Ngày nộp/ hoàn thành', 'Số, ký hiệu văn bản', 'Ghi chú']
];
const YEARLY_SHEETS = ['B5'];
/** Reports that never came, as `unit sheet period`: a sample without gaps would hide how they are shown. */
const NOT_SENT = new Set([
	'MH-707 B3 2024-Q3',
	'MH-403 B3 2024-Q4',
	'MH-814 B7 2025-Q4',
	'MH-809 B6 2025-Q4'
]);
const ONE_A_UNIT = [
	'b3.xa',
	'b3.xa_cbqs',
	'b4.btv',
	'b4.btv_co_nu',
	'b4.dvhc',
	'b4.dvhc_du_dk',
	'b4.bt_kiem_ubnd',
	'b4.bt_kiem_hdnd'
];
const PLAN = { cap: 'Cấp ủy cơ sở', nhiem_ky: '2025-2030', ngay_tuoi: '01/4/2025' };

const catalogue = await productCatalogueWhole();
const units = readUnits({ rows: readTable('data/units/minh-hoa.csv') }).units;
const mergers = readTable('data/units/minh-hoa-lineage.csv').filter(
	([, kind]) => kind === 'sap_nhap'
);

rmSync(FOLDER, { recursive: true, force: true });
mkdirSync(FOLDER, { recursive: true });
for (const moment of moments()) {
	const period = `${moment.year}-Q${moment.quarter}`;
	if (period >= FIRST_PROGRESS)
		writeFileSync(`${FOLDER}/B8-${period}.csv`, `${progressSheet(moment, period)}\n`);
	for (const template of columnSheetsOf(catalogue)) {
		if (YEARLY_SHEETS.includes(template.id) && moment.quarter < 4) continue;
		writeFileSync(`${FOLDER}/${template.id}-${period}.csv`, `${sheet(template, moment, period)}\n`);
	}
}

function moments(): Moment[] {
	const last = YEARS.length * QUARTERS.length - 1;
	return YEARS.flatMap((year, y) =>
		QUARTERS.map((_, q) => ({ year, quarter: q + 1, progress: (y * QUARTERS.length + q) / last }))
	);
}

function sheet(template: Template, moment: Moment, period: string): string {
	const reporting = leavesOn(lastDayOf(period)).filter(
		({ code }) => !NOT_SENT.has(`${code} ${template.id} ${period}`)
	);
	const figures = reporting.map((unit) => figuresOf(unit, moment));
	const [year, month, day] = lastDayOf(period).split('-');
	const rows = [
		[template.title.vi.toUpperCase()],
		[
			`(Kỳ báo cáo: Quý ${QUARTERS[moment.quarter - 1]}/${moment.year}; số liệu tính đến ${day}/${month}/${year})`
		],
		['STT', 'Đơn vị', ...headersOf(template)],
		...reporting.map((unit, i) => [
			String(i + 1),
			unit.name,
			...cellsOf(template, figures[i] ?? {}, moment)
		]),
		['', 'Tổng cộng', ...totalCells(template, figures, moment)]
	];
	return Papa.unparse(rows, { newline: '\n' });
}

/** The long sheet of a quarter: what the city says of milestones, duties, ranks and tasks. */
function progressSheet(moment: Moment, period: string): string {
	const reporting = leavesOn(lastDayOf(period));
	const root = units.find(({ parent }) => parent === undefined);
	if (!root) throw new Error('the city has no topmost unit');
	const committees = sumOf(reporting.map((unit) => figuresOf(unit, moment)))['b1.dbcs'] ?? 0;
	const rows = inventProgress({ moment, catalogue, root, units: reporting, committees });
	return Papa.unparse(
		[
			['BIỂU THEO DÕI CHỈ TIÊU KHÁC, MỐC VÀ TIẾN ĐỘ BÁO CÁO'],
			[`(Kỳ báo cáo: Quý ${QUARTERS[moment.quarter - 1]}/${moment.year})`],
			PROGRESS_HEADERS,
			...rows.map((row, at) => progressCells(row, at + 1))
		],
		{ newline: '\n' }
	);
}

/** The units without units below them on the day: those that send sheets. */
function leavesOn(day: string): Unit[] {
	const valid = units.filter(
		({ validFrom, validTo }) => validFrom <= day && day <= (validTo ?? '9999')
	);
	return valid.filter(({ code }) => !valid.some(({ parent }) => parent === code));
}

/** A merged unit's figures are the sums of its parts', but it has one standing committee and one local authority. */
function figuresOf(unit: Unit, moment: Moment): Figures {
	const parts = mergers.filter(([, , , merged]) => merged === unit.code).map(([, , part]) => part);
	if (parts.length === 0) return inventFigures(natureOf(unit.code, unit.kind), moment);
	const ofParts = units.filter(({ code }) => parts.includes(code));
	const sum = sumOf(ofParts.map((part) => inventFigures(natureOf(part.code, part.kind), moment)));
	for (const code of ONE_A_UNIT) sum[code] = Math.min(1, sum[code] ?? 0);
	return sum;
}

function sumOf(all: Figures[]): Figures {
	const sum: Figures = {};
	for (const [code, value] of all.flatMap((figures) => Object.entries(figures)))
		sum[code] = (sum[code] ?? 0) + value;
	return sum;
}

function headersOf({ attributes, measures, percentages }: Template): string[] {
	const [before, after] = [
		attributes.filter((a) => a.splitsRows),
		attributes.filter((a) => !a.splitsRows)
	];
	return [...before, ...measures, ...after, ...percentages].map(({ header }) => header);
}

function cellsOf(template: Template, figures: Figures, moment: Moment): string[] {
	const text = (splitsRows: boolean): string[] =>
		template.attributes
			.filter((attribute) => attribute.splitsRows === splitsRows)
			.map(({ id }) => PLAN[id.split('.').at(-1) as keyof typeof PLAN]);
	return [
		...text(true),
		...figureCells(template, figures, moment),
		...text(false),
		...percentCells(template, figures, moment)
	];
}

function totalCells(template: Template, all: Figures[], moment: Moment): string[] {
	const sum = sumOf(all);
	const blanks = (splitsRows: boolean): string[] =>
		template.attributes.filter((attribute) => attribute.splitsRows === splitsRows).map(() => '');
	return [
		...blanks(true),
		...figureCells(template, sum, moment),
		...blanks(false),
		...percentCells(template, sum, moment)
	];
}

function figureCells({ measures }: Template, figures: Figures, { quarter }: Moment): string[] {
	return measures.map(({ id, overTime }) => {
		if (overTime === 'year' && quarter < 4) return '-';
		const value = figures[id];
		return value === undefined ? 'x' : formatInteger(value, 'vi');
	});
}

function percentCells({ percentages }: Template, figures: Figures, { quarter }: Moment): string[] {
	return percentages.map(({ numerator, denominator }: PercentColumn) => {
		const add = (codes: string[]): bigint =>
			BigInt(codes.reduce((sum, code) => sum + (figures[code] ?? 0), 0));
		if (quarter < 4 || add(denominator) === 0n) return '-';
		const percent = { numerator: add(numerator) * 100n, denominator: add(denominator) };
		return localizeDecimal(toDecimal(percent, 2), 'vi');
	});
}

function readTable(path: string): string[][] {
	return Papa.parse<string[]>(readFileSync(path, 'utf8').trim()).data;
}
