import type { ReactNode } from "react";
import { AccountLayout } from "@/components/account/account-layout.tsx";

export default function Layout({ children }: { readonly children: ReactNode }) {
	return <AccountLayout>{children}</AccountLayout>;
}
