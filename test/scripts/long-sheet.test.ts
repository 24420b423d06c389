import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { runThuocdo } from './run-thuocdo.ts';

const UNITS = 'test/fixtures/examples/units.csv';
const folder = mkdtempSync(join(tmpdir(), 'long-sheet-'));
afterAll(() => rmSync(folder, { recursive: true }));

interface Row {
	numerator: number | null;
	denominator: number | null;
	targets: { target: string; status: string }[];
}

/** The example of B8 (TEMPLATES.md §A), its city called by its name. */
function example(): string {
	const path = join(folder, 'B8.csv');
	const text = readFileSync('test/fixtures/sheets/b8-example.csv', 'utf8');
	writeFileSync(path, text.replaceAll('Thành phố', 'Đảng bộ thành phố Minh Họa'));
	return path;
}

it('rank, swap and pilot cells of the long sheet have their golden verdicts, resolutions none yet', () => {
	const where = ['--units', UNITS, '--unit', 'MH', '--period', '2023', '--json'];
	const { stdout } = runThuocdo('values', example(), ...where);
	const rows = JSON.parse(stdout) as Row[];
	const verdictOf = (id: string): unknown[] => {
		const row = rows.find(({ targets }) => targets.some(({ target }) => target === id));
		const verdict = row?.targets.find(({ target }) => target === id);
		return [id, row?.numerator, row?.denominator, verdict?.status];
	};
	expect(
		[
			...['dn-2025-dti-top3', 'dn-2023-rotation-swap', 'vt-2023-pilot-cells'],
			'vt-annual-thematic-supervision'
		].map(verdictOf)
	).toEqual([
		['dn-2025-dti-top3', 1, null, 'met'],
		['dn-2023-rotation-swap', 5, 5, 'met'],
		['vt-2023-pilot-cells', 2, null, 'met'],
		['vt-annual-thematic-supervision', null, null, 'no-data']
	]);
});
