import { expect, test } from 'vitest';
import { queryOf, tracedCodeOf } from '#lib/state/address-query.ts';

const addressOf = (text: string): URL => new URL(text, 'https://thuocdo.test');

test('an address asks what stands in it', () => {
	expect([...queryOf(addressOf('/unit?unit=MH03&lang=en'))]).toEqual([
		['unit', 'MH03'],
		['lang', 'en']
	]);
	expect(tracedCodeOf(addressOf('/trace/AB'), { code: 'AB' })).toBe('AB');
	expect(tracedCodeOf(addressOf('/trace?code=CD'), {})).toBe('CD');
	expect(tracedCodeOf(addressOf('/trace'), {})).toBe('');
});

test.each(['?unit=', '?q=', '?sql='])('a megabyte behind %s asks nothing', (name) => {
	const long = addressOf(`/ledger?lang=en&${name.slice(1)}${'x'.repeat(1_000_000)}`);
	expect(queryOf(long).size).toBe(0);
	expect(tracedCodeOf(addressOf(`/trace?code=${'x'.repeat(1_000_000)}`), {})).toBe('');
	const path = addressOf(`/trace/${'x'.repeat(1_000_000)}`);
	expect(tracedCodeOf(path, { code: path.pathname.slice(7) })).toBe('');
});
