import { describe, expect, it } from 'vitest';
import type { FoundTrace } from '#lib/base/trace.ts';
import { readTraceCode, type TraceCode, traceCode } from '#lib/base/trace-code.ts';
import { productCatalogue } from '#lib/catalogue/load-catalogue.ts';
import { createUnitTree } from '#lib/units/unit-tree.ts';
import { traceLines, type TraceWording } from '#lib/views/trace-words.ts';

const tree = createUnitTree([
	{
		...{ code: 'MH', name: 'Đảng bộ thành phố Minh Họa', kind: 'Thành phố', level: 'tinh' },
		validFrom: '2020-01-01'
	}
]);
const submission = (sequence: number, at: string) => ({
	...{ id: `00000${sequence}-ab`, sequence, file: `B1-${sequence}.csv`, at },
	state: 'official' as const
});
const wording: TraceWording = {
	...{ catalogue: productCatalogue(), tree, language: 'vi', newest: 3, today: '2026-11-22' },
	...{ organisation: [], catalogueEditions: [] },
	submissions: [
		submission(1, '2025-01-05T02:00:00Z'),
		submission(2, '2025-01-06T02:00:00Z'),
		submission(3, '2025-02-01T02:00:00Z')
	]
};
const PRINTED = {
	...{ indicator: 'grassroots-rated-good', unit: 'MH', period: '2024', sequence: 2 },
	...{ boundaries: 'reported' as const, numerator: 122n, denominator: 132n }
};
const found: FoundTrace = {
	...{ indicator: 'grassroots-rated-good', unit: 'MH', period: '2024', sequence: 2 },
	then: { numerator: 122n, denominator: 132n },
	now: { numerator: 121n, denominator: 132n },
	changes: [{ sequence: 3, numerator: 121n, denominator: 132n, isOwn: true }],
	...{ omitted: 0, agreement: 'agrees' }
};
const unchanged: FoundTrace = { ...found, now: found.then, changes: [] };

function codeOf(figure: Parameters<typeof traceCode>[0]): TraceCode {
	const read = readTraceCode(traceCode(figure));
	if ('fault' in read) throw new Error('not readable');
	return read;
}

function linesOf(each: FoundTrace, given: Partial<TraceWording> = {}) {
	return traceLines(each, codeOf(PRINTED), { ...wording, ...given });
}

