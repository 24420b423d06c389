import { existsSync } from 'node:fs';
import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { BUILD, ensureBuilt } from './build.mjs';
import { overBudget } from './route-budgets.mjs';
import { ensureChromium } from './install-chromium.mjs';
import { findSpark, NO_SPARK } from './install-spark.mjs';
import { findOffice, findValidator, NO_OFFICE, NO_VALIDATOR } from './install-office.mjs';
import { ensureInstalled } from './install.mjs';
import { ROOT, run } from './run.mjs';
import { runVitest } from './run-vitest.mjs';
import { scanSite } from './scan-site.mjs';

/**
 * @typedef {{ passed: number, failed: number }} Count
 * @typedef {Count & { output: string }} Outcome
 * @typedef {{ name: string, perform: () => Promise<Outcome> }} Step
 */

const BROWSER_REPORT = join(ROOT, '.cache', 'browser.json');

/**
 * What works on one core alone runs side by side, in two rows for two cores; what needs the machine for itself then.
 * Linting takes longer than all of the second row.
 *
 * @type {{ sideBySide: Step[][], then: Step[] }}
 */
const STEPS = {
	sideBySide: [
		[
			{ name: 'lint', perform: () => check('eslint', ['--max-warnings', '0', '.']) },
			{ name: 'catalogue', perform: () => check('tsx', ['scripts/check-catalogue.ts']) }
		],
		[
			{ name: 'types', perform: () => check('svelte-check', ['--fail-on-warnings']) },
			{ name: 'format', perform: () => check('prettier', ['--check', '.']) },
			{ name: 'packages', perform: checkPackages },
			{ name: 'dead code', perform: () => check('knip', ['--no-progress']) },
			{ name: 'cycles', perform: () => check('knip', ['--no-progress', '--cycles']) },
			{ name: 'build', perform: build },
			{ name: 'budgets', perform: checkBudgets },
			{ name: 'addresses', perform: scan }
		]
	],
	then: [
		{ name: 'unit', perform: runVitest },
		{ name: 'browser', perform: testInBrowser }
	]
};

/** @type {string[]} */
const failedSteps = [];
const asked = process.argv.slice(2);
await prepare();
/** @type {Count} */
const sum = { passed: 0, failed: 0 };
await Promise.all(STEPS.sideBySide.map(performAll));
await performAll(STEPS.then);
if (!findOffice()) console.log(`\n${NO_OFFICE}`);
if (!findValidator()) console.log(`\n${NO_VALIDATOR}`);
if (!findSpark()) console.log(`\n${NO_SPARK}`);
for (const failed of failedSteps) console.log(`\n${failed}`);
console.log(`\n${sum.passed} passed, ${sum.failed} failed`);
process.exitCode = sum.failed === 0 && sum.passed > 0 ? 0 : 1;

/** @param {Step[]} steps one after the other, those asked for */
async function performAll(steps) {
	for (const step of steps) {
		if (asked.length > 0 && !asked.includes(step.name)) continue;
		const { passed, failed } = await report(step);
		sum.passed += passed;
		sum.failed += failed;
	}
}

/** Brings what every step stands on: the packages, and the types that SvelteKit derives. */
async function prepare() {
	await ensureInstalled();
	await run('svelte-kit', ['sync']);
	await mkdir(join(ROOT, '.cache'), { recursive: true });
}

/**
 * Runs a step, prints its name, its counts and its time, and what it said where it failed.
 *
 * @param {Step} step
 * @returns {Promise<Count>}
 */
async function report({ name, perform }) {
	const begin = performance.now();
	const { passed, failed, output } = await perform().catch(failure);
	const seconds = ((performance.now() - begin) / 1000).toFixed(1);
	const verdict = failed === 0 ? 'ok' : 'FAILED';
	console.log(
		`${name.padEnd(10)} ${verdict.padEnd(6)} ${`${passed} passed, ${failed} failed`.padStart(24)} ${seconds.padStart(7)} s`
	);
	if (failed > 0) console.log(`\n${output.trim()}\n`);
	if (failed > 0) failedSteps.push(`${name}:\n${linesOfFailures(output)}`);
	else flakyLines(output).forEach((line) => console.log(line));
	return { passed, failed };
}

