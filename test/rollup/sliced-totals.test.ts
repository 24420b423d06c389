import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { AppError } from '#lib/base/app-error.ts';
import { encodeEntries } from '#lib/rollup/encode-entries.ts';
import { rollUp } from '#lib/rollup/roll-up.ts';
import { type SliceFile, type SliceIndex, SLICES_FORMAT } from '#lib/rollup/slice-index.ts';
import { openSlices, type SliceSource } from '#lib/rollup/sliced-totals.ts';
import { catalogueOf } from './random-reports.ts';

const PERIOD = '2024-Q1';
const UNITS = [
	['R', undefined],
	['A', 'R'],
	['A1', 'A'],
	['A11', 'A1'],
	['B', 'R'],
	['B1', 'B']
] as const;
const units = UNITS.map(([code, parent]) => ({
	...{ code, parent, name: code, kind: 'Xã', level: 'xa', validFrom: '2020-01-01' }
}));
const catalogue = catalogueOf([{ id: 'i', numerator: ['end.a'], denominator: [] }]);
const digest = (bytes: Uint8Array): Promise<string> =>
	Promise.resolve(createHash('sha256').update(bytes).digest('hex'));

/** The files of a rollup in which each unit reports 1, and the names of those that were read. */
async function published(): Promise<{
	source: SliceSource;
	read: string[];
	files: Map<string, Uint8Array>;
}> {
	const files = new Map<string, Uint8Array>();
	const slice = async (codes: string[], file: string): Promise<SliceFile> => {
		const entries = codes.map((unit) => ({
			...{ unit, period: PERIOD, measure: 'end.a', state: 'figure' as const },
			...{ value: 1n, row: 1, column: 1 }
		}));
		const submissions = [{ sequence: 1, bytes: encodeEntries(entries) }];
		const own = units.filter(({ code }) => codes.includes(code));
		const bytes = gzipSync(rollUp({ submissions, units: rooted(own), catalogue }));
		files.set(file, bytes);
		return { file, bytes: bytes.length, content: 0, sha256: await digest(bytes) };
	};
	const index: SliceIndex = {
		format: SLICES_FORMAT,
		periods: [PERIOD],
		top: await slice(['R', 'A', 'B'], 'top'),
		below: {
			A: await slice(['A1'], 'a'),
			A1: await slice(['A11'], 'a1'),
			B: await slice(['B1'], 'b')
		}
	};
	files.set('index.json', new TextEncoder().encode(JSON.stringify(index)));
	const read: string[] = [];
	const source: SliceSource = {
		digest,
		branches: 2,
		read(file) {
			read.push(file);
			return Promise.resolve(files.get(file) ?? new Uint8Array());
		}
	};
	return { source, read, files };
}

/** The units without those above them that are not among them. */
function rooted(own: typeof units): typeof units {
	const codes = new Set<string>(own.map(({ code }) => code));
	return own.map((unit) => ({
		...unit,
		parent: unit.parent !== undefined && codes.has(unit.parent) ? unit.parent : undefined
	}));
}

test('the uppermost units are there at once, a branch when it was entered, and the one entered longest ago gives way', async () => {
	const { source, read } = await published();
	const totals = await openSlices(source);
	const isKnown = (unit: string): boolean => totals.total(unit, PERIOD, 'i') !== undefined;
	expect(read).toEqual(['index.json', 'top']);
	expect(['R', 'A', 'B', 'A1', 'B1'].map(isKnown)).toEqual([true, true, true, false, false]);
	expect(totals.isEntered(['A'])).toBe(false);

	await Promise.all([totals.enter(['A']), totals.enter(['A', 'A1', 'A11'])]);
	expect(read).toEqual(['index.json', 'top', 'a', 'a1']);
	expect(totals.isEntered(['A', 'A1', 'A11'])).toBe(true);
	expect(totals.total('A11', PERIOD, 'i')?.numerator).toBe(1n);

	await totals.enter(['B']);
	expect(['A1', 'A11', 'B1'].map(isKnown)).toEqual([false, true, true]);
});

test('of a path that is read at once, its first unit was entered first, whichever is read first', async () => {
	const { source } = await published();
	const totals = await openSlices({
		...source,
		async read(file) {
			if (file === 'a') await new Promise((resolve) => setTimeout(resolve, 50));
			return source.read(file);
		}
	});
	await totals.enter(['A', 'A1']);
	await totals.enter(['B']);
	const isKnown = (unit: string): boolean => totals.total(unit, PERIOD, 'i') !== undefined;
	expect(['A1', 'A11', 'B1'].map(isKnown)).toEqual([false, true, true]);
});

test('a branch that could not be read is read anew when it is entered again', async () => {
	const { source, read } = await published();
	let fails = true;
	const totals = await openSlices({
		...source,
		read: (file) =>
			fails && file === 'a' ? Promise.reject(new Error('no network')) : source.read(file)
	});
	await expect(totals.enter(['A'])).rejects.toThrow();
	expect(totals.isEntered(['A'])).toBe(false);
	fails = false;
	await totals.enter(['A']);
	expect(totals.isEntered(['A'])).toBe(true);
	expect(read.at(-1)).toBe('a');
});

test('a file that is not the one published is refused', async () => {
	const { source, files } = await published();
	const totals = await openSlices(source);
	files.set('a', gzipSync('something else'));
	await expect(totals.enter(['A'])).rejects.toEqual(
		new AppError('slices.unreadable', { file: 'a' })
	);
	files.set('index.json', new TextEncoder().encode('{"format":"another"}'));
	await expect(openSlices(source)).rejects.toEqual(
		new AppError('slices.unreadable', { file: 'index.json' })
	);
});