describe('traceLines', () => {
	it('says the figure then and now, and what changed it', () => {
		expect(linesOf(found)).toEqual({
			id: 'grassroots-rated-good MH',
			indicator: 'Tổ chức cơ sở đảng được xếp loại từ hoàn thành tốt nhiệm vụ trở lên',
			unit: 'Đảng bộ thành phố Minh Họa',
			period: 'Năm 2024',
			then: { value: '92,42% (122/132)', time: 'sau lượt nộp số 2, 06/01/2025 09:00' },
			now: { value: '91,67% (121/132)', time: 'lượt nộp mới nhất số 3' },
			difference: '−0,76 điểm %',
			isChanged: true,
			verdict: 'Con số đã thay đổi từ khi in, qua 1 lượt nộp.',
			changes: [
				{
					...{ id: '000003-ab', time: '01/02/2025 09:00', file: 'B1-3.csv' },
					...{ value: '91,67% (121/132)', change: 'tử số −1, mẫu số ±0' },
					...{ isUnchanged: false, state: 'Chính thức' }
				}
			],
			omitted: 0
		});
	});

	it('says that a figure still holds, or holds again', () => {
		const again = { ...found.changes[0]!, sequence: 3, ...found.then };
		expect([
			linesOf(unchanged)?.verdict,
			linesOf({ ...unchanged, changes: [found.changes[0]!, again] }, { language: 'en' })?.verdict,
			linesOf(unchanged)?.difference
		]).toEqual([
			'Con số bây giờ vẫn đúng như khi in.',
			'The figure is what was printed, though it was another in between.',
			'không đổi'
		]);
	});

	it('prints no figure as a threshold that it misses', () => {
		const near = { numerator: 89_996n, denominator: 100_000n };
		const lines = linesOf({ ...unchanged, then: near, now: near });
		expect(lines?.then.value).toBe('89,996% (89.996/100.000)');
	});

	it('says what became of a figure that was not there then, or is not there now', () => {
		const first = linesOf({ ...found, then: {} });
		const gone = linesOf({ ...found, now: {} });
		expect([first?.then.value, first?.difference, gone?.now.value, gone?.difference]).toEqual([
			'Chưa có số liệu',
			'Nay mới có số liệu',
			'Chưa có số liệu',
			'không còn số liệu'
		]);
	});

	it('says on which units a figure stood that are no longer today’s', () => {
		const code = codeOf({ ...PRINTED, boundaries: 'today' });
		const lines = traceLines({ ...unchanged, boundaries: '2025-06-30' }, code, wording);
		expect([lines?.boundaries, lines?.verdict]).toEqual([
			'Đơn vị hiện nay',
			'Con số bây giờ vẫn đúng như khi in. Khi in, con số tính trên đơn vị ngày 30/06/2025; đơn vị nay đã thay đổi.'
		]);
	});

	it('says of a withheld figure that its code holds nothing to compare', () => {
		expect(linesOf({ ...unchanged, agreement: 'withheld' })?.verdict).toBe(
			'Con số này đã được che trong báo cáo, nên mã không mang con số để đối chiếu. Con số bây giờ vẫn đúng như khi in.'
		);
	});

	it('gives the likely reasons where the data are not those of the print', () => {
		const differs: FoundTrace = { ...found, agreement: 'differs' };
		const [, second, third] = wording.submissions;
		const doubtful = linesOf(differs, {
			submissions: [second!, third!],
			organisation: [{ at: '2024-12-31T02:00:00Z' }, { at: '2025-03-01T02:00:00Z' }],
			catalogueEditions: [{ at: '2025-03-02T02:00:00Z' }]
		});
		expect(doubtful?.verdict).toBeUndefined();
		expect(doubtful?.doubts).toEqual([
			'Có 1 lượt nộp trước thời điểm in đã bị hoàn tác, nay không còn.',
			'Danh sách đơn vị được sửa ngày 01/03/2025, sau lượt nộp đó.',
			'Danh mục chỉ tiêu được sửa ngày 02/03/2025, sau lượt nộp đó.',
			'Báo cáo được làm từ dữ liệu của nơi khác, không phải dữ liệu đang mở.'
		]);
		expect(linesOf({ ...differs, sequence: 9 })?.doubts).toEqual([
			'Khi in đã có lượt nộp số 9, ở đây mới có đến số 3: dữ liệu ở đây cũ hơn, hoặc là của nơi khác.'
		]);
	});

	it('says by which organisation and catalogue a figure was printed that are no longer in force', () => {
		const earlier = {
			until: { organisation: '2025-03-01T02:00:00Z', catalogue: '2025-03-02T02:00:00Z' },
			...{ unit: 'Đảng bộ Cũ', name: { vi: 'Chỉ tiêu cũ', en: 'Old' }, isRatio: true }
		};
		const lines = linesOf({ ...found, indicator: 'gone', changes: [], now: {}, earlier });
		expect([lines?.indicator, lines?.unit, lines?.then.value, lines?.now.value]).toEqual([
			...['Chỉ tiêu cũ', 'Đảng bộ Cũ', '92,42% (122/132)', 'Chưa có số liệu']
		]);
		expect(lines?.verdict).toBe(
			'Con số đã thay đổi từ khi in, không phải do lượt nộp nào. Khi in, con số tính theo danh sách đơn vị có trước lần sửa ngày 01/03/2025. Khi in, con số tính theo danh mục chỉ tiêu có trước lần sửa ngày 02/03/2025.'
		);
	});

	it('is nothing for an indicator that there is no more', () => {
		expect(linesOf({ ...found, indicator: 'gone' })).toBeUndefined();
	});
});
