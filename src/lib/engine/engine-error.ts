import { AppError } from '#lib/base/app-error.ts';
import { QueryError } from './engine.ts';

/** An `INTERNAL` or `FATAL` error, or a trap of the wasm itself, invalidates the database. */
const BROKEN =
	/INTERNAL Error|FATAL Error|database has been invalidated|RuntimeError|unreachable|memory access/;
const OUT_OF_MEMORY = /Out of Memory Error|Cannot enlarge memory|bad_alloc|allocation failure/i;

/** What went wrong in DuckDB, as the engine says it: a `QueryError`, or an `AppError` where the database is lost. */
export function asEngineError(error: unknown, sql: string): Error {
	if (error instanceof AppError) return error;
	const reason = String(error);
	if (OUT_OF_MEMORY.test(reason)) return withCause(new AppError('engine.out-of-memory'), error);
	if (BROKEN.test(reason)) return withCause(new AppError('engine.broken'), error);
	return new QueryError(error instanceof Error ? error.message : reason, sql);
}

function withCause<Failure extends Error>(failure: Failure, cause: unknown): Failure {
	return Object.assign(failure, { cause });
}
