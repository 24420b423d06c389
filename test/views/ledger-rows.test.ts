import { describe, expect, it } from 'vitest';
import { productCatalogue } from '#lib/catalogue/load-catalogue.ts';
import { calendarEntries } from '#lib/views/ledger-calendar.ts';
import { ledgerDetail } from '#lib/views/ledger-detail.ts';
import { filterLines, searchRows } from '#lib/views/ledger-filter.ts';
import { ledgerGroups } from '#lib/views/ledger-groups.ts';
import { ledgerRows } from '#lib/views/ledger-rows.ts';
import { ledgerParts, ledgerTally, ledgerTallyWords } from '#lib/views/ledger-tally.ts';
import { undertakingLines } from '#lib/views/ledger.ts';
import { fact, groundOf, TREE, undertaking } from './ledger-ground.ts';

const { documents, templates } = productCatalogue();
const OVERDUE = undertaking(
	'overdue',
	{ kind: 'once', last: '2024-03-31' },
	{ lead: 'Ban Tổ chức Thành ủy', coordinating: 'Văn phòng Thành ủy', approver: 'Thành ủy' }
);
const SOON = undertaking(
	'soon',
	{ kind: 'once', last: '2024-06-14' },
	{ document: 'da-nang-nq21', kind: 'duty', lead: 'Ban Tuyên giáo Thành ủy' }
);
const DONE = undertaking(
	'done',
	{ kind: 'recurring', first: '2023-12-14', months: 12 },
	{ kind: 'milestone', responsible: 'Ban Tổ chức Thành ủy', dueText: 'trước ngày 15/12' }
);
const GOING = undertaking('going', { kind: 'continuous' }, { dueText: 'thường xuyên' });
const LINES = undertakingLines(
	groundOf(
		[OVERDUE, SOON, DONE, GOING],
		[
			fact('overdue', { state: 'in-progress', plan: 44n, done: 31n, sequence: 7, row: 9 }),
			fact('done', { period: '2023', state: 'on-time', day: '2023-12-16' }),
			fact('done', { period: '2024-Q2', state: 'done', day: '2024-05-20' })
		]
	)
);
const WORDS = { documents, templates, language: 'vi' as const };
const ROWS = ledgerRows(LINES, WORDS);
const ids = (items: { id: string }[]): string[] => items.map(({ id }) => id);

describe('the rows of the ledger', () => {
	it('say state, day, body and document in both languages', () => {
		expect(ROWS[0]).toMatchObject({
			kindWord: 'Nhiệm vụ',
			isQuoted: true,
			document: 'KH 256',
			lead: 'Ban Tổ chức Thành ủy',
			look: { state: 'overdue', word: 'Quá hạn', days: 'quá 62 ngày', colour: 'not-met' },
			due: '31/03/2024'
		});
		const [, soon, done, going] = ledgerRows(LINES, { ...WORDS, language: 'en' });
		expect(soon).toMatchObject({ document: 'Da Nang', look: { days: '13 days to go' } });
		expect(done).toMatchObject({ lead: 'Ban Tổ chức Thành ủy', period: '2024' });
		expect(going).toMatchObject({ due: '“Thường xuyên”', look: { word: 'Continuous', days: '' } });
	});

	it('are found by words in any order, without accents, and by body', () => {
		expect(ids(searchRows(ROWS, { text: 'to chuc viec' }))).toEqual(['overdue', 'done']);
		expect(ids(searchRows(ROWS, { body: 'van phong' }))).toEqual(['overdue']);
		expect(ids(searchRows(ROWS, { text: 'đà nẵng' }))).toEqual(['soon']);
		expect(ids(searchRows(ROWS, {}))).toEqual(ids(LINES));
	});

	it('are filtered by document, kind and state', () => {
		expect(ids(filterLines(LINES, { document: 'da-nang-nq21' }))).toEqual(['soon']);
		expect(ids(filterLines(LINES, { kind: 'task' }))).toEqual(['overdue', 'going']);
		expect(ids(filterLines(LINES, { state: 'soon' }))).toEqual(['soon']);
		expect(ids(filterLines(LINES, { state: 'finished' }))).toEqual(['done']);
		expect(ids(filterLines(LINES, { state: 'continuous' }))).toEqual(['going']);
	});

	it('stand by urgency, by day or as listed, under document, body or month', () => {
		const grouped = (by: 'none' | 'document' | 'body' | 'month') =>
			ledgerGroups(ROWS, { by, order: 'urgency', language: 'vi' }).map(({ title, rows }) => [
				title,
				...ids(rows)
			]);
		expect(grouped('none')).toEqual([['', 'overdue', 'soon', 'going', 'done']]);
		expect(grouped('document')).toEqual([
			['KH 256', 'overdue', 'going', 'done'],
			['Đà Nẵng', 'soon']
		]);
		expect(grouped('body')).toEqual([
			['Ban Tổ chức Thành ủy', 'overdue', 'done'],
			['Ban Tuyên giáo Thành ủy', 'soon'],
			['Không nêu cơ quan', 'going']
		]);
		expect(grouped('month')).toEqual([
			['Tháng 3/2024', 'overdue'],
			['Tháng 6/2024', 'soon'],
			['Tháng 12/2024', 'done'],
			['Không nêu hạn', 'going']
		]);
	});

	it('are counted by stage, in words and as a bar', () => {
		const tally = ledgerTally(LINES);
		expect(ledgerTallyWords(tally, 'vi')).toBe(
			'4 việc: 1 hoàn thành, 1 quá hạn, 1 chưa đến hạn, 1 không nêu hạn'
		);
		expect(ledgerTallyWords(ledgerTally(LINES.slice(0, 1)), 'en', 'task')).toBe(
			'1 tasks: 1 overdue'
		);
		expect(tally.soon).toBe(1);
		expect(ledgerParts(tally, 'vi').map(({ stage, share }) => [stage, share])).toEqual([
			['done', 25],
			['overdue', 25],
			['ahead', 25],
			['undated', 25]
		]);
	});
});

