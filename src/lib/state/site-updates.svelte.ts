import { dev, version } from '$app/environment';
import { staticFile } from './static-file.ts';

/** How the app that is open stands to the newest: one `waits` to be used, or another tab has `replaced` it already. */
export type UpdateStand = 'newest' | 'waits' | 'replaced';

const BETWEEN_LOOKS = 60 * 60 * 1000;

/**
 * Keeps the app for visits without a network, and brings its new versions: none takes the place of the one that is open
 * until the reader asks for it, and then not before running work is done.
 */
export class SiteUpdates {
	readonly #isBusy: () => boolean;
	#registration?: ServiceWorkerRegistration;
	#stand = $state<UpdateStand>('newest');
	#isAsked = $state(false);

	/** `isBusy` tells, reactively, whether a reload would break or lose something. */
	constructor(isBusy: () => boolean) {
		this.#isBusy = isBusy;
		$effect.root(() => {
			$effect(() => {
				if (this.#isAsked && !this.#isBusy()) this.#takeOver();
			});
		});
	}

	/** How this version stands. */
	get stand(): UpdateStand {
		return this.#stand;
	}

	/** True while the reload that was asked for waits for running work. */
	get isAsked(): boolean {
		return this.#isAsked;
	}

	/** Begins to keep the app and to look for new versions; where the browser or the site offers no way, nothing happens. */
	async begin(): Promise<void> {
		if (dev || !('serviceWorker' in navigator)) return;
		const { serviceWorker: keeper } = navigator;
		let isKept = keeper.controller !== null;
		keeper.controller?.postMessage({ kind: 'opened', version });
		keeper.addEventListener('controllerchange', () => {
			if (this.#isAsked && !this.#isBusy()) location.reload();
			// Asked for by another tab, it must not break what runs in this one.
			else if (isKept) this.#stand = 'replaced';
			isKept = true;
		});
		this.#registration = await keeper
			.register(staticFile('service-worker.js'))
			.catch(() => undefined);
		this.#registration?.addEventListener('updatefound', () => this.#follow());
		this.#follow();
		setInterval(() => void this.#registration?.update().catch(() => undefined), BETWEEN_LOOKS);
	}

	/** Opens the new version as soon as nothing is lost by it. */
	reload(): void {
		this.#isAsked = true;
	}

	/** Stays with this version after all; the next visit opens the new one. */
	stay(): void {
		this.#isAsked = false;
		this.#stand = 'newest';
	}

	#follow(): void {
		const look = (): void => {
			if (this.#registration?.waiting && navigator.serviceWorker.controller) this.#stand = 'waits';
		};
		this.#registration?.installing?.addEventListener('statechange', look);
		look();
	}

	#takeOver(): void {
		const waiting = this.#stand === 'waits' ? this.#registration?.waiting : undefined;
		if (waiting) waiting.postMessage({ kind: 'take-over' });
		else location.reload();
	}
}
