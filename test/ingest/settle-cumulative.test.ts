import { describe, expect, it } from 'vitest';
import { describeIssue } from '#lib/base/describe-issue.ts';
import type { Answers } from '#lib/base/layout.ts';
import { productCatalogue } from '#lib/catalogue/load-catalogue.ts';
import { draftGrid } from '#lib/ingest/draft-grid.ts';
import type { Draft } from '#lib/ingest/draft.ts';
import { type FigureCell, figuresInForce } from '#lib/ingest/figures.ts';
import type { Cell } from '#lib/ingest/grid.ts';
import { exampleUnits } from './example-units.ts';

const catalogue = productCatalogue();
const units = await exampleUnits();
const TITLE = 'BIẾN ĐỘNG ĐẢNG VIÊN PHÁT SINH TRONG KỲ';
const HEADER = ['Đơn vị', 'Kết nạp', 'Từ trần', 'Tổng số ĐV cuối kỳ'];
const ROWS: Cell[][] = [
	['Đảng bộ phường An Bình', 41, 6, 3192],
	['Đảng bộ phường Tân Lợi', 30, 5, 2498]
];
const IN_PERIOD: Answers = {
	'cumulative:b2.kn_lk': 'in-period',
	'cumulative:b2.tu_tran': 'in-period'
};

interface Sent {
	title?: string;
	header?: string[];
	rows?: Cell[][];
	period?: string;
	answers?: Answers;
	inForce?: FigureCell[];
}

function draft({ title = TITLE, header = HEADER, rows = ROWS, ...sent }: Sent): Draft {
	const { period = '2024-Q3', answers = {}, inForce = [] } = sent;
	const grid = { rows: [[title], header, ...rows] };
	const about = { grid, file: 'b2.csv', sha256: '', catalogue, units };
	const [draft] = draftGrid({ ...about, period, answers, beside: figuresInForce([inForce]) });
	return draft as Draft;
}

/** What is open and wrong about cumulative figures, and the figures of one measure. */
function facts(sent: Sent, measure = 'b2.tu_tran'): unknown {
	const { questions, issues, entries } = draft(sent);
	return {
		asked: questions.filter(({ kind }) => kind === 'cumulative').map(({ key }) => key),
		issues: issues
			.filter(({ code }) =>
				['cumulative-unclear', 'needs-quarter-before', 'added-to-before'].includes(code)
			)
			.map(({ severity, code, row, column }) => [severity, code, row, column].join(' ')),
		figures: entries.filter((entry) => entry.measure === measure).map(({ value }) => value)
	};
}

/** The remarks that both columns were added up. */
const ADDED = ['info added-to-before 2 Kết nạp', 'info added-to-before 2 Từ trần'];

const known = (
	unit: string,
	period: string,
	value: bigint,
	measure = 'b2.tu_tran'
): FigureCell => ({
	...{ unit, period, measure, value, state: 'figure' }
});

describe('a sheet whose title speaks of the period alone', () => {
	it('is asked about each cumulative measure, and is not taken before', () => {
		expect(facts({})).toEqual({
			asked: ['cumulative:b2.kn_lk', 'cumulative:b2.tu_tran'],
			issues: ['error cumulative-unclear 2 Kết nạp', 'error cumulative-unclear 2 Từ trần'],
			figures: [6n, 5n]
		});
	});

	it('is asked with "in the period" first', () => {
		const [question] = draft({}).questions.filter(({ kind }) => kind === 'cumulative');
		expect(question).toEqual({
			key: 'cumulative:b2.kn_lk',
			kind: 'cumulative',
			params: { name: 'Kết nạp', measure: 'b2.kn_lk' },
			choices: [{ value: 'in-period' }, { value: 'cumulative' }],
			required: true,
			...{ row: 2, column: 'Kết nạp', rows: 2 }
		});
	});

	it.each([
		['of the first quarter', { period: '2024-Q1' }],
		['of the first half-year', { period: '2024-H1' }],
		['of a year', { period: '2024' }],
		[
			'that says "lũy kế" as well',
			{
				title: 'BIẾN ĐỘNG TRONG KỲ (số lũy kế từ đầu năm)',
				header: HEADER.with(1, 'Kết nạp (lũy kế)')
			}
		],
		['whose columns have codes', { header: ['unit', 'b2.kn_lk', 'b2.tu_tran', 'b2.dv_cuoi'] }]
	])('is not asked about a sheet %s', (_, sent: Sent) => {
		expect(facts(sent)).toEqual({ asked: [], issues: [], figures: [6n, 5n] });
	});
});

