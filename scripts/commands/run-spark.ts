import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AppError } from '#lib/base/app-error.ts';
import type { Catalogue } from '#lib/catalogue/catalogue.ts';
import { scratchOf, SPARK_SETTINGS, sparkScript } from '#lib/rollup/spark-script.ts';

/** A rollup that a cluster is to do. */
export interface SparkRun {
	catalogue: Catalogue;
	/** Addresses as the cluster reaches them. */
	lake: string;
	out: string;
	/** Spark's own words for the cluster: `yarn`, `spark://…`, `k8s://…`, `local[2]`. */
	master: string;
	/** Further settings of Spark, `name=value`. */
	settings: readonly string[];
}

/**
 * Hands the rollup's SQL to the `spark-sql` of SPARK_HOME, or of the PATH, and waits for its end. Throws AppError
 * `cli.no-spark` or `cli.spark-failed`.
 */
export async function runSpark({ master, settings, ...work }: SparkRun): Promise<void> {
	const folder = await mkdtemp(join(tmpdir(), 'thuocdo-spark-'));
	try {
		const script = join(folder, 'rollup.sql');
		await writeFile(script, sparkScript(work));
		const warehouse = scratchOf(work.out, String(Date.now()));
		const known = { ...SPARK_SETTINGS, 'spark.sql.warehouse.dir': warehouse };
		const own = Object.entries(known).map(([name, value]) => `${name}=${value}`);
		const told = [...own, ...settings].flatMap((setting) => ['--conf', setting]);
		await toItsEnd(sparkSql(), ['--master', master, ...told, '-f', script], folder);
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
}

function sparkSql(): string {
	const home = process.env['SPARK_HOME'];
	return home ? join(home, 'bin', 'spark-sql') : 'spark-sql';
}

/** Spark leaves notes of its own in the folder that it is started in. */
function toItsEnd(command: string, args: readonly string[], cwd: string): Promise<void> {
	return new Promise((resolve, reject) => {
		const child = spawn(command, args, { cwd, stdio: ['ignore', 2, 2] });
		child.on('error', () => reject(new AppError('cli.no-spark', { command })));
		child.on('close', (code) => {
			if (code === 0) resolve();
			else reject(new AppError('cli.spark-failed', { code: code ?? 1 }));
		});
	});
}
