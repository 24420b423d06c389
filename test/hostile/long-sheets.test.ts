import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Reading } from '#lib/state/ingest-tasks.ts';
import { HeldFiles } from '#lib/state/held-files.ts';
import { EXAMPLES, exampleUnits } from '#test/ingest/example-units.ts';

const GOOD = readFileSync(new URL('B1.csv', EXAMPLES), 'utf8');
const [TITLE = '', , , FIRST = ''] = GOOD.split('\n');
const BLANK = ','.repeat(FIRST.split(',').length - 1);

async function read(text: string): Promise<Reading> {
	const files = new HeldFiles();
	files.useOrganisation({ units: await exampleUnits(), lineage: [] });
	const file = new File([text], 'b1.csv');
	return files.read({ id: 1, file, version: 1, choices: {}, layouts: [] });
}

/** Of each table how many rows were read, and what is wrong with it. */
async function outcomeOf(text: string): Promise<unknown> {
	const reading = await read(text);
	if (reading.kind !== 'sheets') return reading.kind;
	return reading.drafts.map(({ rows, issues }) => ({
		read: rows.read,
		issues: issues.slice(0, 1).map(({ code, params }) => ({ code, ...(params && { params }) }))
	}));
}

function lines(count: number, lineOf: (at: number) => string): string {
	return Array.from({ length: count }, (_, at) => `${lineOf(at)}\n`).join('');
}

describe('a sheet', () => {
	it('with 1 000 000 blank rows below and above its figures is read as without them', async () => {
		const blank = lines(500_000, () => BLANK);
		const expected = (await read(GOOD)) as Reading & { kind: 'sheets' };
		const found = (await read(`${blank}${GOOD}${blank}`)) as Reading & { kind: 'sheets' };
		expect(found.drafts.map(({ rows, figures }) => ({ rows, figures }))).toEqual(
			expected.drafts.map(({ rows, figures }) => ({ rows, figures }))
		);
	});

	it.each([
		['the same', () => 'STT,Đơn vị,HTXSNV,HTTNV,HTNV'],
		['another each', (at: number) => `STT,Đơn vị ${at},HTXSNV,HTTNV,HTNV`]
	])('with 100 000 header rows, %s, is refused by a word', async (_, headerOf) => {
		expect(await outcomeOf(`${GOOD}${lines(100_000, headerOf)}`)).toEqual([
			{ read: 0, issues: [{ code: 'too-many-tables', params: { most: 300 } }] }
		]);
	});

	it.each([300_000])('with %i units that nobody knows is refused by a word', async (count) => {
		const rows = lines(count, (at) =>
			FIRST.replace(/^\d+,[^,]*/, `${at},Xã chưa ai biết số ${at}`)
		);
		const known = (await exampleUnits()).length;
		// Beside those the file names five units and a total.
		expect(await outcomeOf(`${GOOD}${rows}`)).toEqual([
			{
				read: 0,
				issues: [{ code: 'too-many-units', params: { count: count + 6, known } }]
			}
		]);
	});

	it('of 20 000 persons is refused as such, however many names there are', async () => {
		const rows = lines(
			20_000,
			(at) => `${at},Nguyễn Văn An ${at},${10_000_000_000 + at},01/02/1980`
		);
		const text = `${TITLE}\nSTT,Họ và tên,Số CCCD,Ngày sinh\n${rows}`;
		expect(await outcomeOf(text)).toMatchObject([{ issues: [{ code: 'people-refused' }] }]);
	});
});
