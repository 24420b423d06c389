import { strangersIn } from '#scripts/scan-site.mjs';
import { expect, test } from 'vitest';

test('a host that nobody has looked at is found however its address is written', () => {
	const text = String.raw`fetch("https://Example.org/x"); "wss:\/\/a.b.example"; xmlns="http://www.w3.org/2000/svg"`;
	expect([...strangersIn(text)]).toEqual(['example.org', 'a.b.example']);
});

test('addresses of the site itself are no strangers', () => {
	expect([...strangersIn('import("./x.js"); url(./font.woff2); "/app"')]).toEqual([]);
});
