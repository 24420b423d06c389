import { posix } from 'node:path';

/**
 * @typedef {object} Room what the files of one room may import
 * @property {string[]} rooms
 * @property {string[]} [types] rooms of which it may import types alone
 * @property {string[] | 'any'} libraries
 */

/**
 * Holds every import to the table of rooms, and to one way of writing it.
 *
 * @type {import('eslint').Rule.RuleModule}
 */
export const importTable = {
	meta: { type: 'problem', schema: [{ type: 'object' }] },
	create(context) {
		/** @type {Record<string, Room>} */
		const table = context.options[0];
		const file = posix.normalize(context.filename.slice(context.cwd.length + 1));
		const from = { file, room: roomOf(file), rights: table[roomOf(file)] };

		/** @param {any} node */
		function visit(node) {
			const source = (node.type === 'TSImportType' ? node.argument : node).source ?? node.source;
			const address = (source ?? node.argument?.literal ?? node.argument)?.value;
			if (typeof address !== 'string') return;
			const complaint = complaintAbout(address, { ...from, typesOnly: importsTypesOnly(node) });
			if (complaint) context.report({ node, message: complaint });
		}

		return {
			ImportDeclaration: visit,
			ExportNamedDeclaration: visit,
			ExportAllDeclaration: visit,
			ImportExpression: visit,
			TSImportType: visit
		};
	}
};

/**
 * @typedef {{ file: string, room: string, rights: Room | undefined, typesOnly: boolean }} Importer
 *
 * @param {string} address
 * @param {Importer} from
 * @returns {string | undefined} why it may not be imported
 */
function complaintAbout(address, from) {
	if (/^\.\.(\/|$)/.test(address)) return `Write "${address}" as #lib/<room>/<file>.ts.`;
	if (address.startsWith('./')) return undefined;
	if (/^(\$lib|src|\/)/.test(address)) return `Write "${address}" as #lib/<room>/<file>.ts.`;
	if (address.startsWith('#lib/')) return complaintAboutRoom(address, from);
	if (address.startsWith('#data/') || address === '#app.css') return undefined;
	if (address.startsWith('#')) return complaintAboutTools(address, from);
	return complaintAboutLibrary(address, from);
}

/**
 * @param {string} address
 * @param {Importer} from
 * @returns {string | undefined}
 */
function complaintAboutRoom(address, { file, room, rights, typesOnly }) {
	const path = `src/lib/${address.slice('#lib/'.length)}`;
	const wanted = roomOf(path);
	if (!/\.(ts|svelte)(\?\w+)?$/.test(path)) return `Name the file and its ending in "${address}".`;
	if (wanted === room) {
		const here = posix.dirname(path) === posix.dirname(file);
		return here ? `Write "${address}" as ./${posix.basename(path)}.` : undefined;
	}
	if (!rights || rights.rooms.includes(wanted)) return undefined;
	if (!rights.types?.includes(wanted)) return `The room ${room} may not import ${wanted}.`;
	return typesOnly ? undefined : `The room ${room} may import types alone from ${wanted}.`;
}

/**
 * @param {string} address of the scripts or the tests
 * @param {Importer} from
 * @returns {string | undefined}
 */
function complaintAboutTools(address, { room }) {
	const place = address.slice(1).split('/')[0];
	const allowed = room === 'test' || (room === 'scripts' && place === 'scripts');
	return allowed ? undefined : `The room ${room} may not import ${place}.`;
}

/**
 * @param {string} address
 * @param {Importer} from
 * @returns {string | undefined}
 */
function complaintAboutLibrary(address, { room, rights }) {
	const library = libraryOf(address);
	if (!rights || rights.libraries === 'any' || rights.libraries.includes(library)) return undefined;
	return `The room ${room} may not run ${library}.`;
}

/**
 * @param {string} file from the repository's root
 * @returns {string} the folder under src/lib, else the one under src, else the one at the top
 */
function roomOf(file) {
	return /^(?:src\/lib\/|src\/)?([^/]+)/.exec(file)?.[1] ?? '';
}

/**
 * @param {string} address
 * @returns {string} the package without its paths; `node` for what Node itself brings
 */
function libraryOf(address) {
	if (address.startsWith('node:')) return 'node';
	return address
		.split('/')
		.slice(0, address.startsWith('@') ? 2 : 1)
		.join('/');
}

/**
 * @param {any} node
 * @returns {boolean} whether nothing of the import is left when the program runs
 */
function importsTypesOnly(node) {
	if (node.type === 'TSImportType') return true;
	if (node.importKind === 'type' || node.exportKind === 'type') return true;
	/** @type {any[]} */
	const names = node.specifiers ?? [];
	return names.length > 0 && names.every((name) => name.importKind === 'type');
}
