import { readdirSync, readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { AppError } from '#lib/base/app-error.ts';
import { describeIssue } from '#lib/base/describe-issue.ts';
import type { Issue } from '#lib/base/issue.ts';
import type { Answers, Layout } from '#lib/base/layout.ts';
import { productCatalogue, productCatalogueWhole } from '#lib/catalogue/load-catalogue.ts';
import { draftFile } from '#lib/ingest/draft-file.ts';
import type { Draft } from '#lib/ingest/draft.ts';
import { EXAMPLES, exampleUnits } from './example-units.ts';
import { writeBook } from './write-spreadsheet.ts';

const SHEETS = new URL('../fixtures/sheets/', import.meta.url);

/** A sentence without a place that was left open. */
const COMPLETE = /^[^{}…]+ [^{}…]+\.$|^[^{}…]+\?[^{}…]+\.$/;

/** What the analyst says beside the file. */
interface Given {
	period?: string;
	answers?: Answers;
	layouts?: Layout[];
	today?: string;
}

/** One draft of a file; a file with several tables has a list of them. */
interface Expected {
	given?: Given;
	sheet?: string;
	template?: string;
	periods: string[];
	rows: Draft['rows'];
	totals: Record<string, number>;
	issues: Issue[];
	/** The keys of what is asked; left out where nothing is. */
	questions?: string[];
}

const units = await exampleUnits();
const whole = await productCatalogueWhole();

describe('a sheet of test/fixtures/sheets', () => {
	const names = readdirSync(SHEETS).filter((name) => !name.endsWith('.expected.json'));

	it.each(names)('%s is drafted as expected', async (name) => {
		const expected = readExpected(name);
		const drafts = await draftsOf(new URL(name, SHEETS), expected[0]?.given);
		expect(drafts.map(summaryOf)).toEqual(expected.map((each) => ({ ...each, given: undefined })));
	});

	it.each(names)('%s has all its words, with nothing left to fill in', async (name) => {
		const drafts = await draftsOf(new URL(name, SHEETS), readExpected(name)[0]?.given);
		for (const issue of drafts.flatMap(({ issues }) => issues)) {
			const words = [describeIssue(issue, 'vi'), describeIssue(issue, 'en')];
			expect(words).toEqual([expect.stringMatching(COMPLETE), expect.stringMatching(COMPLETE)]);
		}
	});
});

describe('an example sheet', () => {
	it.each(['B1', 'B2', 'B3', 'B4', 'B5', 'B6', 'B7'])(
		'%s is drafted without an issue, with the sums of its total row',
		async (name) => {
			const url = new URL(`${name}.csv`, EXAMPLES);
			const draft = await draftOf(url);
			expect(draft.sha256).toMatch(/^[0-9a-f]{64}$/);
			expect({ ...withoutMatches(draft), totals: Object.values(draft.totals) }).toEqual({
				file: `${name}.csv`,
				sha256: draft.sha256,
				template: name,
				periods: ['2024-Q4'],
				rows: { read: 5, accepted: 5, rejected: 0 },
				totals: totalRowOf(url),
				issues: [],
				questions: [],
				answers: {}
			});
		}
	);
});

describe('a workbook', () => {
	const catalogue = productCatalogue();
	const B1 = new URL('B1.csv', EXAMPLES);
	const b1 = Papa.parse<string[]>(readFileSync(B1, 'utf8').trim()).data.map((row, at) =>
		row.map((text) => (at > 2 && /^\d+$/.test(text) ? Number(text) : text))
	);

	it.each(['xlsx', 'xls', 'ods'] as const)(
		'drafts the example B1 as .%s with the sums of its total row',
		async (bookType) => {
			const notes = [['Hướng dẫn'], ['Điền đủ các cột']];
			const bytes = writeBook({ 'Hướng dẫn': notes, 'Biểu 1': b1 }, { bookType });
			const drafts = await draftFile({ name: 'b1', bytes, catalogue, units });
			expect(drafts.map(withoutMatches)).toEqual([
				{
					...{ file: 'b1', sha256: drafts[0]?.sha256, sheet: 'Biểu 1', template: 'B1' },
					periods: ['2024-Q4'],
					rows: { read: 5, accepted: 5, rejected: 0 },
					totals: drafts[0]?.totals,
					issues: [],
					questions: [],
					answers: {}
				}
			]);
			expect(Object.values(drafts[0]?.totals ?? {})).toEqual(totalRowOf(B1));
		}
	);

	it('has its hidden sheets left out', async () => {
		const bytes = writeBook({ Cũ: b1, 'Biểu 1': b1 }, { hidden: [1, 0] });
		const drafts = await draftFile({ name: 'b1', bytes, catalogue, units });
		expect(drafts.map(({ sheet }) => sheet)).toEqual(['Biểu 1']);
	});

	it('is refused whole where a sheet lists persons, even one that it hides', async () => {
		const people = [
			['STT', 'Họ và tên', 'Ngày sinh'],
			[1, 'Nguyễn Thị Minh', '02/3/1980']
		];
		for (const hidden of [[], [0, 1], [0, 2]]) {
			const bytes = writeBook({ 'Biểu 1': b1, 'Phụ lục': people }, { hidden });
			const drafts = await draftFile({ name: 'b1', bytes, catalogue, units });
			expect(drafts.map(({ sheet, entries, issues }) => [sheet, entries, issues.length])).toEqual([
				['Phụ lục', [], 1]
			]);
		}
	});

	it('is refused where all that it holds is hidden', async () => {
		const bytes = writeBook({ Bìa: [], 'Biểu 1': b1 }, { hidden: [0, 2] });
		await expect(draftFile({ name: 'b1', bytes, catalogue, units })).rejects.toThrow(
			new AppError('file.all-hidden', { file: 'b1' })
		);
	});

	it('says of each sheet that it holds no table where none does', async () => {
		const bytes = writeBook({ A: [['Xin chào']], B: [['Tạm biệt']] });
		const drafts = await draftFile({ name: 'b1', bytes, catalogue, units });
		expect(drafts.map(({ sheet, issues }) => [sheet, issues.map(({ code }) => code)])).toEqual([
			['A', ['no-table']],
			['B', ['no-table']]
		]);
	});
});

describe('a file', () => {
	it('is known by the SHA-256 of its bytes', async () => {
		const bytes = new TextEncoder().encode('abc');
		const [draft] = await draftFile({ name: 'a.csv', bytes, catalogue: productCatalogue(), units });
		expect(draft?.sha256).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
	});
});

async function draftOf(url: URL, given?: Given): Promise<Draft> {
	const drafts = await draftsOf(url, given);
	expect(drafts).toHaveLength(1);
	return drafts[0] as Draft;
}

async function draftsOf(url: URL, given: Given = {}): Promise<Draft[]> {
	const name = url.pathname.split('/').at(-1) ?? '';
	const bytes = new Uint8Array(readFileSync(url));
	return draftFile({ name, bytes, catalogue: whole, units, ...given });
}

/** All that a draft says but the entries and how the table was understood. */
function withoutMatches(draft: Draft): Omit<Draft, 'entries' | 'matches'> {
	const { entries, matches, ...rest } = draft;
	expect([entries.length > 0, matches.headers.length >= 0]).toEqual([true, true]);
	return rest;
}

/** What the fixture says: all but the file's name and hash, the entries, and the parameters of issues. */
function summaryOf({ sheet, template, periods, rows, totals, issues, questions }: Draft): Expected {
	const numbers = Object.entries(totals).map(([measure, sum]) => [measure, Number(sum)]);
	return {
		given: undefined,
		...(sheet !== undefined && { sheet }),
		template,
		periods,
		rows,
		totals: Object.fromEntries(numbers) as Record<string, number>,
		issues: issues.map(({ params: _, ...issue }) => issue),
		...(questions.length > 0 && { questions: questions.map(({ key }) => key) })
	};
}

/** What is expected of a file: one draft, or a list of them. */
function readExpected(name: string): Expected[] {
	const url = new URL(`${name.replace(/\.\w+$/, '')}.expected.json`, SHEETS);
	const expected = JSON.parse(readFileSync(url, 'utf8')) as Expected | Expected[];
	return Array.isArray(expected) ? expected : [expected];
}

/** The figures of the "Tổng cộng" row, read by hand: last line, quoted percentages and blank cells aside. */
function totalRowOf(url: URL): bigint[] {
	const line = readFileSync(url, 'utf8').trim().split('\n').at(-1) ?? '';
	const cells = line
		.replaceAll(/"[^"]*"/g, '')
		.split(',')
		.slice(2);
	return cells.filter((cell) => cell !== '').map((cell) => BigInt(cell.replaceAll('.', '')));
}
