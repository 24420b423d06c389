import { expect, it } from 'vitest';
import { type AnswerGround, answerToTake } from '#lib/views/one-chart-answer.ts';
import { queryTitle } from '#lib/views/query-title.ts';
import { GUIDE_EXAMPLES } from '#lib/views/workbench-guide.ts';

const QUERY = 'SELECT unit_name, percent\nFROM totals';
const GROUND: AnswerGround = {
	rows: {
		columns: [
			{ name: 'unit_name', type: 'VARCHAR' },
			{ name: 'percent', type: 'DOUBLE' }
		],
		rows: [
			['Quận 1', '24.123456'],
			['Quận 2', undefined],
			['Quận 3', '-1.5']
		],
		hasMore: false
	},
	...{ count: 3n, choice: {}, query: QUERY, title: 'Nữ', unit: 'Thành phố', language: 'vi' },
	submissions: [
		{ at: '2025-01-04T01:00:00.000Z', state: 'official', periods: ['2024-Q4'] },
		{ at: '2025-01-05T01:00:00.000Z', state: 'provisional', periods: ['2022-Q1'] }
	],
	isOutdated: false
};
/** Two years of two units. */
const YEARS: AnswerGround = {
	...GROUND,
	rows: {
		columns: [
			{ name: 'year', type: 'INTEGER' },
			{ name: 'unit', type: 'VARCHAR' },
			{ name: 'huge', type: 'HUGEINT' }
		],
		rows: [
			['2024', 'A', '170141183460469231731687303715884105727'],
			['2023', 'A', '2'],
			['2023', 'B', '3']
		],
		hasMore: true
	}
};

it('stands in a frame that names its query, and claims neither targets nor a code', () => {
	const { drawing, shown: _, full: __, ...frame } = answerToTake(GROUND)!;
	expect(frame).toEqual({
		language: 'vi',
		title: 'Nữ',
		scope: 'percent theo unit_name · Thành phố · số liệu từ quý I/2022 đến quý IV/2024',
		targets: '',
		state: 'Số liệu: cả 3 dòng của kết quả. Không che số nhỏ.',
		source:
			'Nguồn: 2 lượt nộp đang có hiệu lực, mới nhất ngày 05/01/2025. 1 lượt nộp là số tạm tính. ' +
			'Tính bằng câu lệnh do người dùng viết, nên không có mã truy vết.',
		letters: { shown: '', full: '' },
		query: QUERY,
		name: 'Nữ - percent theo unit_name'
	});
	expect(drawing).toMatchObject({
		kind: 'answer',
		alternative:
			'percent theo unit_name. 2 giá trị; thấp nhất -1,5 (Quận 3), cao nhất 24,1234… (Quận 1).'
	});
});

it('holds the values as they are drawn, and in full every cell as the query gave it', () => {
	const { shown, full } = answerToTake(GROUND)!;
	const [value, negative] = [24.123456, -1.5].map((each) => ({ value: each, unit: 'count' }));
	expect(shown.rows.map(({ cells }) => cells)).toEqual([
		[{ text: 'Quận 1' }, { text: '24,1234…', number: { ...value, decimals: 4 } }],
		[{ text: 'Quận 2' }, { text: '' }],
		[{ text: 'Quận 3' }, { text: '-1,5', number: { ...negative, decimals: 1 } }]
	]);
	expect(full.columns.map(({ title }) => title)).toEqual(['unit_name', 'percent']);
	expect(full.rows[0]?.cells).toEqual([
		{ text: 'Quận 1' },
		{ text: '24.123456', number: { ...value, decimals: 4 } }
	]);
});

it('loses no digit of a number that is too long, draws a line for each name, and says what is cut', () => {
	const { scope, state, shown, full } = answerToTake({ ...YEARS, count: 12_000n })!;
	expect(scope).toMatch(/^huge theo year, mỗi unit một đường · /);
	expect(state).toContain('Câu lệnh cho 12.000 dòng, chỉ lấy những dòng đầu.');
	expect(shown.rows.map(({ cells }) => cells.map(({ text }) => text))).toEqual([
		['2023', 'A', '2'],
		['2024', 'A', '170.141.183.460.469.231.731.687.303.715.884.105.727'],
		['2023', 'B', '3']
	]);
	expect(full.rows[0]?.cells.at(-1)).toEqual({ text: '170141183460469231731687303715884105727' });
	expect(answerToTake({ ...YEARS, count: undefined })?.state).toContain('nhiều dòng hơn');
});

it('says how many rows are left out of the drawing, and that the figures changed since', () => {
	const rows = Array.from({ length: 61 }, (_, at) => [`Chi bộ ${at}`, '1.0']);
	const taken = answerToTake({ ...GROUND, rows: { ...GROUND.rows, rows }, isOutdated: true })!;
	expect(taken.state).toBe(
		'Số liệu: 60 trong 61 dòng của kết quả. Không che số nhỏ. Số liệu đã thay đổi sau khi chạy câu lệnh.'
	);
	expect([taken.shown.rows.length, taken.full.rows.length]).toEqual([60, 61]);
});

it('is nothing where the answer holds no quantity', () => {
	const columns = [{ name: 'unit', type: 'VARCHAR' }];
	expect(answerToTake({ ...GROUND, rows: { columns, rows: [['A']], hasMore: false } })).toBe(
		undefined
	);
});

it('calls a query by its name, by the example that it is, else by its first line', () => {
	const [example] = GUIDE_EXAMPLES;
	const asked = { saved: [{ name: 'Của tôi', text: QUERY }], examples: GUIDE_EXAMPLES };
	const titleOf = (query: string): string => queryTitle(query, { ...asked, language: 'en' });
	expect(titleOf(`${QUERY}\n`)).toBe('Của tôi');
	expect(titleOf(example!.query)).toBe(example!.words.en);
	expect(titleOf('-- Nữ trong quy hoạch\nSELECT 1')).toBe('Nữ trong quy hoạch');
	expect(titleOf('SELECT 1\nFROM totals')).toBe('SELECT 1');
});
