// The only script of a briefing: it asks nothing of any network and keeps nothing.
'use strict';
(() => {
	const all = (selector, within = document) => [...within.querySelectorAll(selector)];
	const tip = document.getElementById('tip');
	const said = document.getElementById('said');
	let lit;

	/** What a place of a chart shows, as its figures say: the category, then a line for each series that has a value there. */
	function wordsOf(place) {
		const figure = place.closest('figure');
		const [head, ...rows] = all('tr', figure);
		const row = rows[all('.tips > *', figure).indexOf(place)];
		const [name, ...cells] = [...row.cells].map(({ textContent }) => textContent);
		const lines = cells.map((text, at) => text && `${head.cells[at + 1].textContent}: ${text}`);
		return [name, ...lines.filter(Boolean)];
	}

	/** Shows the words of a place beside the point. */
	function show(place, x, y) {
		if (place === lit) return move(x, y);
		hide();
		lit = place;
		place.classList.add('on');
		tip.replaceChildren(
			...wordsOf(place).map((line, at) => {
				const written = document.createElement(at === 0 ? 'b' : 'div');
				written.textContent = line;
				return written;
			})
		);
		tip.hidden = false;
		return move(x, y);
	}

	function move(x, y) {
		const { width, height } = tip.getBoundingClientRect();
		const left = Math.max(8, Math.min(x + 14, innerWidth - width - 8));
		const above = y - height - 14;
		tip.style.left = `${left}px`;
		tip.style.top = `${above < 8 ? y + 18 : above}px`;
	}

	function hide() {
		lit?.classList.remove('on');
		lit = undefined;
		tip.hidden = true;
	}

	function placesOf(picture) {
		return all('.tips > *', picture);
	}

	/** The place of a chart that a key leads to from the one before; `undefined` for any other key. */
	function steppedTo(key, at, places) {
		if (key === 'ArrowRight' || key === 'ArrowDown') return Math.min(places.length - 1, at + 1);
		if (key === 'ArrowLeft' || key === 'ArrowUp') return Math.max(0, at < 0 ? 0 : at - 1);
		if (key === 'Home') return 0;
		if (key === 'End') return places.length - 1;
		return undefined;
	}

	for (const picture of all('.picture')) {
		picture.addEventListener('pointermove', (event) => {
			const place = event.target.closest?.('.tips > *');
			if (place) show(place, event.clientX, event.clientY);
		});
		picture.addEventListener('pointerleave', hide);
		let at = -1;
		picture.addEventListener('blur', () => {
			at = -1;
			hide();
		});
		picture.addEventListener('keydown', (event) => {
			if (event.key === 'Escape') return hide();
			const places = placesOf(picture);
			const to = steppedTo(event.key, at, places);
			if (to === undefined || !places[to]) return undefined;
			event.preventDefault();
			at = to;
			places[to].scrollIntoView({ block: 'nearest', behavior: 'instant' });
			const { left, top, width, height } = places[to].getBoundingClientRect();
			show(places[to], left + width / 2, top + height / 2);
			said.textContent = wordsOf(places[to]).join('; ');
			return undefined;
		});
	}
	/** What the keys walk through stays when they scroll it into view. */
	function hideUnlessWalked() {
		if (!lit || !document.activeElement?.contains(lit) || document.activeElement === document.body)
			hide();
	}
	addEventListener('scroll', hideUnlessWalked, { passive: true });

	/** Shows the report in the other language, at the section that was being read. */
	function speak(language) {
		const reading = all('.report:not([hidden]) section').findLast(
			(section) => section.getBoundingClientRect().top < innerHeight / 2
		);
		for (const report of all('.report')) report.hidden = report.id !== language;
		const report = document.getElementById(language);
		document.documentElement.lang = language;
		document.title = report.dataset.title;
		const same = reading && document.getElementById(reading.id.replace(/^\w+/, language));
		if (scrollY > 0) same?.scrollIntoView();
		report.querySelector('[data-language]')?.focus({ preventScroll: true });
	}
	for (const button of all('[data-language]'))
		button.addEventListener('click', () => speak(button.dataset.language));

	for (const look of all('.look'))
		look.addEventListener('change', () => {
			document.documentElement.dataset.theme = look.value;
			for (const other of all('.look')) other.value = look.value;
		});
	for (const button of all('.print')) button.addEventListener('click', () => print());

	const contentOf = ({ textContent }) => textContent;

	/** The words of each cell, without what stands small under them. */
	function wordsIn({ cells }) {
		return [...cells].map((cell) => {
			const plain = cell.cloneNode(true);
			plain.querySelector('small')?.remove();
			return plain.textContent;
		});
	}

	/** The table as a spreadsheet takes it from the clipboard; a text that it could take for a formula begins with an apostrophe. */
	function copied(table) {
		const safe = (words) => {
			const text = words.replace(/\s+/g, ' ').trim();
			return /^[=+@-]/.test(text) && !/^[-+][\d.,]+%?$/.test(text) ? `'${text}` : text;
		};
		return all('thead tr, tbody tr', table)
			.map((row) => [...wordsIn(row), ...all('small', row).map(contentOf)].map(safe).join('\t'))
			.join('\n');
	}

	/** Copies in a page of a file as well, where a browser may withhold the clipboard. */
	function copy(text) {
		const field = document.createElement('textarea');
		field.className = 'unseen';
		field.value = text;
		document.body.append(field);
		field.select();
		const isDone = document.execCommand('copy');
		field.remove();
		return isDone;
	}
	for (const button of all('.copy')) {
		const words = button.textContent;
		button.addEventListener('click', () => {
			if (!copy(copied(button.parentElement.querySelector('table')))) return;
			button.textContent = button.dataset.done;
			button.focus();
			said.textContent = button.dataset.done;
			setTimeout(() => (button.textContent = words), 2000);
		});
	}
})();
