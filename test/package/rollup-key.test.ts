import { describe, expect, test } from 'vitest';
import { productCatalogue } from '#lib/catalogue/load-catalogue.ts';
import { rollupKeyOf } from '#lib/package/rollup-key.ts';
import { emptyManifest } from '#lib/store/manifest.ts';
import type { Submission } from '#lib/store/submission.ts';

const catalogue = productCatalogue();
const manifest = { ...emptyManifest(2), submissions: [submission('000001-aaaaaaaa', 'a')] };
const source = { manifest, units: [], catalogue };

function submission(id: string, digit: string): Submission {
	return {
		id,
		sequence: 1,
		file: 'B1.csv',
		sha256: digit.repeat(64),
		template: 'B1',
		periods: ['2024-Q4'],
		at: '2025-01-05T18:30:00.000Z',
		state: 'official',
		rows: { read: 1, accepted: 1, rejected: 0 },
		figures: 1,
		issues: [],
		content: `contents/${digit.repeat(64)}`,
		contentSha256: digit.repeat(64)
	};
}

describe('rollupKeyOf', () => {
	test('is the same for the same submissions, units and catalogue', async () => {
		const again = { ...source, manifest: { ...manifest, sequence: 9 } };
		expect(await rollupKeyOf(again)).toBe(await rollupKeyOf(source));
	});

	test('differs once a submission comes or goes', async () => {
		const more = {
			...manifest,
			submissions: [...manifest.submissions, submission('000002-bbbbbbbb', 'b')]
		};
		expect(await rollupKeyOf({ ...source, manifest: more })).not.toBe(await rollupKeyOf(source));
	});

	test('differs once a unit or an indicator changes', async () => {
		const units = [
			{ code: 'MH', name: 'Đảng bộ A', kind: '', level: 'tinh', validFrom: '2020-01-01' }
		];
		const fewer = { ...catalogue, indicators: catalogue.indicators.slice(1) };
		const keys = [
			await rollupKeyOf(source),
			await rollupKeyOf({ ...source, units }),
			await rollupKeyOf({ ...source, catalogue: fewer })
		];
		expect(new Set(keys).size).toBe(3);
	});
});
