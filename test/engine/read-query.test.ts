import { beforeAll, describe, expect, test } from 'vitest';
import { encodeColumns } from '#lib/engine/encode-columns.ts';
import { int64Column, textColumn } from '#lib/engine/columns.ts';
import { countQuery, readQuery } from '#lib/engine/read-query.ts';
import { shutIn } from '#lib/engine/reading.sql.ts';
import { sql } from '#lib/engine/sql.ts';
import { useEngine } from './use-engine.ts';

const engine = useEngine();

beforeAll(async () => {
	const bytes = encodeColumns({
		unit: textColumn(['A', 'B', undefined]),
		value: int64Column([1n, 12345678901234567n, 3n])
	});
	await engine().load('figure', [bytes]);
	await engine().run(sql`CREATE VIEW "values" AS SELECT * FROM figure`);
	for (const setting of shutIn()) await engine().run(setting);
});

const rowsOf = async (text: string, most = 100) => {
	const answer = await readQuery(engine(), text, most);
	return answer.kind === 'rows' ? answer.rows : answer;
};

const faultOf = async (text: string) => {
	const answer = await readQuery(engine(), text, 100);
	return answer.kind === 'fault' ? answer.fault : answer;
};

describe('a query', () => {
	test('gives its rows in order, with names and types, NULL apart from an empty text', async () => {
		expect(await rowsOf(`SELECT unit, '' AS nothing FROM values ORDER BY value DESC`)).toEqual({
			columns: [
				{ name: 'unit', type: 'VARCHAR' },
				{ name: 'nothing', type: 'VARCHAR' }
			],
			rows: [
				['B', ''],
				[undefined, ''],
				['A', '']
			],
			hasMore: false
		});
	});

	test('gives whole numbers and decimals exactly, whatever their size', async () => {
		expect(
			await rowsOf(`SELECT value * 1000000::HUGEINT AS h, 170141183460469231731687303715884105727 AS m,
				9007199254740993 AS b, 0.10::DECIMAL(38, 20) AS d, 1e20 AS f FROM values WHERE unit = 'B'`)
		).toEqual({
			columns: [
				{ name: 'h', type: 'HUGEINT' },
				{ name: 'm', type: 'HUGEINT' },
				{ name: 'b', type: 'BIGINT' },
				{ name: 'd', type: 'DECIMAL(38,20)' },
				{ name: 'f', type: 'DOUBLE' }
			],
			rows: [
				[
					'12345678901234567000000',
					'170141183460469231731687303715884105727',
					'9007199254740993',
					'0.10000000000000000000',
					'1e+20'
				]
			],
			hasMore: false
		});
	});

	test('keeps columns of one name and of a number apart, in order', async () => {
		expect(await rowsOf(`SELECT 'x' AS "2", 1 AS a, 2 AS A, 3`)).toEqual({
			columns: [
				{ name: '2', type: 'VARCHAR' },
				{ name: 'a', type: 'INTEGER' },
				{ name: 'A_1', type: 'INTEGER' },
				{ name: '3', type: 'INTEGER' }
			],
			rows: [['x', '1', '2', '3']],
			hasMore: false
		});
	});

	test('gives the first rows and says that there are more, which are counted apart', async () => {
		const query = 'SELECT * FROM range(100000000) -- many';
		expect(await rowsOf(query, 2)).toMatchObject({ rows: [['0'], ['1']], hasMore: true });
		expect(await countQuery(engine(), query)).toBe(100_000_000n);
	});

	test.each([
		['FROM values', 3],
		['(SELECT 1);', 1],
		['-- first\n;; /* a /* b */ c */ VALUES (1), (2); -- last', 2],
		['WITH a AS (SELECT 1) SELECT * FROM a', 1],
		['DESCRIBE values', 2],
		['SUMMARIZE values', 2],
		['TABLE values', 3],
		["PIVOT values ON unit IN ('A', 'B') USING sum(value)", 1],
		[`SELECT 'a;b', "unit", $$c;d$$, $q$ e;f $q$, E'g\\';h' FROM values -- ; i`, 3]
	])('%s is answered', async (query, rows) => {
		expect(await rowsOf(query)).toMatchObject({ rows: { length: rows } });
	});

	test.each(['EXPLAIN SELECT unit FROM values', 'explain analyze\nFROM values'])(
		'%s gives a plan',
		async (query) => {
			const answer = await readQuery(engine(), query, 10);
			expect(answer).toMatchObject({ kind: 'plan' });
			expect(answer.kind === 'plan' && answer.plan.plan).toContain('unit');
		}
	);
});

