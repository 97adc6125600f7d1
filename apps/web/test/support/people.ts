import type { Page } from "playwright-core";

export interface NewPerson {
	readonly name: string;
	readonly email: string;
}

const password = "correct horse battery";

/** Fills the sign-up form of the page that is open. */
export async function fillSignUp(page: Page, { name, email }: NewPerson): Promise<void> {
	await page.getByLabel("Name", { exact: true }).fill(name);
	await page.getByLabel("E-mail").fill(email);
	await page.getByLabel("Password", { exact: true }).fill(password);
	await page.getByRole("button", { name: "Create account" }).click();
}

export async function signUp(page: Page, baseUrl: string, person: NewPerson): Promise<void> {
	await page.goto(`${baseUrl}/sign-up`);
	await fillSignUp(page, person);
	await page.waitForURL(/\/welcome/);
}

export async function createOrganization(page: Page, name: string): Promise<void> {
	await page.getByLabel("Name", { exact: true }).fill(name);
	await page.getByRole("button", { name: "Create organization" }).click();
	await page.getByRole("heading", { name: "Library" }).waitFor();
}

export async function signOut(page: Page, name: string): Promise<void> {
	await page.getByRole("button", { name: new RegExp(name) }).click();
	await page.getByRole("menuitem", { name: "Sign out" }).click();
	await page.waitForURL(/\/sign-in/);
}
