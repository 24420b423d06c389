import { existsSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { ROOT, run } from './run.mjs';

/**
 * @typedef {{ status: string }} Assertion
 * @typedef {{ name: string, status: string, assertionResults: Assertion[] }} FileReport
 * @typedef {{ code: number, output: string, files: FileReport[] }} VitestRun
 */

const REPORT = join(ROOT, '.cache', 'unit.json');

/**
 * Runs the unit tests. A file whose process died before its tests had an outcome (Node's engine aborts now and then
 * under WebAssembly and native code) is said to have, and is run once more in a process of its own.
 *
 * @returns {Promise<{ passed: number, failed: number, output: string }>}
 */
export async function runVitest() {
	const first = await runOnce([]);
	const crashed = first.code === 0 ? [] : first.files.filter(hasNoOutcome);
	if (crashed.length === 0 || first.files.some(hasFailure)) return outcomeOf([first]);
	for (const { name } of crashed) console.log(`${name}: its process died; once more …`);
	const again = await runOnce(crashed.map(({ name }) => name));
	const rest = { ...first, code: 0, files: first.files.filter((file) => !hasNoOutcome(file)) };
	return outcomeOf([rest, again]);
}

/**
 * @param {string[]} files all where none are given
 * @returns {Promise<VitestRun>}
 */
async function runOnce(files) {
	await rm(REPORT, { force: true });
	const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${REPORT}`];
	const { code, output } = await run('vitest', ['run', ...reporters, ...files]);
	const report = existsSync(REPORT) ? JSON.parse(await readFile(REPORT, 'utf8')) : {};
	return { code, output, files: report.testResults ?? [] };
}

/** @param {FileReport} file */
function hasNoOutcome({ assertionResults }) {
	return assertionResults.some(({ status }) => status === 'pending');
}

/** @param {FileReport} file */
function hasFailure({ status, assertionResults }) {
	return status === 'failed' || assertionResults.some((each) => each.status === 'failed');
}

/**
 * A run that ends badly without a failed test counts as one.
 *
 * @param {VitestRun[]} runs
 */
function outcomeOf(runs) {
	const tests = runs.flatMap(({ files }) => files.flatMap((file) => file.assertionResults));
	const passed = tests.filter(({ status }) => status === 'passed').length;
	const failed = tests.filter(({ status }) => status === 'failed').length;
	const isBroken = runs.some(({ code }) => code !== 0);
	const output = runs.map((each) => each.output).join('\n');
	return { passed, failed: isBroken && failed === 0 ? 1 : failed, output };
}
