import { basename } from 'node:path';

const FORBIDDEN = /^(util|helper|common|misc|manager|service|type|constant)s?$/;
const KEBAB = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)*$/;
const PASCAL = /^([A-Z][a-z0-9]*)+\.svelte$/;

/**
 * Holds file names to the house's: kebab-case, PascalCase for components, no word that says nothing,
 * no barrel.
 *
 * @type {import('eslint').Rule.RuleModule}
 */
export const fileName = {
	meta: { type: 'problem', schema: [] },
	create(context) {
		return {
			Program(node) {
				const complaint = complaintAbout(basename(context.filename));
				if (complaint) context.report({ node, message: complaint });
			}
		};
	}
};

/**
 * @param {string} name
 * @returns {string | undefined}
 */
function complaintAbout(name) {
	if (name.startsWith('+') || name === 'service-worker.ts') return undefined;
	if (/^index\.\w+$/.test(name)) return 'A barrel hides where things live: import the file itself.';
	const words = name.split(/[-.]|(?<=[a-z])(?=[A-Z])/).slice(0, -1);
	const empty = words.find((word) => FORBIDDEN.test(word.toLowerCase()));
	if (empty) return `"${empty}" names no idea: name the file after what it holds.`;
	if (name.endsWith('.svelte') ? PASCAL.test(name) : KEBAB.test(name)) return undefined;
	return `Write "${name}" in ${name.endsWith('.svelte') ? 'PascalCase' : 'kebab-case'}.`;
}
