import { describe, expect, it } from 'vitest';
import { productCatalogue } from '#lib/catalogue/load-catalogue.ts';
import { NOTHING_OWN, type OwnCatalogue } from '#lib/catalogue/own-catalogue.ts';
import type { EarlierGround } from '#lib/rollup/find-trace-among.ts';
import type { Store } from '#lib/store/store.ts';
import { earlierGrounds } from '#lib/state/earlier-grounds.ts';
import { present, storeWith } from '#test/store/additions.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const day = (number: number): string => `2026-03-0${number}T02:00:00Z`;
const [INDICATOR] = productCatalogue().indicators;

function units(name: string): Uint8Array {
	return bytes(
		`ma_don_vi,ten_don_vi,loai,cap,ma_cap_tren,hieu_luc_tu,hieu_luc_den\nA,${name},Tỉnh,tinh,,2020-01-01,\n`
	);
}

function called(vi: string): Uint8Array {
	const own: OwnCatalogue = {
		...NOTHING_OWN,
		indicators: [{ ...present(INDICATOR), name: { vi, en: vi } }]
	};
	return bytes(JSON.stringify(own));
}

async function opened(store: Store, after?: string) {
	const grounds = earlierGrounds({ store, manifest: store.manifest }, after);
	return Promise.all(grounds.map((open) => open()));
}

function told(ground: EarlierGround | undefined) {
	const indicator = ground?.catalogue.indicators.find(({ id }) => id === INDICATOR?.id);
	return ground && [ground.units[0]?.name, indicator?.name.vi, ground.until];
}

describe('what was in force before', () => {
	it('is nothing else where nothing was saved since', async () => {
		const { store } = await storeWith();
		await store.saveOrganisation({ units: units('Một') }, { at: day(1) });
		expect(await opened(store, day(1))).toEqual([]);
	});

	it('is the organisation and the catalogue that held together, the newest first', async () => {
		const { store } = await storeWith();
		await store.saveOrganisation({ units: units('Một') }, { at: day(1) });
		await store.saveCatalogue(called('Cũ'), { at: day(2) });
		await store.saveOrganisation({ units: units('Hai') }, { at: day(3) });
		await store.saveCatalogue(called('Mới'), { at: day(4) });
		expect((await opened(store, day(1))).map(told)).toEqual([
			['Hai', 'Cũ', { catalogue: day(4) }],
			['Một', 'Cũ', { organisation: day(3), catalogue: day(4) }],
			['Một', INDICATOR?.name.vi, { organisation: day(3), catalogue: day(2) }]
		]);
	});

	it('is left out where it is damaged', async () => {
		const { files, store } = await storeWith();
		await store.saveOrganisation({ units: units('Một') }, { at: day(1) });
		const { organisation } = await store.saveOrganisation({ units: units('Hai') }, { at: day(2) });
		await files.write(present(organisation?.[0]).units.content, bytes('?'));
		expect(await opened(store, day(1))).toEqual([undefined]);
	});
});
