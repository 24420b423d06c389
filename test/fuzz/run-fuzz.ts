import { MOST } from '#lib/ingest/bounds.ts';
import { fileTargets } from './file-targets.ts';
import { packageTargets } from './package-targets.ts';
import { search } from './search.ts';
import { textTargets } from './text-targets.ts';

/**
 * Runs the targets named, or all, over so many inputs each: `npm run fuzz -- 100000 csv parquet`; 1 where one fails. With
 * FUZZ_PIECE=2000 at most so many are run now, and the same command goes on from there. With FUZZ_BOUNDS=100 a sheet may
 * be so many times smaller before it is refused: where mutations repeat rows by the million, more of them are tried.
 */
const [cases = '100000', ...names] = process.argv.slice(2);
const seed = Number(process.env['FUZZ_SEED'] ?? 20_261_122);
const piece = process.env['FUZZ_PIECE'];
const smaller = Number(process.env['FUZZ_BOUNDS'] ?? 1);
const { rows, cells: all, writtenCells, laidOutCells } = MOST;
for (const [bound, most] of Object.entries({ rows, cells: all, writtenCells, laidOutCells }))
	Object.assign(MOST, { [bound]: Math.round(most / smaller) });

for (const target of [...fileTargets(), ...packageTargets(), ...(await textTargets())]) {
	if (names.length > 0 && !names.includes(target.name)) continue;
	const { faults, ...counts } = await search(target, {
		...{ cases: Number(cases), seed, ...(piece !== undefined && { piece: Number(piece) }) }
	});
	process.stdout.write(`${target.name} ${JSON.stringify(counts)}\n`);
	for (const { reason } of faults) process.stdout.write(`  ${reason}\n`);
	if (faults.length > 0) process.exitCode = 1;
}
