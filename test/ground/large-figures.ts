import { createHash } from 'node:crypto';
import { lastDayOf, type Period } from '#lib/base/period.ts';
import type { Template } from '#lib/catalogue/catalogue.ts';
import { columnSheetsOf } from '#lib/catalogue/find-in-catalogue.ts';
import { productCatalogue } from '#lib/catalogue/load-catalogue.ts';
import { owedKindOf } from '#lib/catalogue/deadlines.ts';
import { productDeadlines } from '#lib/catalogue/load-deadlines.ts';
import { encodeReported, type ReportedColumns } from '#lib/rollup/encode-entries.ts';
import type { Addition } from '#lib/store/submission.ts';
import type { Unit } from '#lib/units/unit.ts';
import { type Figures, inventFigures, natureOf } from '#scripts/samples/invent-figures.ts';

const QUARTERS = 24;
const FIRST = { year: 2020, quarter: 4 };
const FIRST_ROW = 5;
const FIRST_COLUMN = 3;

/** One submission for each sheet and quarter, 24 quarters up to the third of 2026: every unit below with all figures. */
export function* largeAdditions(units: readonly Unit[]): Generator<Addition> {
	for (let place = 0; place < QUARTERS; place++) {
		const count = FIRST.year * 4 + FIRST.quarter - 1 + place;
		const moment = {
			year: Math.floor(count / 4),
			quarter: (count % 4) + 1,
			progress: place / (QUARTERS - 1)
		};
		const period = `${moment.year}-Q${moment.quarter}`;
		const reporting = leavesOn(units, lastDayOf(period)).map(({ code, kind }) => ({
			code,
			figures: inventFigures(natureOf(code, kind), moment)
		}));
		for (const template of columnSheetsOf(productCatalogue())) {
			const isYearly = owedKindOf(productDeadlines(), template.id) === 'year';
			if (isYearly && moment.quarter < 4) continue;
			yield additionOf(template, period, reporting);
		}
	}
}

interface Reporting {
	code: string;
	figures: Figures;
}

function additionOf(template: Template, period: Period, reporting: Reporting[]): Addition {
	const reported = reporting.filter((_, place) => !isMissing(template, period, place));
	const cells = cellsOf(template, period, reported);
	const figures = cells.row.length;
	const file = `${template.id}-${period}.csv`;
	const rows = reported.length;
	return {
		file,
		sha256: createHash('sha256').update(file).digest('hex'),
		template: template.id,
		periods: [period],
		state: 'official',
		rows: { read: rows, accepted: rows, rejected: 0 },
		figures,
		issues: [],
		content: encodeReported(cells)
	};
}

/** The cells of the sheet, row by row; made as columns, for there are millions. */
function cellsOf(template: Template, period: Period, reported: Reporting[]): ReportedColumns {
	const { measures } = template;
	const isLast = period.endsWith('4');
	const length = reported.length * measures.length;
	const codes = (): Int32Array => new Int32Array(length);
	const [unit, measure, state, row, column] = [codes(), codes(), codes(), codes(), codes()];
	const value = new BigInt64Array(length);
	for (const [line, { figures }] of reported.entries()) {
		for (const [place, { id, overTime }] of measures.entries()) {
			const at = line * measures.length + place;
			const figure = figures[id];
			unit[at] = line;
			measure[at] = place;
			row[at] = line + FIRST_ROW;
			column[at] = place + FIRST_COLUMN;
			const isMissing = overTime === 'year' && !isLast;
			state[at] = isMissing ? 2 : figure === undefined ? 1 : 0;
			if (state[at] === 0) value[at] = BigInt(figure ?? 0);
		}
	}
	return {
		unit: { dictionary: reported.map(({ code }) => code), codes: unit },
		period: { dictionary: [period], codes: codes() },
		measure: { dictionary: measures.map(({ id }) => id), codes: measure },
		state: { dictionary: ['figure', 'not-applicable', 'missing'], codes: state },
		...{ value, row, column }
	};
}

/** One report in two hundred never came. */
function isMissing({ id }: Template, period: Period, place: number): boolean {
	return (place * 31 + Number(id.slice(1)) * 7 + Number(period.slice(-1)) * 3) % 200 === 0;
}

function leavesOn(units: readonly Unit[], day: string): Unit[] {
	const valid = units.filter(
		({ validFrom, validTo = '9999' }) => validFrom <= day && day <= validTo
	);
	const parents = new Set(valid.map(({ parent }) => parent));
	return valid.filter(({ code }) => !parents.has(code));
}
