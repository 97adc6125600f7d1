import { toast } from "../ui/toast.ts";

/** Ends this device's session and leads to `next`. The machinery for it is fetched only now. */
export async function signOut(next = "/sign-in"): Promise<void> {
	const { authClient } = await import("../../lib/auth.ts");
	const { error } = await authClient().signOut();
	if (error) {
		toast({ title: "You are still signed in.", description: "Try again.", tone: "danger" });
		return;
	}
	window.location.assign(next);
}
