import { describe, expect, it } from 'vitest';
import type { Answers } from '#lib/base/layout.ts';
import { productCatalogue } from '#lib/catalogue/load-catalogue.ts';
import { headerKeys, type Table } from '#lib/ingest/find-table.ts';
import { findTables } from '#lib/ingest/find-tables.ts';
import { headerDictionary } from '#lib/ingest/header-dictionary.ts';
import { rememberedAnswers } from '#lib/ingest/remembered-answers.ts';
import { present } from '#test/store/additions.ts';

const DICTIONARY = headerDictionary(productCatalogue().templates);
const HEADERS = 'STT,Đơn vị,TS TCCSĐ,ĐBCS,CBCS,Đã XL,HTXSNV,HTTNV,HTNV';

function tableOf(headers: string): Table {
	const rows = [headers.split(','), ['1', 'P. An Bình', '24', '9', '15', '24', '4', '18', '2']];
	return present(findTables({ rows }, DICTIONARY)[0]);
}

function remembered(headers: string, answers: Answers): Answers {
	const earlier = headerKeys(tableOf(HEADERS).columns);
	const layout = { template: 'B1', name: 'quý I', headers: earlier, answers };
	return rememberedAnswers(tableOf(headers), [layout]);
}

describe('rememberedAnswers', () => {
	const answers = { 'column:b1.kht': 'zero', 'column:b1.cbtt': 'absent', 'unit:p 7': 'MH05' };

	it('are those of the layout where the headers are the same', () => {
		expect(remembered(HEADERS, answers)).toEqual(answers);
	});

	it('leave out that a column was absent where the sheet has it now', () => {
		expect(remembered(`${HEADERS},KHTNV`, answers)).toEqual({
			'column:b1.cbtt': 'absent',
			'unit:p 7': 'MH05'
		});
	});

	it('keep what was said against a column that the earlier sheets had too', () => {
		const against = { 'column:b1.ht': 'absent' };
		expect(remembered(`${HEADERS},KHTNV`, against)).toEqual(against);
	});

	it('are none for a sheet of another layout', () => {
		expect(remembered('STT,Đơn vị,HTXSNV,KHTNV', answers)).toEqual({});
	});
});
