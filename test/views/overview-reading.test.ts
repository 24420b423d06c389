import { describe, expect, it } from 'vitest';
import { readingOf } from '#lib/views/overview-reading.ts';
import { factsOf, type Figure, indicatorOf } from './example-facts.ts';

const read = (indicator: string, figure: Partial<Figure>, language: 'vi' | 'en' = 'vi') =>
	readingOf(
		factsOf({ unit: 'MH02', period: '2024', indicator, ...figure }),
		indicatorOf(indicator),
		{ path: ['MH', 'MH02'], period: figure.period ?? '2024', language }
	);

describe('a reading', () => {
	it('says all of a value beside its targets', () => {
		const facts = factsOf(
			{
				unit: 'MH',
				period: '2023',
				indicator: 'grassroots-rated-good',
				numerator: 118,
				denominator: 131
			},
			{
				unit: 'MH',
				period: '2024',
				indicator: 'grassroots-rated-good',
				numerator: 122,
				denominator: 132,
				reported: 5,
				expected: 5,
				asOf: '2024-Q4'
			}
		);
		const indicator = indicatorOf('grassroots-rated-good');
		expect(readingOf(facts, indicator, { path: ['MH'], period: '2024', language: 'vi' })).toEqual({
			indicator: 'grassroots-rated-good',
			unit: 'MH',
			period: '2024',
			name: 'Tổ chức cơ sở đảng được xếp loại từ hoàn thành tốt nhiệm vụ trở lên',
			shortName: 'TCCSĐ hoàn thành tốt trở lên',
			isRatio: true,
			value: {
				text: '92,42%',
				decimal: '92.42',
				counts: '122/132 tổ chức cơ sở đảng',
				short: '122/132'
			},
			status: { status: 'met', word: 'Đạt', icon: 'check' },
			targets: [
				{
					id: 'nq21-2025-tccsd-good-or-better',
					kind: 'ratio',
					document: 'NQ 21',
					source: '21-NQ/TW, II.2.2 (đến 2025)',
					section: 'mục II.2.2 (đến 2025)',
					words: 'trên 90%',
					status: { status: 'met', word: 'Đạt', icon: 'check' },
					isLeading: true
				},
				{
					id: 'dn-annual-tccsd-good-or-better',
					kind: 'ratio',
					document: 'Đà Nẵng',
					source: 'CTHĐ Thành ủy Đà Nẵng thực hiện NQ 21 (2022), I.2.2.1 (đến 2025)(4)',
					section: 'mục I.2.2.1 (đến 2025)(4)',
					words: 'từ 90%',
					status: { status: 'met', word: 'Đạt', icon: 'check' },
					isLeading: false
				}
			],
			coverage: { reported: 5, expected: 5, isComplete: true, words: '5/5 đơn vị đã báo cáo' },
			previous: {
				period: 'Năm 2023',
				inSentence: 'năm 2023',
				text: '90,08%',
				change: '+2,35 điểm %'
			},
			scale: {
				end: '100%',
				value: 122 / 132,
				previous: 118 / 131,
				marks: [{ at: 0.9, label: '90%', caption: 'Chỉ tiêu', isLeading: true }]
			},
			sentence: '92,42% (122/132 tổ chức cơ sở đảng), NQ 21 trên 90%: Đạt; Đà Nẵng từ 90%: Đạt.'
		});
	});

	it('shows both verdicts where 18 of 20 pass “từ 90%” and fail “trên 90%”', () => {
		const reading = read('grassroots-rated-good', { numerator: 18, denominator: 20 });
		expect(reading.value?.text).toBe('90,00%');
		expect(reading.status.word).toBe('Chưa đạt');
		expect(reading.shortfall).toBe('thiếu 1 tổ chức cơ sở đảng');
		expect(
			reading.targets.map((line) => `${line.document}: ${line.words} – ${line.status.word}`)
		).toEqual(['NQ 21: trên 90% – Chưa đạt', 'Đà Nẵng: từ 90% – Đạt']);
		expect(reading.sentence).toBe(
			'90,00% (18/20 tổ chức cơ sở đảng), NQ 21 trên 90%: Chưa đạt; Đà Nẵng từ 90%: Đạt, thiếu 1 tổ chức cơ sở đảng.'
		);
	});

	it.each([
		[299, '2,99%', 'Chưa đạt', 'thiếu 1 đảng viên mới để vào khung'],
		[300, '3,00%', 'Đạt', undefined],
		[400, '4,00%', 'Đạt', undefined],
		[401, '4,01%', 'Trên khung', 'vượt khung 1 đảng viên mới']
	])('places %i of 10 000 in the band of 3 to 4 per cent', (numerator, text, word, shortfall) => {
		const reading = read('admission-rate', { numerator, denominator: 10_000 });
		expect(reading.value?.text).toBe(text);
		expect(reading.status.word).toBe(word);
		expect(reading.shortfall).toBe(shortfall);
		expect(reading.scale.band).toEqual({ from: 3 / 8, to: 4 / 8 });
	});

	it('counts two targets alike in one document once', () => {
		const reading = read('admission-rate', { period: '2025', numerator: 3, denominator: 100 });
		expect(reading.targets.map(({ document }) => document)).toEqual(['NQ 21', 'Đà Nẵng']);
	});

	it('calls nought of nought not applicable', () => {
		const reading = read('women-council-district', { numerator: 0, denominator: 0 });
		expect(reading.value).toBeUndefined();
		expect(reading.status.status).toBe('not-applicable');
	});

	it('prints no value so that it looks met', () => {
		const reading = read('members-rated-good', { numerator: 899_999, denominator: 1_000_000 });
		expect(reading.value).toEqual({
			text: '89,9999%',
			decimal: '89.9999',
			counts: '899.999/1.000.000 đảng viên',
			short: '899.999/1.000.000'
		});
	});

	it('names the targets of other years where those in force only ask for a direction', () => {
		const reading = read('hamlet-head-member', { numerator: 264, denominator: 295 });
		expect(new Set(reading.targets.map(({ kind }) => kind))).toEqual(new Set(['trend']));
		expect(reading.otherYears).toBe('chỉ tiêu năm 2025: từ 90%; chỉ tiêu năm 2030: đạt 100%');
	});

	it('is not applicable where no unit owes a figure, whatever the year', () => {
		const reading = read('rotation-swap', { reported: 0, expected: 0 });
		expect(reading.targets).toEqual([]);
		expect(reading.status.status).toBe('not-applicable');
	});

	it('tells no coverage where the long sheet says it for the unit itself', () => {
		const total = { numerator: 2, reported: 0, expected: 3 };
		expect(read('digital-transformation-rank', total).coverage).toBeUndefined();
		expect(read('committee-course', total).coverage?.words).toBe('0/3 đơn vị đã báo cáo');
	});

	it('says that nothing was reported', () => {
		const reading = read('plan-women', { reported: 0, expected: 3 });
		expect(reading.status.status).toBe('no-data');
		expect(reading.sentence).toBe('Chưa có số liệu, Đà Nẵng từ 25%; KH 256 từ 25%.');
	});

	it('says of a figure before the year is closed what lacks so far', () => {
		const reading = read('admission-rate', { numerator: 200, denominator: 10_000, closed: false });
		expect(reading.status.word).toBe('Chưa đến kỳ');
		expect(reading.shortfall).toBe('đến nay thiếu 100 đảng viên mới để vào khung');
	});

	it('tells the range while missing units could change the answer', () => {
		const reading = read('plan-women', {
			numerator: 100,
			denominator: 400,
			reported: 4,
			expected: 5,
			pending: { units: 1, unknown: 0, lastDenominator: 100n, numerator: 0n, denominator: 0n }
		});
		expect(reading.status.word).toBe('Chưa đủ căn cứ');
		expect(reading.range).toBe('19,23–42,31%, còn 1/5 đơn vị chưa nộp');
		expect(reading.scale.range?.from).toBeCloseTo(100 / 520 / 0.5);
		expect(reading.scale.range?.to).toBeCloseTo(220 / 520 / 0.5);
	});

	it('says that nothing that may come can make the target', () => {
		const more = { units: 1, unknown: 0, lastDenominator: 10n, numerator: 0n, denominator: 0n };
		const figure = { numerator: 40, denominator: 400, reported: 4, expected: 5, pending: more };
		const reading = read('plan-women', figure);
		expect([reading.status.word, reading.pastReturn]).toEqual([
			'Chưa đạt',
			'không thể đạt dù các đơn vị còn lại nộp thế nào'
		]);
		expect(read('plan-women', { numerator: 40, denominator: 400 }).pastReturn).toBeUndefined();
	});

	it('names last year’s value by the period of its figures', () => {
		const rated = { unit: 'MH', indicator: 'members-rated-good', numerator: 95, denominator: 100 };
		const facts = factsOf(
			{ ...rated, period: '2023-Q3', asOf: '2022' },
			{ ...rated, period: '2024-Q3', asOf: '2023' }
		);
		const viewpoint = { path: ['MH'], period: '2024-Q3', language: 'vi' } as const;
		const { previous, asOf } = readingOf(facts, indicatorOf('members-rated-good'), viewpoint);
		expect(previous?.period).toBe('Năm 2022');
		expect(asOf).toBe('số liệu năm 2023');
	});

	it('counts where there is nothing to divide', () => {
		const reading = read('committee-course', { numerator: 9 }, 'en');
		expect(reading.value).toEqual({ text: '9', decimal: '9', counts: '9 courses', short: '9' });
		expect(reading.scale.end).toBe('10');
		expect(reading.sentence).toBe('9 (9 courses), Da Nang at least 1: Met.');
	});
});
