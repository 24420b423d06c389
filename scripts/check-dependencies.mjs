import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { faultsOf, readLock } from './dependencies.mjs';
import { ROOT, run } from './run.mjs';

const faults = [...faultsOf(await readLock()), ...(await scriptsAllowed()), ...(await holes())];
for (const fault of faults) console.log(fault);
process.exitCode = faults.length === 0 ? 0 : 1;

/** @returns {Promise<string[]>} a line for each package that npm may run scripts of */
async function scriptsAllowed() {
	const { allowScripts = {} } = JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8'));
	return Object.keys(allowScripts)
		.filter((name) => allowScripts[name])
		.map((name) => `package.json lets ${name} run scripts on installation`);
}

/**
 * Asks the registry for known holes; where it does not answer, that is said and is no fault.
 *
 * @returns {Promise<string[]>} a line for each package with a hole that is high or critical
 */
async function holes() {
	const { output } = await run('npm', ['audit', '--json', '--audit-level=high', '--no-fund']);
	const answer = parsed(output);
	if (!answer?.vulnerabilities) {
		console.log(
			'NOT ASKED: the registry gives no answer to npm audit; known holes were not looked for.'
		);
		return [];
	}
	return Object.values(answer.vulnerabilities)
		.filter(({ severity }) => severity === 'high' || severity === 'critical')
		.map(
			({ name, severity }) => `${name} has a known hole that is ${severity}: npm audit tells more`
		);
}

/**
 * @param {string} output of npm, perhaps with warnings before it
 * @returns {{ vulnerabilities?: Record<string, { name: string, severity: string }> } | undefined}
 */
function parsed(output) {
	try {
		return JSON.parse(output.slice(output.indexOf('{'), output.lastIndexOf('}') + 1));
	} catch {
		return undefined;
	}
}
