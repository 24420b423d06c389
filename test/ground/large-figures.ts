import { createHash } from 'node:crypto';
import { lastDayOf, type Period } from '#lib/base/period.ts';
import type { Template } from '#lib/catalogue/catalogue.ts';
import { columnSheetsOf } from '#lib/catalogue/find-in-catalogue.ts';
import { productCatalogue } from '#lib/catalogue/load-catalogue.ts';
import { owedKindOf } from '#lib/catalogue/deadlines.ts';
import { productDeadlines } from '#lib/catalogue/load-deadlines.ts';
import { encodeEntries, type ReportedEntry } from '#lib/rollup/encode-entries.ts';
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
	const isLast = period.endsWith('4');
	const entries = reporting
		.filter((_, place) => !isMissing(template, period, place))
		.flatMap(({ code, figures }, row) =>
			template.measures.map(({ id, overTime }, column): ReportedEntry => {
				const place = { unit: code, period, measure: id };
				const cell = { row: row + FIRST_ROW, column: column + FIRST_COLUMN };
				const value = figures[id];
				if (overTime === 'year' && !isLast)
					return { ...place, ...cell, state: 'missing', value: 0n };
				if (value === undefined) return { ...place, ...cell, state: 'not-applicable', value: 0n };
				return { ...place, ...cell, state: 'figure', value: BigInt(value) };
			})
		);
	const file = `${template.id}-${period}.csv`;
	const rows = entries.length / template.measures.length;
	return {
		file,
		sha256: createHash('sha256').update(file).digest('hex'),
		template: template.id,
		periods: [period],
		state: 'official',
		rows: { read: rows, accepted: rows, rejected: 0 },
		figures: entries.length,
		issues: [],
		content: encodeEntries(entries)
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
