import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Layout } from '#lib/base/layout.ts';
import type { Question } from '#lib/ingest/question.ts';
import { present } from '#test/store/additions.ts';
import { runThuocdo } from './run-thuocdo.ts';

const EXAMPLES = 'test/fixtures/examples';
const SLOW = 60_000;

interface Checked {
	period: string;
	questions: Question[];
	layout: Layout;
	issues: { severity: string; code: string }[];
}

let folder: string;
beforeAll(() => {
	folder = mkdtempSync(join(tmpdir(), 'thuocdo-'));
});
afterAll(() => {
	rmSync(folder, { recursive: true });
});

/** Writes the example B1 with some of its words changed. */
function sheet(name: string, ...changes: [string, string][]): string {
	const path = join(folder, name);
	const text = readFileSync(`${EXAMPLES}/B1.csv`, 'utf8');
	writeFileSync(
		path,
		changes.reduce((changed, [before, after]) => changed.replace(before, after), text)
	);
	return path;
}

function check(file: string, ...more: string[]): { code: number | null; checked: Checked } {
	const units = `${EXAMPLES}/units.csv`;
	const { code, stdout } = runThuocdo('check', file, '--units', units, '--json', ...more);
	const { files } = JSON.parse(stdout) as { files: Checked[] };
	return { code, checked: present(files[0]) };
}

describe('a layout file', () => {
	const own: [string, string][] = [
		['HTTNV,', 'Mức 2,'],
		['Đảng bộ phường Tân Lợi', 'Phường Tân Lợii']
	];
	const next: [string, string][] = [
		['Quý IV/2024', 'Quý III/2024'],
		['31/12/2024', '30/9/2024']
	];
	const layoutPath = (): string => join(folder, 'layout.json');

	it(
		'answers what was asked of the first file, and of the next quarter’s nothing is asked',
		{ timeout: SLOW },
		() => {
			const first = check(sheet('first.csv', ...own));
			const { questions, layout } = first.checked;
			expect(first.code).toBe(1);
			expect(questions.map(({ key, choices }) => [key, choices[0]?.value])).toEqual([
				['column:b1.tot', 'muc 2'],
				['unit:phuong tan loii', 'MH02']
			]);
			const answers = { 'column:b1.tot': 'muc 2', 'unit:phuong tan loii': 'MH02' };
			writeFileSync(layoutPath(), JSON.stringify({ ...layout, answers }));

			const again = check(sheet('next.csv', ...own, ...next), '--layout', layoutPath());
			expect([again.code, again.checked.period, again.checked.questions]).toEqual([
				0,
				'2024-Q3',
				[]
			]);
			expect(again.checked.layout.answers).toEqual(answers);
		}
	);

	it('leaves one question where one more column is renamed', { timeout: SLOW }, () => {
		const renamed = sheet('renamed.csv', ...own, ...next, ['HTXSNV,', 'Mức 1,']);
		const { code, checked } = check(renamed, '--layout', layoutPath());
		expect([code, checked.questions.map(({ key }) => key)]).toEqual([1, ['column:b1.xs']]);
	});

	it('of another form is refused in words', { timeout: SLOW }, () => {
		const path = join(folder, 'broken.json');
		writeFileSync(path, '{"template": 1}');
		const { code, stderr } = runThuocdo('check', sheet('b1.csv'), '--layout', path);
		expect([code, stderr.includes('không đúng dạng'), stderr.includes('    at ')]).toEqual([
			2,
			true,
			false
		]);
	});
});
