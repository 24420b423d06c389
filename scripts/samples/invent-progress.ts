import { addDays } from '#lib/base/local-day.ts';
import { progressStateWord } from '#lib/base/progress-words.ts';
import type { ProgressState } from '#lib/base/progress.ts';
import type { Catalogue, Undertaking } from '#lib/catalogue/catalogue.ts';
import type { Unit } from '#lib/units/unit.ts';
import { diceFor } from './dice.ts';
import type { Moment } from './invent-figures.ts';

/** A row of the sheet B8, as its columns follow one another without the number before it. */
export interface ProgressRow {
	code: string;
	content: string;
	unit: string;
	period: string;
	plan?: number | string;
	done?: number;
	counted?: string;
	state?: ProgressState;
	/** ISO; written day/month/year. */
	day?: string;
	document?: string;
}

/** What the invented city knows at the end of a quarter. */
export interface ProgressGround {
	moment: Moment;
	catalogue: Catalogue;
	/** The topmost unit, and the units that send reports of their own. */
	root: Unit;
	units: readonly Unit[];
	/** How many grassroots committees (đảng bộ cơ sở) there are. */
	committees: number;
}

const QUARTERS = ['I', 'II', 'III', 'IV'];
/** Thresholds that the city sets in 2023; the other four are left open, so that "no threshold" can be seen. */
const THRESHOLDS = [
	{ code: 'dn-2025-women-committee', percent: 25 },
	{ code: 'dn-2025-women-leaders', percent: 30 }
];
const RANKS: Record<number, { rank: number; published: string }> = {
	2022: { rank: 4, published: '2023-07-12' },
	2023: { rank: 3, published: '2024-10-08' },
	2024: { rank: 2, published: '2025-10-21' }
};
const CASES: Record<number, [reversed: number, settled: number]> = {
	2023: [9, 812],
	2024: [7, 845],
	2025: [6, 871]
};
const SERVICES: Record<number, [online: number, all: number]> = {
	2023: [96, 131],
	2024: [112, 131],
	2025: [121, 128]
};

/** The rows that the city enters in B8 at the end of a quarter; the same at every call. */
export function inventProgress(ground: ProgressGround): ProgressRow[] {
	const { quarter } = ground.moment;
	return [
		...(quarter === 4 ? yearlyRows(ground) : []),
		...databaseRow(ground),
		...milestoneRows(ground),
		...(quarter === 2 ? unitReports('vt-report-6m', ground) : []),
		...(quarter === 4 ? unitReports('vt-report-annual', ground) : []),
		...(quarter === 4 ? unitReports('dn-report-annual-15-12', ground) : []),
		...taskRows(ground)
	];
}

/** The cells of a row in the order of the sheet's columns, its number first. */
export function progressCells(row: ProgressRow, number: number): string[] {
	const [year, month, day] = row.day?.split('-') ?? [];
	return [
		String(number),
		row.code,
		row.content,
		row.unit,
		row.period,
		row.plan === undefined ? '' : String(row.plan),
		row.done === undefined ? '' : String(row.done),
		row.counted ?? '',
		row.state ? progressStateWord(row.state, 'vi') : '',
		year ? `${day}/${month}/${year}` : '',
		row.document ?? '',
		''
	];
}

function yearlyRows({ moment: { year }, root, catalogue, units }: ProgressGround): ProgressRow[] {
	const city = { unit: root.name, period: `Năm ${year}` };
	const named = (code: string): { code: string; content: string } => ({
		code,
		content: contentOf(code, catalogue)
	});
	const ranked = RANKS[year - 1];
	const [reversed, settled] = CASES[year] ?? [];
	const [online, services] = SERVICES[year] ?? [];
	return [
		...(ranked
			? [
					{
						...{ ...named('dn-2025-dti-top3'), ...city, period: `Năm ${year - 1}` },
						...{ plan: 3, done: ranked.rank, counted: 'hạng', day: ranked.published },
						state: ranked.rank <= 3 ? ('met' as const) : ('not-met' as const)
					}
				]
			: []),
		...(year === 2023 ? firstYearRows(named, { root, units }) : []),
		{ ...named('vt-annual-thematic-supervision'), ...city, ...supervision(year) },
		{
			...{ ...named('vt-court-reversal-rate'), ...city, plan: settled, done: reversed },
			...{ counted: 'án bị hủy, sửa / án đã giải quyết' }
		},
		{
			...{ ...named('vt-online-service-level4'), ...city, plan: services, done: online },
			counted: 'thủ tục'
		}
	];
}

function firstYearRows(
	named: (code: string) => { code: string; content: string },
	{ root, units }: Pick<ProgressGround, 'root' | 'units'>
): ProgressRow[] {
	const city = { unit: root.name, period: 'Năm 2023' };
	const done = { state: 'done' } as const;
	return [
		{
			...{ ...named('dn-2023-rotation-swap'), ...city, plan: 5, done: 5, ...done },
			...{ counted: 'lượt đi : về', day: '2023-12-20' }
		},
		{
			...{ ...named('vt-2023-pilot-cells'), ...city, period: 'Quý IV/2023', plan: 2, done: 2 },
			...{ ...done, counted: 'chi bộ', day: '2023-10-30', document: 'HD số …-HD/BTC' }
		},
		...THRESHOLDS.map(({ code, percent }) => ({
			...{ ...named(code), ...city, plan: percent, counted: '%' }
		})),
		...units.map(({ code, name }): ProgressRow => {
			const late = diceFor(`${code} plan 2023`)() < 0.12;
			return {
				...{ ...named('vt-plan-submitted'), unit: name, period: 'Năm 2023', done: 1 },
				...{ plan: 'trước 15/5', counted: 'kế hoạch', state: late ? 'late' : 'on-time' },
				day: addDays('2023-05-14', late ? 5 : -Math.floor(diceFor(`${code} plan day`)() * 20))
			};
		})
	];
}

