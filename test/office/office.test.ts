import { join } from 'node:path';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { findOffice, findValidator, NO_OFFICE, NO_VALIDATOR } from '#scripts/install-office.mjs';
import { run } from '#scripts/run.mjs';
import { freshFolder, type OfficeFile, saveByOffice, writeFiles } from './office.ts';
import { chartNumbers, sheetNumbers, tableTexts } from './office-texts.ts';
import { pageFaults } from './page-goldens.ts';
import { reportFiles } from './report-files.ts';

/** On a busy machine other programs take their time. */
vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 });

const hasOffice = findOffice() !== undefined;
const files = await reportFiles();
const names = files.map(({ name }) => name);

// eslint-disable-next-line no-console -- a check that did not run must not pass for one that did
if (!hasOffice) console.warn(NO_OFFICE);
// eslint-disable-next-line no-console -- the same
if (!findValidator()) console.warn(NO_VALIDATOR);

test.skipIf(!findValidator()).each(names)('%s is valid by the schemas of Office', async (name) => {
	const folder = await freshFolder(`valid-${name}`);
	await writeFiles(files, folder);
	const { output } = await run(findValidator() ?? '', [join(folder, name)]);
	expect(JSON.parse(output)).toMatchObject({ ok: true, errors: [] });
});

describe.skipIf(!hasOffice)('LibreOffice', () => {
	let printed: OfficeFile[] = [];
	let saved: OfficeFile[] = [];

	beforeAll(async () => {
		printed = await saveByOffice(files, 'pdf');
		for (const format of new Set(names.map((name) => name.split('.')[1]!))) {
			const those = files.filter(({ name }) => name.endsWith(format));
			saved = [...saved, ...(await saveByOffice(those, format))];
		}
	});

	test.each(names)('shows the pages of %s as they were approved', async (name) => {
		expect(await pageFaults(printed[names.indexOf(name)]!)).toEqual([]);
	});

	test.each(names.filter((name) => !name.endsWith('.xlsx')))(
		'saves %s with the same texts in its tables',
		(name) => {
			const [before, after] = bothOf(name).map(({ bytes }) => tableTexts(bytes));
			expect(after).toEqual(before);
			expect(after).not.toEqual([]);
		}
	);

	test.each(names)('saves %s with the same numbers in its charts', (name) => {
		const [before, after] = bothOf(name).map(({ bytes }) => rounded(chartNumbers(bytes).flat()));
		expect(after).toEqual(before);
		expect(after).not.toEqual([]);
	});

	test.each(names.filter((name) => name.endsWith('.xlsx')))(
		'saves %s with the same numbers in its sheets',
		(name) => {
			const [before, after] = bothOf(name).map(({ bytes }) => rounded(sheetNumbers(bytes)));
			expect(after).toEqual(before);
			expect(after).not.toEqual([]);
		}
	);

	function bothOf(name: string): [OfficeFile, OfficeFile] {
		const ours = files.find((file) => file.name === name)!;
		return [ours, saved.find((file) => file.name === name)!];
	}
});

/** In rising order, to nine digits after the point, as not every program keeps more. */
function rounded(numbers: readonly number[]): number[] {
	return numbers.map((number) => Number(number.toFixed(9))).toSorted((one, other) => one - other);
}
