import { dev, version } from '$app/environment';
import { page } from '$app/state';
import type { App } from './app-context.ts';
import { type KeptScreen, KEPT_SCREEN } from './kept-screen.ts';
import { whenIdle } from './preload-pages.ts';
import { takeScreen, takeStyles } from './take-screen.ts';

/** The first screen stands still before it is kept. */
const SETTLED = 1000;

/**
 * Keeps what the first screen shows, once it stands still, so that the next visit begins with it. Reads what that
 * depends on: to be run again when any of it changes. Gives what calls it off.
 */
export function keepScreen({ workspace, view }: App): (() => void) | undefined {
	const { ground, facts, phase, work, problem } = workspace;
	const isStill = phase === 'ready' && ground && facts && !work && !problem;
	if (dev || !isStill || page.route.id !== '/' || !isUnasked(page.url)) return undefined;
	const { day, language } = { day: view.today, language: view.language };
	let isOff = false;
	const take = (): void => {
		const app = document.getElementById('app');
		if (isOff || !app || document.querySelector(KEPT_SCREEN)) return;
		const screen: KeptScreen = {
			...{ version, day, language },
			search: location.search,
			title: document.title,
			height: document.documentElement.scrollHeight,
			styles: takeStyles(),
			elements: takeScreen(app)
		};
		void workspace.keepFirstScreen(new TextEncoder().encode(JSON.stringify(screen)));
	};
	const timer = setTimeout(() => whenIdle(take), SETTLED);
	return () => {
		isOff = true;
		clearTimeout(timer);
	};
}

/** Nothing was asked for but perhaps a language: the screen with which a visit begins. */
function isUnasked({ searchParams, hash }: URL): boolean {
	return hash === '' && [...searchParams.keys()].every((name) => name === 'lang');
}
