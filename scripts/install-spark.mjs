import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { isMain, ROOT, run, tell } from './run.mjs';

/** Spark as Python's registry carries it, whole: 317 MB, so that no user's install carries it. */
const PACKAGE = 'pyspark==3.5.9';
const FOLDER = join(ROOT, '.cache', 'spark');
const TRIES = 2;

/**
 * The folder of Apache Spark: SPARK_HOME, or where this script put it.
 *
 * @returns {string | undefined} `undefined` where there is none, or no Java to run it
 */
export function findSpark() {
	const java = ['/usr/bin/java', join(process.env.JAVA_HOME ?? '/none', 'bin', 'java')];
	if (!java.some((path) => existsSync(path))) return undefined;
	const found = [process.env.SPARK_HOME, ...installed()];
	return found.find((folder) => folder && existsSync(join(folder, 'bin', 'spark-sql')));
}

/** What is said where Spark is missing, so that nobody takes its tests for passed. */
export const NO_SPARK =
	'!! Apache Spark or Java is not installed: the rollup is not run on Spark in these tests. Run: node scripts/install-spark.mjs';

/** @returns {string[]} */
function installed() {
	const libraries = join(FOLDER, 'lib');
	if (!existsSync(libraries)) return [];
	return readdirSync(libraries).map((python) =>
		join(libraries, python, 'site-packages', 'pyspark')
	);
}

/**
 * Installs Spark into a folder of its own, where Python and its registry are reachable.
 *
 * @returns {Promise<string | undefined>} its folder; `undefined` where it could not be installed
 */
async function ensureSpark() {
	for (let attempt = 0; attempt < TRIES && !findSpark(); attempt++) {
		tell(`Fetching Apache Spark: ${PACKAGE} …`);
		await run('python3', ['-m', 'venv', FOLDER]);
		const { output } = await run(join(FOLDER, 'bin', 'pip'), ['install', '-q', PACKAGE]);
		if (!findSpark()) tell(output.trim().split('\n').slice(-3).join('\n'));
	}
	return findSpark();
}

if (isMain(import.meta.url)) tell((await ensureSpark()) ?? NO_SPARK);
