import { describe, expect, it } from 'vitest';
import { type LedgerChoice, parseLedgerChoice, withLedgerChoice } from '#lib/state/ledger-url.ts';

describe('the choice of the ledger in an address', () => {
	const choice: LedgerChoice = {
		text: 'tổ chức',
		body: 'Ban Tổ chức Thành ủy',
		document: '256-kh-tu',
		kind: 'task',
		state: 'soon',
		by: 'month',
		order: 'due',
		item: '171/NQ-CP#Phụ lục.1'
	};

	it('reads back what was written, whatever stood there before', () => {
		const before = new URLSearchParams('unit=MH-104&lang=en&doc=21-nq-tw&state=late');
		const query = withLedgerChoice(before, choice);
		expect(parseLedgerChoice(new URLSearchParams(query.toString()))).toEqual(choice);
		expect([query.get('unit'), query.get('lang')]).toEqual(['MH-104', 'en']);
		expect(withLedgerChoice(query, {}).toString()).toBe('unit=MH-104&lang=en');
	});

	it('leaves unsaid what is shown without being chosen', () => {
		const query = withLedgerChoice(new URLSearchParams(), { by: 'none', order: 'urgency' });
		expect(query.toString()).toBe('');
	});

	it('takes what it does not know for not chosen', () => {
		const query = new URLSearchParams('kind=x&state=y&by=z&order=&q=&item=');
		expect(parseLedgerChoice(query)).toEqual({});
	});
});