describe('a sheet without such a title', () => {
	const title = 'BIẾN ĐỘNG ĐẢNG VIÊN';

	it('is asked about the measure alone whose header leaves "lũy kế" out', () => {
		expect(facts({ title })).toMatchObject({ asked: ['cumulative:b2.kn_lk'] });
	});

	it('is not asked where the quarter stands in a column of its own', () => {
		const header = ['Đơn vị', 'Kết nạp', 'Kết nạp trong quý', 'Tổng số ĐV cuối kỳ'];
		expect(facts({ title, header })).toMatchObject({ asked: [], issues: [] });
	});

	it('is not asked where members at the start of the year and what is added make those at the end', () => {
		const b2 = catalogue.templates.find(({ id }) => id === 'B2');
		const header = ['Đơn vị', ...(b2?.measures.slice(0, 11) ?? []).map(({ header }) => header)];
		const first = ['Đảng bộ phường An Bình', 3120, 104, '', 66, 0, 22, 1, 3, 1, 71, 3192];
		const sent = { title: TITLE, header: header.with(2, 'Kết nạp').toSpliced(3, 1), measure: '' };
		const rows = [first.toSpliced(3, 1)];
		expect(facts({ ...sent, rows })).toEqual({ asked: [], issues: [], figures: [22n] });
		expect(facts({ ...sent, rows: [rows[0]?.with(-1, 3100) ?? []] })).toMatchObject({
			asked: [
				...['b2.kn_lk', 'b2.chuyen_den', 'b2.phuc_hoi', 'b2.tu_tran', 'b2.khai_tru', 'b2.xoa_ten'],
				...['b2.xin_ra', 'b2.chuyen_di']
			].map((id) => `cumulative:${id}`)
		});
	});
});

describe('figures of the period alone', () => {
	const inForce = [
		...[known('MH01', '2024-Q2', 16n), known('MH02', '2024-H1', 14n)],
		...[known('MH01', '2024-Q2', 63n, 'b2.kn_lk'), known('MH02', '2024-Q2', 41n, 'b2.kn_lk')]
	];

	it('are added to the cumulative figure of the quarter before', () => {
		expect(facts({ answers: IN_PERIOD, inForce })).toEqual({
			...{ asked: [], issues: ADDED, figures: [22n, 19n] }
		});
		expect(facts({ answers: IN_PERIOD, inForce }, 'b2.kn_lk')).toMatchObject({
			figures: [104n, 71n]
		});
	});

	it('are kept out where that is not known, and the period to send in is named', () => {
		const sent = { answers: IN_PERIOD, inForce: inForce.slice(0, 1).concat(inForce.slice(2)) };
		expect(facts(sent)).toEqual({
			asked: [],
			issues: [...ADDED, 'error needs-quarter-before 4 Từ trần'],
			figures: [22n]
		});
		const issue = draft(sent).issues.find(({ code }) => code === 'needs-quarter-before');
		expect(issue && describeIssue(issue, 'vi')).toBe(
			'“Từ trần” là số riêng trong quý III/2024; muốn có số lũy kế thì cần số lũy kế của quý II/2024. Hãy nạp biểu của quý II/2024 trước.'
		);
	});

	it('are not added to a figure of two quarters before', () => {
		const old = inForce.map((cell) => ({ ...cell, period: '2024-Q1' }));
		expect(facts({ answers: IN_PERIOD, inForce: old })).toMatchObject({ figures: [] });
	});

	it('of several quarters of one sheet are added up one after the other', () => {
		const header = ['Đơn vị', 'Kỳ', ...HEADER.slice(1)];
		const rows: Cell[][] = [
			['MH01', '2024-Q3', 4, 3, 3192],
			['MH01', '2024-Q1', 1, 1, 3180],
			['MH01', '2024-Q2', 2, 2, 3190]
		];
		expect(facts({ answers: IN_PERIOD, header, rows })).toEqual({
			...{ asked: [], issues: ADDED, figures: [6n, 1n, 3n] }
		});
	});

	it('agree with a total row of the period alone', () => {
		const rows = [...ROWS, ['Tổng cộng', 71, 11, 5690]];
		const { issues } = draft({ answers: IN_PERIOD, inForce, rows });
		expect(issues.filter(({ code }) => code === 'total-mismatch')).toEqual([]);
	});

	it('are taken as they are where the analyst calls them cumulative', () => {
		const answers = { 'cumulative:b2.kn_lk': 'cumulative', 'cumulative:b2.tu_tran': 'cumulative' };
		expect(facts({ answers })).toEqual({ asked: [], issues: [], figures: [6n, 5n] });
	});
});
