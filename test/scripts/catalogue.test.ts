import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { runThuocdo, runThuocdoByNpm } from './run-thuocdo.ts';

const folder = mkdtempSync(join(tmpdir(), 'own-'));
afterAll(() => rmSync(folder, { recursive: true }));

function fileOf(content: string): string {
	const path = join(folder, 'danh-muc.json');
	writeFileSync(path, content);
	return path;
}

const NOTHING = { documents: [], indicators: [], targets: [], undertakings: [], retired: [] };

it('catalogue check counts what the product carries, kind by kind', () => {
	const { code, stdout } = runThuocdoByNpm('catalogue', 'check', '--json');
	expect([code, JSON.parse(stdout)]).toMatchObject([
		0,
		{ sound: true, counts: { documents: 6, milestone: 19, duty: 29, task: 244 }, faults: [] }
	]);
});

it('catalogue check ends with 1 and names place and reason of every fault of a file', () => {
	const targets = [{ id: 'a', document: 'b' }];
	const path = fileOf(JSON.stringify({ format: 'thuocdo-catalogue-1', ...NOTHING, targets }));
	const { code, stdout } = runThuocdo('catalogue', 'check', path, '--lang', 'en');
	expect(code).toBe(1);
	expect(stdout).toMatch(/^Faults of the catalogue .+: \d+\n( {2}a › \w+ · .+\n)+$/);
});

it('catalogue check ends with 2 where the file is no JSON', () => {
	expect(runThuocdo('catalogue', 'check', fileOf('{')).code).toBe(2);
});