describe('the details of a row', () => {
	const ground = {
		documents,
		tree: TREE,
		fileOf: (sequence: number) => (sequence === 7 ? 'B8.csv' : undefined),
		language: 'vi' as const
	};

	it('tell the bodies, the source and each report with its file and row', () => {
		const [overdue] = LINES.map((line) => ledgerDetail(line, ground));
		expect(overdue?.parts.map(({ label, text }) => `${label}: ${text}`)).toEqual([
			'Chủ trì: Ban Tổ chức Thành ủy',
			'Phối hợp: Văn phòng Thành ủy',
			'Phê duyệt: Thành ủy',
			'Nguồn: 256-KH/TU, mục V.1'
		]);
		expect(overdue?.days[0]?.reports).toEqual([
			{
				key: 'MH 2024 7',
				text: 'Năm 2024: Đang thực hiện, thực hiện 31/44',
				source: 'Đảng bộ thành phố · B8.csv, dòng 9'
			}
		]);
	});

	it('tell every day, newest first, and where a report contradicts itself', () => {
		const done = ledgerDetail(LINES[2]!, ground);
		expect(done.days.map(({ head, look, doubt }) => [head, look.word, doubt])).toEqual([
			['Năm 2024 · hạn 14/12/2024', 'Hoàn thành đúng hạn', ''],
			[
				'Năm 2023 · hạn 14/12/2023',
				'Hoàn thành đúng hạn',
				'Biểu ghi “đúng hạn” nhưng ngày hoàn thành sau hạn'
			]
		]);
		expect(done.isSilent).toBe(false);
		expect(ledgerDetail(LINES[3]!, ground).isSilent).toBe(true);
	});
});

describe('calendarEntries', () => {
	it('lists what is still to be done ahead, by day, and nothing else', () => {
		expect(calendarEntries(ROWS, 'vi')).toEqual([
			{
				uid: 'soon-2024-06-14@thuocdo',
				day: '2024-06-14',
				title: 'Hạn: Việc soon',
				text: 'Việc soon\nĐà Nẵng, mục V.1\nChủ trì: Ban Tuyên giáo Thành ủy',
				categories: ['Nghĩa vụ', 'Đà Nẵng']
			}
		]);
	});

	it('keeps apart what differs in letters that an identifier cannot hold', () => {
		const due = { kind: 'once', last: '2024-07-01' } as const;
		const twins = ['A#Đ', 'A#D', 'A/D', 'A D'].map((id) => undertaking(id, due));
		const rows = ledgerRows(undertakingLines(groundOf(twins)), WORDS);
		const uids = calendarEntries(rows, 'vi').map(({ uid }) => uid);
		expect(new Set(uids).size).toBe(4);
		for (const uid of uids) expect(uid).toMatch(/^[\w.@-]+$/);
	});
});
