import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { gunzip } from '#lib/base/gzipped.ts';
import { kindOf, lastQuarterOf, yearOf } from '#lib/base/period.ts';
import { productCatalogue } from '#lib/catalogue/load-catalogue.ts';
import { readCsv } from '#lib/ingest/read-csv.ts';
import { readRollup } from '#lib/rollup/read-rollup.ts';
import { readUnits } from '#lib/units/read-units.ts';
import { largeMeasures } from '#scripts/large/large-figures.ts';
import { tell } from '#scripts/run.mjs';
import { withNativeDuckDB } from './native-duckdb.ts';

/** The files that figures came from. */
interface Sources {
	csv: string;
	/** The unit list. */
	units: string;
}

/** Throws where a figure that the app worked out in its page differs from what native DuckDB makes of the same file. */
export async function checkFigures(page: Page, sources: Sources): Promise<void> {
	const compared = await compareWithNative(await keptRollup(page), sources);
	tell(`${compared} figures equal native DuckDB's`);
}

/**
 * How many figures were compared, the sums of both sides of every indicator, for every unit and period; throws at the
 * first that differs.
 */
async function compareWithNative(
	bytes: Uint8Array,
	{ csv, units: list }: Sources
): Promise<number> {
	const rollup = readRollup(bytes);
	const { units } = readUnits(readCsv(await readFile(list, 'utf8')));
	const sums = await nativeSums(csv, list);
	const known = new Set(largeMeasures().map(({ id }) => id));
	const indicators = productCatalogue().indicators.filter(({ numerator, denominator }) =>
		[...numerator, ...denominator].every((id) => known.has(id))
	);
	let compared = 0;
	for (const { code } of units) {
		for (const period of rollup.periods) {
			for (const { id, numerator, denominator } of indicators) {
				const ours = rollup.total(code, period, id);
				const sum = (ids: readonly string[]): bigint =>
					ids.reduce(
						(all, each) => all + (sums.get(`${code} ${quarterOf(period)} ${each}`) ?? 0n),
						0n
					);
				const native = { numerator: sum(numerator), denominator: sum(denominator) };
				if (ours?.numerator !== native.numerator || ours.denominator !== native.denominator)
					throw new Error(
						`${code} ${period} ${id}: ${ours?.numerator}/${ours?.denominator}, native DuckDB ${native.numerator}/${native.denominator}`
					);
				compared += 2;
			}
		}
	}
	if (compared < 1000) throw new Error(`only ${compared} figures compared`);
	return compared;
}

/** The figures of the set are stocks or grow through the year: a period has those of its last quarter. */
function quarterOf(period: string): string {
	return kindOf(period) === 'quarter' ? period : `${yearOf(period)}-Q${lastQuarterOf(period)}`;
}

/** By unit with all below it, quarter and measure. */
function nativeSums(csv: string, list: string): Promise<Map<string, bigint>> {
	const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;
	return withNativeDuckDB(async (ask) => {
		await ask(`CREATE TABLE unit AS FROM read_csv(${quoted(list)}, all_varchar = true)`);
		const rows = await ask(`
			WITH RECURSIVE branch AS (
				SELECT ma_don_vi AS ancestor, ma_don_vi AS descendant FROM unit
				UNION ALL
				SELECT unit.ma_cap_tren, branch.descendant
				FROM branch JOIN unit ON unit.ma_don_vi = branch.ancestor WHERE unit.ma_cap_tren IS NOT NULL
			)
			SELECT ancestor, ky, ma_so_lieu, CAST(sum(gia_tri) AS BIGINT)
			FROM read_csv(${quoted(csv)}) AS long JOIN branch ON branch.descendant = long.ma_don_vi
			GROUP BY ALL`);
		return new Map(
			(rows as [string, string, string, bigint][]).map(([unit, period, measure, sum]) => [
				`${unit} ${period} ${measure}`,
				sum
			])
		);
	});
}

/** The rollup that the app kept in the browser's private files. */
async function keptRollup(page: Page): Promise<Uint8Array> {
	const size = await page.evaluate(openRollup);
	const parts: Buffer[] = [];
	for (let from = 0; from < size; from += CHUNK)
		parts.push(Buffer.from(await page.evaluate(readChunk, { from, to: from + CHUNK }), 'base64'));
	return gunzip(new Uint8Array(Buffer.concat(parts)));
}

const CHUNK = 12_000_000;

/** Runs in the page. */
async function openRollup(): Promise<number> {
	const origin = await navigator.storage.getDirectory();
	const root = await origin.getDirectoryHandle('thuocdo');
	const kept = async (): Promise<{ content: string } | undefined> => {
		const text = await (await (await root.getFileHandle('manifest.json')).getFile()).text();
		return (JSON.parse(text) as { manifest: { rollup?: { content: string } } }).manifest.rollup;
	};
	// Figures are shown before the rollup is kept.
	let rollup = await kept();
	for (let time = 0; time < 600 && !rollup; time += 1) {
		await new Promise((resolve) => setTimeout(resolve, 100));
		rollup = await kept();
	}
	if (!rollup) throw new Error('the rollup is not kept');
	const contents = await root.getDirectoryHandle('contents');
	const file = await (
		await contents.getFileHandle(rollup.content.replace('contents/', ''))
	).getFile();
	Object.assign(globalThis, { keptRollup: file });
	return file.size;
}

/** Runs in the page. */
async function readChunk({ from, to }: { from: number; to: number }): Promise<string> {
	const { keptRollup } = globalThis as unknown as { keptRollup: File };
	const bytes = new Uint8Array(await keptRollup.slice(from, to).arrayBuffer());
	const pieces: string[] = [];
	for (let at = 0; at < bytes.length; at += 8192)
		pieces.push(String.fromCharCode(...bytes.subarray(at, at + 8192)));
	return btoa(pieces.join(''));
}
