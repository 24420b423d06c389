import { execFile } from 'node:child_process';
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');
let folder: string;

beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), 'catalogue-'));
	await cp(join(ROOT, 'data/catalogue'), folder, { recursive: true });
});

afterEach(() => rm(folder, { recursive: true }));

describe('the check of the catalogue', () => {
	it('counts a sound one', async () => {
		expect(await check()).toEqual({
			code: 0,
			stdout:
				'Danh mục hợp lệ: 8 biểu, 116 số liệu gốc, 52 chỉ tiêu, 6 văn bản, 73 mức chỉ tiêu, 292 mốc, nghĩa vụ và nhiệm vụ.\n',
			stderr: ''
		});
	});

	it('ends with 1 and names the file that is no JSON', async () => {
		await writeFile(join(folder, 'targets/07-kh-tw.json'), '[');
		const { code, stderr } = await check();
		expect(code).toBe(1);
		expect(stderr).toMatch(
			/^Danh mục có lỗi ở tệp data\/catalogue\/targets\/07-kh-tw\.json, .*\nThe catalogue is broken in .*\n$/
		);
	});
});

function check(): Promise<{ code: number; stdout: string; stderr: string }> {
	const parameters = ['--import', 'tsx', 'scripts/check-catalogue.ts', folder];
	return new Promise((resolve) => {
		execFile(process.execPath, parameters, { cwd: ROOT }, (error, stdout, stderr) => {
			resolve({ code: Number(error?.code ?? 0), stdout, stderr });
		});
	});
}
