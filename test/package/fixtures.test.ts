import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { openPackage } from '#lib/package/open-package.ts';
import { fullWorkspace, restored, travelling } from './workspaces.ts';

const FOLDER = new URL('../fixtures/packages/', import.meta.url);
const PASSPHRASE = 'đêm qua sân trước một cành mai';

/** Made once by the version of their number and never again: what was handed out must open for ever. */
const PACKAGES = ['plain-1', 'locked-1', 'signed-1'];

describe('a package made by an older version', () => {
	for (const name of PACKAGES)
		it(`opens with everything in it: ${name}`, async () => {
			const bytes = new Uint8Array(await readFile(new URL(`${name}.thuocdo`, FOLDER)));
			const opened = await openPackage(bytes, { passphrase: PASSPHRASE });
			expect(await travelling(await restored(opened))).toEqual(
				await travelling(await fullWorkspace())
			);
			expect(opened.signer).toEqual(
				name === 'signed-1'
					? {
							maker: 'Ban Tổ chức',
							fingerprint: expect.any(String) as string,
							isChecked: true
						}
					: undefined
			);
		});
});
