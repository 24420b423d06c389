import { expect, test } from 'vitest';
import { AppError } from '#lib/base/app-error.ts';
import { asAppError } from '#lib/state/work.ts';

test('a script or a style of the app that did not arrive is told apart from a crash, in every browser', () => {
	for (const message of [
		'Failed to fetch dynamically imported module: https://a.vn/_app/immutable/chunks/x.js',
		'error loading dynamically imported module: https://a.vn/_app/immutable/chunks/x.js',
		'Importing a module script failed.',
		'Unable to preload CSS for /_app/immutable/assets/x.css'
	])
		expect(asAppError(new TypeError(message)), message).toEqual(new AppError('app.not-fetched'));
});

test('a failure that is foreseen stays what it is', () => {
	const foreseen = new AppError('package.locked', { file: 'a.thuocdo' });
	expect(asAppError(foreseen)).toBe(foreseen);
});