function supervision(year: number): Pick<ProgressRow, 'plan' | 'done' | 'counted' | 'state'> {
	const isDone = year < 2025;
	const state = isDone ? 'met' : 'in-progress';
	return { plan: 1, done: isDone ? 1 : 0, counted: 'nghị quyết', state };
}

/** The database grows quarter by quarter, and is not complete when it was to be. */
function databaseRow({ moment, root, catalogue, committees }: ProgressGround): ProgressRow[] {
	const share = 0.3 + 0.65 * moment.progress;
	const code = 'dn-2025-party-database';
	return [
		{
			...{ code, content: contentOf(code, catalogue), unit: root.name, period: nameOf(moment) },
			...{ plan: committees, done: Math.floor(committees * share), counted: 'ĐBCS' },
			state: 'in-progress'
		}
	];
}

/** Milestones of the city: the first done early, the second late, the third under way. */
function milestoneRows({ moment, root, catalogue }: ProgressGround): ProgressRow[] {
	const { year, quarter } = moment;
	const done: Record<string, [code: string, day: string]> = {
		'2023-4': ['dn-2023-residential-cell-rating-content', '2023-11-28'],
		'2024-1': ['dn-2023-party-agency-index', '2024-02-19'],
		'2025-3': ['dn-2025-tccsd-model', '2025-09-12']
	};
	const city = { unit: root.name, period: nameOf(moment) };
	const [code, day] = done[`${year}-${quarter}`] ?? [];
	const framework = 'dn-2025-job-position-framework';
	return [
		...(code && day
			? [{ code, content: contentOf(code, catalogue), ...city, state: 'done' as const, day }]
			: []),
		...(quarter === 4
			? [
					{
						...{ code: framework, content: contentOf(framework, catalogue), ...city },
						...{ plan: 38, done: 11 + (year - 2023) * 10, counted: 'cơ quan' },
						state: 'in-progress' as const
					}
				]
			: [])
	];
}

/** A report that each unit sends: most in time, some late, one in thirty not at all. */
function unitReports(code: string, { moment, units, catalogue }: ProgressGround): ProgressRow[] {
	const { year, quarter } = moment;
	const isHalf = quarter === 2;
	const [last, before] = isHalf ? [`${year}-06-14`, '15/6'] : [`${year}-12-14`, '15/12'];
	return units.flatMap((unit): ProgressRow[] => {
		const dice = diceFor(`${unit.code} ${code} ${year}`);
		const chance = dice();
		if (chance < 0.03) return [];
		const isLate = chance < 0.13;
		const days = isLate ? 1 + Math.floor(dice() * 9) : -Math.floor(dice() * 12);
		return [
			{
				...{ code, content: contentOf(code, catalogue), unit: unit.name },
				...{ period: isHalf ? `6 tháng ${year}` : `Năm ${year}`, plan: `trước ${before}` },
				...{ done: 1, counted: 'báo cáo', state: isLate ? 'late' : 'on-time' },
				...{ day: addDays(last, days), document: 'BC số …-BC/ĐU' }
			}
		];
	});
}

/** Tasks of the two programmes in the quarter in which they begin or end; one in seven never ends. */
function taskRows({ moment, root, catalogue }: ProgressGround): ProgressRow[] {
	const now = indexOf(moment);
	return catalogue.undertakings.filter(isFollowed).flatMap((task): ProgressRow[] => {
		const dice = diceFor(`${task.id} progress`);
		const begins = Math.floor(dice() * 5);
		const ends = dice() < 0.14 ? Infinity : begins + 1 + Math.floor(dice() * 5);
		const about = { code: task.id, content: contentOf(task.id, catalogue), unit: root.name };
		const row = { ...about, period: nameOf(moment) };
		if (now === ends) {
			const day = `${moment.year}-${String(moment.quarter * 3).padStart(2, '0')}`;
			return [{ ...row, state: 'done', day: `${day}-${String(3 + Math.floor(dice() * 25))}` }];
		}
		return now === begins ? [{ ...row, state: 'in-progress' }] : [];
	});
}

/** Two tasks in three of the city's programmes, those without a cycle. */
function isFollowed({ id, kind, due }: Undertaking): boolean {
	const isOfCity = id.startsWith('256-KH/TU#') || id.startsWith('CTHĐ-TU-ĐN#');
	return kind === 'task' && isOfCity && due.kind !== 'recurring' && diceFor(id)() < 0.66;
}

/** Quarters since the last of 2023, with which the city began to keep B8. */
function indexOf({ year, quarter }: Moment): number {
	return (year - 2023) * 4 + quarter - 4;
}

function nameOf({ year, quarter }: Moment): string {
	return `Quý ${QUARTERS[quarter - 1]}/${year}`;
}

function contentOf(code: string, { targets, undertakings, indicators }: Catalogue): string {
	const undertaking = undertakings.find(({ id }) => id === code);
	const target = targets.find(({ id }) => id === code);
	const indicator = indicators.find(({ id }) => id === target?.indicator);
	const name = undertaking?.name ?? target?.name ?? indicator?.name;
	if (!name) throw new Error(`the catalogue has no ${code}`);
	return name.vi;
}
