import { createHash } from 'node:crypto';
import { nameOf, OTHER_LICENCES, readLock } from './dependencies.mjs';
import { isMain } from './run.mjs';

/**
 * @typedef {import('./dependencies.mjs').Lock} Lock
 * @typedef {import('./dependencies.mjs').Locked} Locked
 */

/**
 * The bill of materials of the software, CycloneDX 1.6: each package of the lock file with version, licence, hash and
 * what it needs in turn. What only builds and tests is of scope `excluded`. The same lock file
 * gives the same text.
 *
 * @param {Lock} lock
 */
export function billOf(lock) {
	const places = Object.keys(lock.packages)
		.filter((place) => place !== '')
		.sort();
	const root = `pkg:npm/${lock.name}@${lock.version}`;
	const own = { type: 'application', 'bom-ref': root, name: lock.name, version: lock.version };
	const bill = {
		components: places.map((place) => component(place, need(lock, place))),
		dependencies: ['', ...places].map((place) => ({
			ref: place === '' ? root : referenceOf(place),
			dependsOn: neededBy(lock, place).map(referenceOf)
		}))
	};
	return {
		$schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
		bomFormat: 'CycloneDX',
		specVersion: '1.6',
		serialNumber: `urn:uuid:${uuidOf(JSON.stringify(bill))}`,
		version: 1,
		metadata: { component: { ...own, licenses: [{ license: { id: 'MIT' } }] } },
		...bill
	};
}

/**
 * @param {string} place
 * @param {Locked} locked
 */
function component(place, { version, integrity = '', license, dev, optional }) {
	const name = nameOf(place);
	const [group, rest] = name.startsWith('@') ? name.split('/') : [undefined, name];
	const hash = Buffer.from(integrity.replace(/^sha512-/, ''), 'base64').toString('hex');
	return {
		type: 'library',
		'bom-ref': referenceOf(place),
		...(group && { group }),
		name: rest ?? name,
		version,
		scope: dev ? 'excluded' : optional ? 'optional' : 'required',
		hashes: [{ alg: 'SHA-512', content: hash }],
		licenses: [licenceOf(license ?? OTHER_LICENCES[name]?.licence ?? 'NOASSERTION')],
		purl: `pkg:npm/${name.replace('@', '%40')}@${version}`
	};
}

/** @param {string} licence one of SPDX, or an expression of several */
function licenceOf(licence) {
	return licence.includes(' ') ? { expression: licence } : { license: { id: licence } };
}

/**
 * @param {Lock} lock
 * @param {string} place
 * @returns {string[]} the places of the packages that it needs, found as Node finds them
 */
function neededBy(lock, place) {
	const { dependencies, optionalDependencies } = need(lock, place);
	const names = Object.keys({ ...dependencies, ...optionalDependencies }).sort();
	return [...new Set(names.flatMap((name) => placeFrom(lock, place, name) ?? []))];
}

/**
 * @param {Lock} lock
 * @param {string} from
 * @param {string} name
 * @returns {string | undefined}
 */
function placeFrom(lock, from, name) {
	const place = `${from && `${from}/`}node_modules/${name}`;
	if (lock.packages[place]) return place;
	if (from === '') return undefined;
	return placeFrom(lock, from.slice(0, Math.max(0, from.lastIndexOf('/node_modules/'))), name);
}

/**
 * @param {Lock} lock
 * @param {string} place
 */
function need(lock, place) {
	const locked = lock.packages[place];
	if (!locked) throw new Error(`The lock file has no ${place}.`);
	return locked;
}

/** @param {string} place */
function referenceOf(place) {
	return `npm:${place}`;
}

/** @param {string} text */
function uuidOf(text) {
	const hash = createHash('sha256').update(text).digest('hex');
	return hash.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/, '$1-$2-5$3-8$4-$5');
}

if (isMain(import.meta.url)) {
	console.log(JSON.stringify(billOf(await readLock()), null, '\t'));
}
