const name = "nuclom-unfinished-uploads";

/** Tells the next page, without opening a database, that there may be something to go on with. */
export function setKeptFlag(isSet: boolean): void {
	try {
		if (isSet) localStorage.setItem(name, "1");
		else localStorage.removeItem(name);
	} catch {
		// Storage is shut: this browser keeps nothing.
	}
}

export function hasKeptFlag(): boolean {
	try {
		return localStorage.getItem(name) !== null;
	} catch {
		return false;
	}
}
