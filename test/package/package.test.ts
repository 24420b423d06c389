import { DuckDBInstance } from '@duckdb/node-api';
import fc from 'fast-check';
import { unzipSync, zipSync } from 'fflate';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { AppError } from '#lib/base/app-error.ts';
import { openPackage } from '#lib/package/open-package.ts';
import { sealFiles } from '#lib/package/seal.ts';
import { makeSigningKey, readSigningKey } from '#lib/package/signature.ts';
import type { Store } from '#lib/store/store.ts';
import { AT } from '#test/store/additions.ts';
import { fullWorkspace, packed, restored, travelling } from './workspaces.ts';

const PASSPHRASE = 'đêm qua sân trước một cành mai';
let store: Store;
let plain: Uint8Array;

beforeAll(async () => {
	store = await fullWorkspace();
	plain = await packed(store);
});

async function refusal(bytes: Uint8Array, options?: { passphrase?: string }): Promise<string> {
	try {
		await openPackage(bytes, options);
		return 'opened';
	} catch (error) {
		if (error instanceof AppError) return error.code;
		throw error;
	}
}

describe('a package', () => {
	it('brings back everything that a workspace keeps, to the byte, but the rollup', async () => {
		expect(await travelling(await restored(await openPackage(plain)))).toEqual(
			await travelling(store)
		);
	});

	it('says when and by what it was made, and names each part', async () => {
		const { made, parts, isLocked, signer } = await openPackage(plain);
		expect({ made, isLocked, signer }).toEqual({
			made: { at: AT, by: 'thuocdo 0.1.0', maker: 'Văn phòng' },
			isLocked: false,
			signer: undefined
		});
		const ids = store.manifest.submissions.map(({ id }) => `submissions/${id}`);
		expect(parts.map(({ path }) => path)).toEqual([
			...[`${ids[0]}.parquet`, `${ids[1]}.parquet`, ids[2]],
			...['organisation/1-units.csv', 'organisation/2-units.csv', 'organisation/2-lineage.csv'],
			...['catalogue/1.json', 'templates/1.docx']
		]);
	});

	it('is the same file whenever it is made of the same', async () => {
		expect(await packed(store)).toEqual(plain);
	});

	it('holds submissions that plain DuckDB reads', async () => {
		const folder = await mkdtemp(join(tmpdir(), 'thuocdo-'));
		for (const [path, bytes] of Object.entries(unzipSync(plain)))
			if (path.endsWith('.parquet')) await writeFile(join(folder, path.replace('/', '-')), bytes);
		const connection = await (await DuckDBInstance.create()).connect();
		const answer = await connection.runAndReadAll(
			`SELECT unit, period, measure, state, value FROM '${folder}/submissions-*.parquet' WHERE value > 0`
		);
		expect(answer.getRowObjects()).toEqual([
			{ unit: 'X1', period: '2025', measure: 'tcd', state: 'figure', value: 41n },
			{
				...{ unit: 'X1', period: '2026-Q3', measure: 'dv', state: 'figure' },
				value: 9_007_199_254_740_993n
			}
		]);
	});

	it(
		'is refused, with the reason, where any bit of it has turned',
		{ timeout: 120_000 },
		async () => {
			const outcomes = new Set<string>();
			const step = Math.max(1, Math.floor(plain.length / 1500));
			for (let at = 0; at < plain.length; at += step) {
				const flipped = plain.slice();
				flipped[at] = (flipped[at] ?? 0) ^ (1 << (at % 8));
				outcomes.add(await refusal(flipped));
			}
			expect([...outcomes].sort()).toEqual(['package.damaged', 'package.foreign']);
		}
	);

	it('is refused where it is cut short anywhere, and whatever else a file may be', async () => {
		for (let length = 4; length < plain.length; length += 97)
			expect(await refusal(plain.subarray(0, length))).toBe('package.damaged');
		expect(await refusal(new Uint8Array())).toBe('package.foreign');
		expect(await refusal(zipSync({ 'xl/workbook.xml': new Uint8Array(10) }))).toBe(
			'package.foreign'
		);
		await fc.assert(
			fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
				expect(await refusal(bytes)).toBe('package.foreign');
			}),
			{ numRuns: 50 }
		);
	});
});

