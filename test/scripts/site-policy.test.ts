import { safetyHeaders } from '#scripts/site-policy.mjs';
import { expect, test } from 'vitest';

test('every response carries the policy of the page, and forbids framing', () => {
	const page = `<meta http-equiv="content-security-policy" content="script-src 'self' 'sha256-x='">`;
	const { 'Permissions-Policy': powers, ...headers } = safetyHeaders(page);
	expect(powers).toMatch(/^\w+=\(\), .*camera=\(\), /);
	expect(headers).toEqual({
		'Content-Security-Policy': "script-src 'self' 'sha256-x='; frame-ancestors 'none'",
		'X-Content-Type-Options': 'nosniff',
		'Referrer-Policy': 'no-referrer',
		'Cross-Origin-Opener-Policy': 'same-origin',
		'Cross-Origin-Resource-Policy': 'same-origin',
		'X-DNS-Prefetch-Control': 'off'
	});
});

test('a page without a policy is not served', () => {
	expect(() => safetyHeaders('<html></html>')).toThrow(
		'The page carries no Content-Security-Policy.'
	);
});
