import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type FigureCell, figuresInForce } from '#lib/ingest/figures.ts';
import { HeldFiles } from '#lib/state/held-files.ts';
import type { FileSource } from '#lib/state/ingest-tasks.ts';
import { choicesOf, type FileChoices, withCorrections } from '#lib/state/sheet-choices.ts';
import { writeBook } from '#test/ingest/write-spreadsheet.ts';
import { longFile, longUnits } from '#test/ingest/long-file.ts';
import { EXAMPLES, exampleUnits } from '#test/ingest/example-units.ts';

/** A file that tells how often its bytes were read. */
class CountedFile extends File {
	reads = 0;

	override stream(): ReturnType<File['stream']> {
		this.reads += 1;
		return super.stream();
	}
}

function source(file: File, version: number, choices: FileChoices = {}): FileSource {
	return { id: 1, file, version, choices, layouts: [] };
}

async function held(): Promise<HeldFiles> {
	const files = new HeldFiles();
	files.useOrganisation({ units: await exampleUnits(), lineage: [] });
	return files;
}

const bytes = readFileSync(new URL('B1.csv', EXAMPLES));

describe('HeldFiles', () => {
	test('understands a file anew after a correction without reading it again', async () => {
		const [files, file] = [await held(), new CountedFile([bytes], 'B1.csv')];
		await files.read(source(file, 1));
		const correction = { row: 4, column: 8, before: '4', text: 'bốn' };
		const choices = { '': withCorrections(choicesOf({}), [correction]) };
		const reading = await files.read(source(file, 2, choices));
		expect(reading).toMatchObject({
			drafts: [{ corrections: [correction], rows: { read: 5, accepted: 4, rejected: 1 } }]
		});
		expect(file.reads).toBe(1);
		const table = await files.table(source(file, 2, choices), '#1');
		expect(table?.cellsAt(4)[7]).toBe('bốn');
	});

	test('reads a file again that it let go of', async () => {
		const [files, file] = [await held(), new CountedFile([bytes], 'B1.csv')];
		await files.read(source(file, 1));
		files.forget(1);
		expect((await files.table(source(file, 1), '#1'))?.extent.first).toBe(4);
		expect(file.reads).toBe(2);
	});

	test('refuses a workbook whole where one of its sheets lists persons', async () => {
		const people = [
			['STT', 'Họ và tên', 'Ngày sinh'],
			['1', 'Nguyễn Văn An', '01/02/1980'],
			['2', 'Trần Thị Bình', '03/04/1985']
		];
		const figures = bytes
			.toString()
			.split('\n')
			.map((line) => line.split(','));
		const book = writeBook({ 'Biểu 1': figures, 'Danh sách': people });
		const file = new File([new Uint8Array(book)], 'b1.xlsx');
		expect(await (await held()).read(source(file, 1))).toMatchObject({
			drafts: [{ sheet: 'Danh sách', figures: 0, issues: [{ code: 'people-refused' }] }]
		});
	});

	test('keeps a long file column by column, and gives its rows with corrections', async () => {
		const files = new HeldFiles();
		files.useOrganisation({ units: await longUnits(), lineage: [] });
		const file = new File([longFile({ units: 12, quarters: 64 })], 'long.csv');
		expect(file.size).toBeGreaterThan(500_000);
		expect(await files.read(source(file, 1))).toMatchObject({
			drafts: [{ template: 'long', figures: 12 * 64 * 20, kinds: [] }]
		});
		const correction = { row: 4, column: 4, before: '1', text: 'nhiều' };
		const said = source(file, 2, { '': withCorrections(choicesOf({}), [correction]) });
		expect(await files.read(said)).toMatchObject({
			drafts: [
				{
					rows: { rejected: 1 },
					kinds: [{ code: 'not-a-number', count: 1 }],
					corrections: [correction]
				}
			]
		});
		expect((await files.table(said, '#1'))?.cellsAt(4)[3]).toBe('nhiều');
	});

	test('tells how many of the bytes are read, up to all of them', async () => {
		const told: unknown[] = [];
		const files = await held();
		await files.read(source(new File([bytes], 'B1.csv'), 1), (progress) => told.push(progress));
		const all = { phase: 'read', done: bytes.length, total: bytes.length };
		expect(told).toEqual([all, { phase: 'draft', done: 0, total: 0 }]);
	});

	test('adds figures of one quarter to those in force for the quarter before', async () => {
		const sheet = new URL('../fixtures/sheets/d14-quarter-before-needed.csv', import.meta.url);
		const file = new File([readFileSync(sheet)], 'b6.csv');
		const counted = ['b6.lc_kh', 'b6.lc_th', 'b6.bn_uc', 'b6.bn_uc_bd'];
		const answers = Object.fromEntries(counted.map((id) => [`cumulative:${id}`, 'in-period']));
		const choices: FileChoices = { '': { ...choicesOf({}), answers } };
		const files = await held();
		expect(await files.read(source(file, 1, choices))).toMatchObject({ drafts: [{ figures: 0 }] });

		const before = ['MH01', 'MH02'].flatMap((unit) =>
			counted.map((measure): FigureCell => {
				return { unit, period: '2024-Q2', measure, state: 'figure', value: 100n };
			})
		);
		files.useFigures(figuresInForce([before]));
		expect(await files.read(source(file, 2, choices))).toMatchObject({
			drafts: [{ rows: { accepted: 2 }, totals: { 'b6.lc_kh': 205n, 'b6.bn_uc_bd': 210n } }]
		});
	});
});
