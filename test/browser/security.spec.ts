import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { BUILD } from '#scripts/build.mjs';
import { serve } from '#scripts/serve.mjs';
import { expect, test } from '@playwright/test';
import sirv from 'sirv';

/** Whoever listens elsewhere: what reaches it got out. No request is stopped by the test itself. */
async function listenElsewhere(): Promise<{ origin: string; heard: string[]; server: Server }> {
	const heard: string[] = [];
	const server = createServer((request, response) => {
		heard.push(`${request.method} ${request.url}`);
		response.setHeader('Access-Control-Allow-Origin', '*');
		response.end('heard');
	});
	server.on('upgrade', (request, socket) => {
		heard.push(`UPGRADE ${request.url}`);
		socket.destroy();
	});
	await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
	return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, heard, server };
}

/** The built site as any plain server gives it out: not one header that guards it. */
async function serveWithoutHeaders(): Promise<{ origin: string; close: () => Promise<void> }> {
	const server = createServer(sirv(BUILD, { single: '200.html' }));
	await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
	return {
		origin: `http://localhost:${(server.address() as AddressInfo).port}`,
		close: () =>
			new Promise((resolve) => {
				server.close(() => resolve());
				server.closeAllConnections();
			})
	};
}

const HOSTS = [
	{ name: 'its own server', host: () => serve({ port: 0 }) },
	{ name: 'a server that sends no headers', host: serveWithoutHeaders }
];

for (const { name, host } of HOSTS) {
	test(`nothing that runs in the page or in a worker gets out, behind ${name}`, async ({
		page
	}) => {
		const site = await host();
		const elsewhere = await listenElsewhere();
		try {
			await page.goto(site.origin);
			await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
			expect(await page.evaluate(escapeFromPage, elsewhere.origin)).toEqual({
				fetch: 'TypeError',
				opaque: 'TypeError',
				request: 'error',
				socket: 'closed',
				events: 'closed',
				module: 'TypeError',
				worker: 'error',
				shared: 'error',
				markup: 'TypeError',
				code: 'EvalError',
				calls: 'undefined'
			});
			expect(await page.evaluate(escapeFromWorker, elsewhere.origin)).toEqual({
				fetch: 'TypeError',
				socket: 'closed',
				scripts: 'NetworkError',
				module: 'TypeError',
				code: 'EvalError',
				calls: 'undefined'
			});
			await page.waitForTimeout(1000);
			expect(elsewhere.heard).toEqual([]);
			expect(new URL(page.url()).origin).toBe(site.origin);
		} finally {
			elsewhere.server.close();
			await site.close();
		}
	});
}

