import { faultsOf, readLock } from '#scripts/dependencies.mjs';
import { billOf } from '#scripts/sbom.mjs';
import { expect, test } from 'vitest';

const sound = { version: '1.0.0', integrity: 'sha512-AAAA', license: 'MIT' };
const lockOf = (packages: object): Parameters<typeof billOf>[0] => ({
	...{ name: 'own', version: '2.0.0' },
	packages: { '': { dependencies: { '@b/c': '1' } }, ...packages } as never
});

test('the lock file of the product has no fault', async () => {
	expect(faultsOf(await readLock())).toEqual([]);
});

test('each thing that is wrong with a package is named', () => {
	const lock = lockOf({
		'node_modules/@b/c': sound,
		'node_modules/a/node_modules/x': {
			...{ version: '3.0.0', resolved: 'git+ssh://elsewhere/x', license: 'GPL-3.0' },
			hasInstallScript: true
		}
	});
	expect(faultsOf(lock)).toEqual([
		'node_modules/a/node_modules/x@3.0.0 does not come from https://registry.npmjs.org/',
		'node_modules/a/node_modules/x@3.0.0 is not held to a SHA-512',
		'node_modules/a/node_modules/x@3.0.0 is under GPL-3.0, which scripts/dependencies.mjs does not allow',
		'node_modules/a/node_modules/x@3.0.0 brings an install script that scripts/dependencies.mjs does not list'
	]);
});

test('the bill of materials names every package, its hash and what it needs', () => {
	const lock = lockOf({
		'node_modules/@b/c': { ...sound, dependencies: { d: '1' } },
		'node_modules/@b/c/node_modules/d': { ...sound, dev: true },
		'node_modules/d': { ...sound, version: '2.0.0', license: '(MIT AND Zlib)' }
	});
	const { components, dependencies, serialNumber } = billOf(lock);
	expect(billOf(lock).serialNumber).toBe(serialNumber);
	expect(components[0]).toEqual({
		...{ type: 'library', 'bom-ref': 'npm:node_modules/@b/c', group: '@b', name: 'c' },
		...{ version: '1.0.0', scope: 'required', purl: 'pkg:npm/%40b/c@1.0.0' },
		hashes: [{ alg: 'SHA-512', content: '000000' }],
		licenses: [{ license: { id: 'MIT' } }]
	});
	expect(components.map(({ scope, licenses }) => [scope, licenses[0]])).toEqual([
		['required', { license: { id: 'MIT' } }],
		['excluded', { license: { id: 'MIT' } }],
		['required', { expression: '(MIT AND Zlib)' }]
	]);
	expect(dependencies).toEqual([
		{ ref: 'pkg:npm/own@2.0.0', dependsOn: ['npm:node_modules/@b/c'] },
		{ ref: 'npm:node_modules/@b/c', dependsOn: ['npm:node_modules/@b/c/node_modules/d'] },
		{ ref: 'npm:node_modules/@b/c/node_modules/d', dependsOn: [] },
		{ ref: 'npm:node_modules/d', dependsOn: [] }
	]);
});
