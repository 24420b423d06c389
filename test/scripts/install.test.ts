import { isInstalled } from '#scripts/install.mjs';
import { expect, test } from 'vitest';

const wanted = {
	'': { version: '0.1.0' },
	'node_modules/vite': { version: '8.3.8' },
	'node_modules/fsevents': { version: '2.3.3', optional: true }
};

test('packages in the wanted versions are installed, whatever else is there', () => {
	const present = { 'node_modules/vite': { version: '8.3.8' }, 'node_modules/x': { version: '1' } };
	expect(isInstalled(wanted, present)).toBe(true);
});

test('a package that is absent or of another version is not installed', () => {
	expect(isInstalled(wanted, {})).toBe(false);
	expect(isInstalled(wanted, { 'node_modules/vite': { version: '8.3.7' } })).toBe(false);
});

test('a binary for another system may be absent, but not of another version', () => {
	const vite = { 'node_modules/vite': { version: '8.3.8' } };
	const other = { 'node_modules/fsevents': { version: '1.0.0', optional: true } };
	expect(isInstalled(wanted, vite)).toBe(true);
	expect(isInstalled(wanted, { ...vite, ...other })).toBe(false);
});