test('what listens elsewhere is heard where no policy stands', async ({ page }) => {
	const elsewhere = await listenElsewhere();
	const open = createServer((_, response) => {
		response.setHeader('Content-Type', 'text/html');
		response.end('<h1>open</h1>');
	});
	await new Promise((resolve) => open.listen(0, '127.0.0.1', () => resolve(undefined)));
	await page.goto(`http://localhost:${(open.address() as AddressInfo).port}`);
	await page.evaluate(escapeFromPage, elsewhere.origin);
	await expect
		.poll(() => new Set(elsewhere.heard.map((line) => line.replace(/^\w+ \//, ''))).size)
		.toBeGreaterThan(15);
	elsewhere.server.close();
	open.close();
});

/** Tries every way out that a script in a page has, save leaving the page, which no policy forbids. */
async function escapeFromPage(out: string): Promise<Record<string, string>> {
	const outcome: Record<string, string> = {};
	const nameOf = (error: unknown): string => (error as Error).name;
	const tried = (task: Promise<unknown>): Promise<string> => task.then(() => 'out', nameOf);
	const ended = (target: EventTarget, good: string, bad: string): Promise<string> =>
		new Promise((resolve) => {
			target.addEventListener(good, () => resolve('out'));
			target.addEventListener(bad, () => resolve(bad === 'error' ? 'error' : bad));
			setTimeout(() => resolve('silent'), 30_000);
		});
	// What a debugger runs directly is exempt from some rules: the page goes on after a turn.
	await new Promise((resolve) => setTimeout(resolve));
	outcome['fetch'] = await tried(fetch(`${out}/fetch`));
	outcome['opaque'] = await tried(fetch(`${out}/opaque`, { mode: 'no-cors', method: 'POST' }));
	const request = new XMLHttpRequest();
	request.open('GET', `${out}/xhr`);
	const requested = ended(request, 'load', 'error');
	request.send();
	outcome['request'] = await requested;
	outcome['socket'] = await socketTo(`${out.replace('http', 'ws')}/socket`);
	const events = new EventSource(`${out}/events`);
	outcome['events'] = await new Promise((resolve) => {
		events.onerror = () => resolve('closed');
		setTimeout(() => resolve('silent'), 30_000);
	});
	events.close();
	navigator.sendBeacon(`${out}/beacon`, 'x');
	outcome['module'] = await tried(import(`${out}/module.js`));
	outcome['worker'] = await begin(() => new Worker(`${out}/worker.js`));
	outcome['shared'] = await begin(() => new SharedWorker(`${out}/shared.js`));
	for (const [tag, attribute] of [
		['img', 'src'],
		['script', 'src'],
		['iframe', 'src'],
		['embed', 'src'],
		['object', 'data'],
		['video', 'src'],
		['audio', 'src']
	] as const) {
		const element = document.createElement(tag);
		try {
			element.setAttribute(attribute, `${out}/${tag}`);
			document.body.append(element);
		} catch {
			continue;
		}
	}
	const kinds = ['stylesheet', 'icon', 'manifest', 'prefetch', 'preload', 'modulepreload'];
	for (const rel of [...kinds, 'prerender']) {
		const link = Object.assign(document.createElement('link'), { rel, href: `${out}/${rel}` });
		if (rel === 'preload') link.as = 'image';
		document.head.append(link);
	}
	const rules = document.createElement('script');
	rules.type = 'speculationrules';
	try {
		rules.textContent = JSON.stringify({
			prefetch: [{ urls: [`${out}/speculation`], eagerness: 'immediate' }]
		});
		document.head.append(rules);
	} catch {
		rules.remove();
	}
	const painted = document.createElement('div');
	painted.style.cssText = `background: url(${out}/css-url); width: 9px; height: 9px`;
	painted.style.borderImage = `url(${out}/css-border) 1`;
	const style = document.createElement('style');
	style.textContent = `@import url(${out}/css-import); @font-face { font-family: f; src: url(${out}/css-font) }
		p { font-family: f; background: url(${out}/css-rule) }`;
	const sheet = new CSSStyleSheet();
	sheet.insertRule(
		`body { cursor: url(${out}/css-cursor), auto; background: url(${out}/css-sheet) }`
	);
	document.adoptedStyleSheets.push(sheet);
	const text = Object.assign(document.createElement('p'), { textContent: 'f' });
	document.body.append(painted, style, text);
	const form = document.createElement('form');
	Object.assign(form, { action: `${out}/form`, method: 'post', target: 'hidden' });
	const frame = Object.assign(document.createElement('iframe'), { name: 'hidden' });
	document.body.append(form, frame);
	form.submit();
	const link = Object.assign(document.createElement('a'), { href: '#', ping: `${out}/ping` });
	document.body.append(link);
	link.click();
	outcome['markup'] = await tried(
		Promise.resolve().then(() => {
			// eslint-disable-next-line no-restricted-syntax -- the very thing that must fail
			painted.innerHTML = `<img src="${out}/markup">`;
		})
	);
	// eslint-disable-next-line no-new-func -- the very thing that must fail
	outcome['code'] = await tried(Promise.resolve().then(() => String(new Function('return 1')())));
	outcome['calls'] = typeof globalThis.RTCPeerConnection;
	return outcome;

	function socketTo(address: string): Promise<string> {
		try {
			const socket = new WebSocket(address);
			return new Promise((resolve) => {
				socket.onopen = () => resolve('out');
				socket.onerror = () => resolve('closed');
			});
		} catch {
			return Promise.resolve('closed');
		}
	}

	function begin(start: () => EventTarget): Promise<string> {
		try {
			return ended(start(), 'message', 'error');
		} catch {
			return Promise.resolve('error');
		}
	}
}

/** The same from a worker begun as the app begins its own. */
function escapeFromWorker(out: string): Promise<Record<string, string>> {
	const source = `
		const nameOf = (error) => error.name;
		const outcome = {};
		const run = async () => {
			outcome.fetch = await fetch('${out}/w-fetch').then(() => 'out', nameOf);
			outcome.socket = await new Promise((resolve) => {
				try {
					const socket = new WebSocket('${out.replace('http', 'ws')}/w-socket');
					socket.onopen = () => resolve('out');
					socket.onerror = () => resolve('closed');
				} catch { resolve('closed'); }
			});
			self.trustedTypes?.createPolicy('default', { createScriptURL: (address) => address, createScript: () => null });
			try { importScripts('${out}/w-scripts'); outcome.scripts = 'out'; } catch (error) { outcome.scripts = error.name; }
			outcome.module = await import('${out}/w-module.js').then(() => 'out', nameOf);
			try { outcome.code = String(new Function('return 1')()); } catch (error) { outcome.code = error.name; }
			outcome.calls = typeof RTCPeerConnection;
			postMessage(outcome);
		};
		run();`;
	const worker = new Worker(URL.createObjectURL(new Blob([source], { type: 'text/javascript' })));
	return new Promise((resolve) => {
		worker.onmessage = ({ data }: MessageEvent<Record<string, string>>) => resolve(data);
	});
}