describe('what a query may not do', () => {
	test.each([
		["INSERT INTO figure VALUES ('C', 1)", 'INSERT'],
		['update figure set value = 0', 'UPDATE'],
		['DELETE FROM figure', 'DELETE'],
		['DROP TABLE figure', 'DROP'],
		['CREATE TABLE t AS SELECT 1', 'CREATE'],
		['CREATE TEMP TABLE t AS SELECT 1', 'CREATE'],
		['ALTER TABLE figure ADD COLUMN c INTEGER', 'ALTER'],
		['TRUNCATE figure', 'TRUNCATE'],
		["COPY figure TO 'a.csv'", 'COPY'],
		["EXPORT DATABASE 'a'", 'EXPORT'],
		["IMPORT DATABASE 'a'", 'IMPORT'],
		["ATTACH 'a.db'", 'ATTACH'],
		['DETACH memory', 'DETACH'],
		['USE memory', 'USE'],
		['SET lock_configuration = false', 'SET'],
		['RESET memory_limit', 'RESET'],
		['PRAGMA disable_optimizer', 'PRAGMA'],
		['CALL pragma_version()', 'CALL'],
		['INSTALL httpfs', 'INSTALL'],
		['LOAD httpfs', 'LOAD'],
		['BEGIN', 'BEGIN'],
		['COMMIT', 'COMMIT'],
		['PREPARE p AS SELECT 1', 'PREPARE'],
		['EXECUTE p', 'EXECUTE'],
		['MERGE INTO figure USING figure ON true WHEN MATCHED THEN DELETE', 'MERGE'],
		['VACUUM', 'VACUUM'],
		['CHECKPOINT', 'CHECKPOINT'],
		['EXPLAIN ANALYZE DELETE FROM figure', 'DELETE'],
		['/* SELECT */ -- SELECT\nDROP VIEW values', 'DROP']
	])('%s is refused by its name', async (query, word) => {
		expect(await faultOf(query)).toMatchObject({ kind: 'writes', word });
	});

	test.each([
		['SELECT 1; DROP TABLE figure', 'several'],
		['SELECT 1) AS a; DROP TABLE figure; SELECT * FROM (SELECT 1', 'several'],
		["SELECT '\\'; DROP TABLE figure; --'", 'several'],
		['SELECT 1 /* ; DROP TABLE figure', 'syntax'],
		["SELECT 1) TO 'a.csv' --", 'syntax'],
		['WITH a AS (SELECT 1) DELETE FROM figure', 'syntax'],
		['WITH a AS (DELETE FROM figure RETURNING *) FROM a', 'other'],
		["FROM (INSERT INTO figure VALUES ('C', 1) RETURNING *)", 'syntax'],
		['SELECT 1 INTO t', 'syntax'],
		['PIVOT values ON unit USING sum(value)', 'pivot'],
		["SELECT * FROM query('DROP TABLE figure')", 'forbidden'],
		["SELECT * FROM read_csv('/etc/passwd')", 'forbidden'],
		["SELECT * FROM read_text('/etc/passwd')", 'forbidden'],
		["SELECT * FROM read_blob('a')", 'forbidden'],
		["SELECT * FROM glob('/*')", 'forbidden'],
		["SELECT * FROM sniff_csv('a.csv')", 'forbidden'],
		["SELECT * FROM 'https://example.org/a.csv'", 'forbidden'],
		["SELECT * FROM 'a.csv'", 'forbidden'],
		["SELECT * FROM read_parquet('a.parquet')", 'forbidden'],
		["SELECT nextval('s')", 'name']
	])('%s is refused as %s', async (query, kind) => {
		expect(await faultOf(query)).toMatchObject({ kind });
	});

	test('after all of it every figure is there', async () => {
		const answer = await rowsOf('SELECT count(*), sum(value) FROM figure');
		expect(answer).toMatchObject({ rows: [['3', '12345678901234571']] });
		expect(await rowsOf('SHOW TABLES')).toMatchObject({ rows: [['figure'], ['values']] });
	});
});

describe('a fault', () => {
	test('says what name is missing, where, and which may be meant', async () => {
		expect(await faultOf('SELECT 1,\n  unt\nFROM values')).toEqual({
			kind: 'name',
			reason: 'Referenced column "unt" not found in FROM clause!\nCandidate bindings: "unit"',
			word: 'unt',
			candidates: ['unit'],
			place: { line: 2, column: 3 }
		});
	});

	test('of a table, of a function', async () => {
		expect(await faultOf('SELECT * FROM valuess')).toMatchObject({
			kind: 'name',
			word: 'valuess',
			candidates: ['values'],
			place: { line: 1, column: 15 }
		});
		expect(await faultOf('SELECT summ(value) FROM values')).toMatchObject({
			kind: 'name',
			word: 'summ',
			place: { line: 1, column: 8 }
		});
	});

	test('of the syntax points at the word; at the end of the text where it broke off', async () => {
		expect(await faultOf('SELECT 1\n WHERE WHERE')).toEqual({
			kind: 'syntax',
			reason: 'syntax error at or near "WHERE"',
			word: 'WHERE',
			place: { line: 2, column: 8 }
		});
		expect(await faultOf('SELECT unit FROM\n\n')).toMatchObject({
			kind: 'syntax',
			place: { line: 1, column: 17 }
		});
	});

	test('in a long line is found by what DuckDB shows of it', async () => {
		const query = `SELECT ${'value + '.repeat(40)}nope FROM values`;
		expect(await faultOf(query)).toMatchObject({
			place: { line: 1, column: query.indexOf('nope') + 1 }
		});
	});

	test('behind Vietnamese letters stands where the reader sees it', async () => {
		expect(await faultOf(`SELECT 'đồng chí', cột FROM values`)).toMatchObject({
			word: 'cột',
			place: { line: 1, column: 20 }
		});
	});

	test('of a value says why it does not fit', async () => {
		const fault = await faultOf(`SELECT CAST(unit AS INTEGER) FROM values`);
		expect(fault).toMatchObject({ kind: 'value' });
		expect('reason' in fault && fault.reason).toContain(`Could not convert string 'A' to INT32`);
	});

	test.each(['', ' \n ', '-- nothing', ';;'])('"%s" asks nothing', async (query) => {
		expect(await faultOf(query)).toEqual({ kind: 'empty' });
	});
});
