import { describe, expect, test } from 'vitest';
import { connectEngine } from '#lib/engine/connect-engine.ts';
import { sql } from '#lib/engine/sql.ts';

function engineThatFails(message: string) {
	return connectEngine({
		query: () => Promise.reject(new Error(message)),
		queryOne: () => Promise.reject(new Error(message)),
		insertArrowFromIPCStream: () => Promise.reject(new Error(message)),
		close: () => undefined
	});
}

describe('an engine that fails', () => {
	test.each([
		['INTERNAL Error: Attempted to access index 1 within vector of size 1', 'engine.broken'],
		[
			'FATAL Error: database has been invalidated because of a previous fatal error',
			'engine.broken'
		],
		['RuntimeError: memory access out of bounds', 'engine.broken'],
		['Out of Memory Error: could not allocate block of size 256.0 KiB', 'engine.out-of-memory']
	])('"%s" is told as %s', async (message, code) => {
		await expect(engineThatFails(message).run(sql`SELECT 1`)).rejects.toMatchObject({
			name: 'AppError',
			code,
			params: {},
			cause: new Error(message)
		});
	});

	test('any other fault keeps the SQL that caused it', async () => {
		const failed = engineThatFails('Binder Error: no such column').run(sql`SELECT nope`);
		await expect(failed).rejects.toThrow('Binder Error: no such column\n\nSELECT nope');
	});
});