/**
 * @param {string} output of a step that failed
 * @returns {string} the lines that name what failed, so that the end of a long log tells it too
 */
function linesOfFailures(output) {
	const lines = output.split('\n').map((line) => line.trimEnd());
	const named = lines.filter((line) => /^\s*(FAIL |×|✗|\d+\) \[)|\berror\b/u.test(line));
	return (named.length > 0 ? named : lines.slice(-5)).slice(0, 40).join('\n');
}

/**
 * @param {string} output
 * @returns {string[]} the lines that name the browser tests which passed only when repeated
 */
function flakyLines(output) {
	const lines = output.split('\n');
	const begin = lines.findIndex((line) => /^\s*\d+ flaky\s*$/u.test(line));
	if (begin < 0) return [];
	const rest = lines.slice(begin + 1);
	const end = rest.findIndex((line) => !/^\s+\[/u.test(line));
	return rest.slice(0, end < 0 ? rest.length : end);
}

/**
 * @param {unknown} error
 * @returns {Outcome} one failure that says what the error says
 */
function failure(error) {
	return {
		passed: 0,
		failed: 1,
		output: error instanceof Error ? (error.stack ?? error.message) : String(error)
	};
}

/**
 * @param {string} command
 * @param {string[]} parameters
 * @returns {Promise<Outcome>} one passed or one failed, by its exit code
 */
async function check(command, parameters) {
	const { code, output } = await run(command, parameters);
	return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, output };
}

/** @returns {Promise<Outcome>} the packages of the lock file; where the registry tells nothing about their holes, that is said */
async function checkPackages() {
	const outcome = await check('node', ['scripts/check-dependencies.mjs']);
	if (outcome.failed === 0 && outcome.output) console.log(outcome.output.trim());
	return outcome;
}

/** @returns {Promise<Outcome>} the build, made or found fresh */
async function build() {
	await ensureBuilt();
	return { passed: 1, failed: 0, output: '' };
}

/** @returns {Promise<Outcome>} one passed or failed for each page, by what is fetched before it shows anything */
async function checkBudgets() {
	const { pages, over } = await overBudget();
	return { passed: pages - over.length, failed: over.length, output: over.join('\n') };
}

/** @returns {Promise<Outcome>} one passed where the built site names no foreign host that could be asked for anything */
async function scan() {
	const faults = await scanSite();
	return { passed: faults.length === 0 ? 1 : 0, failed: faults.length, output: faults.join('\n') };
}

/** @returns {Promise<Outcome>} */
async function testInBrowser() {
	if (!existsSync(join(BUILD, '200.html'))) throw new Error('There is no build to test.');
	await rm(BROWSER_REPORT, { force: true });
	const { code, output } = await run(
		'playwright',
		['test', '--config', 'test/browser/playwright.config.ts', '--reporter=list,json'],
		{ CHROMIUM_PATH: await ensureChromium(), PLAYWRIGHT_JSON_OUTPUT_FILE: BROWSER_REPORT }
	);
	return counted({ code, output });
}

/**
 * Reads the browser tests' own counts; a run that ends badly without a failed test counts as one.
 *
 * @param {{ code: number, output: string }} ended
 * @returns {Promise<Outcome>}
 */
async function counted({ code, output }) {
	const isTold = existsSync(BROWSER_REPORT);
	const told = isTold && countOfPlaywright(JSON.parse(await readFile(BROWSER_REPORT, 'utf8')));
	const { passed, failed } = told || { passed: 0, failed: 0 };
	return { passed, failed: code !== 0 && failed === 0 ? 1 : failed, output };
}

/**
 * @param {{ stats: { expected: number, unexpected: number, flaky: number } }} report
 * @returns {Count} with a test that passed only when repeated among the passed; their number is printed
 */
function countOfPlaywright({ stats }) {
	if (stats.flaky > 0) console.log(`${stats.flaky} passed only when repeated on this machine:`);
	return { passed: stats.expected + stats.flaky, failed: stats.unexpected };
}