describe('a package sealed anew after it was altered', () => {
	type Files = Record<string, Uint8Array>;
	async function resealed(change: (files: Files) => Files): Promise<string> {
		const files = unzipSync(plain);
		Object.assign(files, change(files));
		const loose = Object.entries(files).map(([path, bytes]) => ({ path, bytes }));
		return refusal(await sealFiles(loose, new Date(AT)));
	}
	const text = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes);
	const parquet = (files: Files): string =>
		Object.keys(files).find((path) => path.endsWith('.parquet')) ?? '';

	it('is refused for a part that is missing, added or another', async () => {
		expect(await resealed(() => ({ 'catalogue/1.json': new Uint8Array() }))).toBe(
			'package.damaged-part'
		);
		expect(await resealed(() => ({ 'more.txt': new Uint8Array(3) }))).toBe('package.damaged');
		expect(
			await resealed((files) => ({
				[parquet(files)]: new Uint8Array([...files[parquet(files)]!, 0])
			}))
		).toBe('package.damaged-part');
	});

	it('is refused for a manifest of another shape, kind or a newer version', async () => {
		const with_ = (pattern: RegExp, words: string) => (files: Files) => {
			return {
				'manifest.json': new TextEncoder().encode(
					text(files['manifest.json']).replace(pattern, words)
				)
			};
		};
		expect(await resealed(with_(/"version": 1/, '"version": 2'))).toBe('package.newer');
		expect(await resealed(with_(/"thuocdo-package"/, '"other"'))).toBe('package.foreign');
		expect(await resealed(with_(/"figures": 5/, '"figures": 6'))).toBe('package.damaged-part');
		expect(await resealed(with_(/"made"/, '"unmade"'))).toBe('package.damaged');
		expect(await resealed(with_(/"path": "catalogue\//, '"path": "../../'))).toBe(
			'package.damaged'
		);
		expect(await resealed(with_(/\{/, '{"__proto__": {},'))).toBe('package.damaged');
		expect(await resealed(with_(/^\{/, '['))).toBe('package.foreign');
	});
});

describe('a locked package', () => {
	let locked: Uint8Array;
	beforeAll(async () => {
		locked = await packed(store, { passphrase: PASSPHRASE });
	});

	it('opens with its passphrase however it is composed, and with no other', async () => {
		const { isLocked, manifest } = await openPackage(locked, {
			passphrase: PASSPHRASE.normalize('NFD')
		});
		expect([isLocked, manifest.submissions]).toEqual([true, store.manifest.submissions]);
		expect(await refusal(locked)).toBe('package.locked');
		expect(await refusal(locked, { passphrase: `${PASSPHRASE}?` })).toBe(
			'package.wrong-passphrase'
		);
	});

	it('says nothing of what it holds', () => {
		const files = unzipSync(locked);
		expect(Object.keys(files)).toEqual(['envelope.json', 'package.locked']);
		expect(new TextDecoder('latin1').decode(locked)).not.toContain('organisation');
	});

	it('refuses an envelope that would be weak or take for ever, before any work', async () => {
		for (const iterations of ['1000', '4000000000']) {
			const files = unzipSync(locked);
			const envelope = new TextDecoder()
				.decode(files['envelope.json'])
				.replace('1000000', iterations);
			files['envelope.json'] = new TextEncoder().encode(envelope);
			const loose = Object.entries(files).map(([path, bytes]) => ({ path, bytes }));
			const bytes = await sealFiles(loose, new Date(AT));
			expect(await refusal(bytes, { passphrase: PASSPHRASE })).toBe('package.damaged');
		}
	});

	it('takes no passphrase that is soon guessed', async () => {
		await expect(packed(store, { passphrase: 'mật khẩu' })).rejects.toThrow(
			'package.short-passphrase'
		);
	});
});

describe('a signed package', () => {
	it('shows who signed it, and is refused where the signature is of something else', async () => {
		const key = await makeSigningKey('Ban Tổ chức');
		const signed = await packed(store, { key });
		expect((await openPackage(signed)).signer).toEqual({
			maker: 'Ban Tổ chức',
			fingerprint: expect.stringMatching(/^([0-9a-f]{4} ){7}[0-9a-f]{4}$/) as string,
			isChecked: true
		});
		const [files, others] = [signed, await packed(store, { key, made: { at: AT, by: 'x' } })].map(
			(bytes) => unzipSync(bytes)
		);
		files!['signature.json'] = others!['signature.json']!;
		const loose = Object.entries(files!).map(([path, bytes]) => ({ path, bytes }));
		expect(await refusal(await sealFiles(loose, new Date(AT)))).toBe('package.bad-signature');
	});

	it('is refused for a bit turned in any of its parts, even where it was sealed anew', async () => {
		const signed = await packed(store, { key: await makeSigningKey('Ban Tổ chức') });
		const names = Object.keys(unzipSync(signed));
		expect(names.slice(0, 2)).toEqual(['manifest.json', 'signature.json']);
		for (const name of names) {
			const { length } = unzipSync(signed)[name]!;
			for (let at = 0; at < length; at += Math.max(1, Math.floor(length / 25))) {
				const files = unzipSync(signed);
				files[name]![at]! ^= 1 << (at % 8);
				const loose = Object.entries(files).map(([path, bytes]) => ({ path, bytes }));
				expect(await refusal(await sealFiles(loose, new Date(AT)))).toMatch(/^package\./);
			}
		}
	});

	it('takes no key that is none', () => {
		expect(() => readSigningKey(new TextEncoder().encode('{}'))).toThrow('package.bad-key');
	});
});
