const CHANNEL = 'thuocdo.workspace';

/** The line to the tabs that have the same workspace open. */
export interface OtherTabs {
	/** Tells them that what is in force has changed. */
	tell(): void;
}

/**
 * Opens the line; `onChange` is called when another tab tells of a change, and when the reader comes back to this one:
 * a tab that was killed after its change told nobody.
 */
export function listenToOtherTabs(onChange: () => void): OtherTabs {
	const channel = new BroadcastChannel(CHANNEL);
	channel.addEventListener('message', onChange);
	document.addEventListener('visibilitychange', () => {
		if (document.visibilityState === 'visible') onChange();
	});
	return { tell: () => channel.postMessage('changed') };
}
