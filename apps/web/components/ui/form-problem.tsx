import type { SubmitProblem } from "../../lib/use-submit.ts";
import { Notice } from "./notice.tsx";

/** What is wrong with a form as a whole: what happened, what to do. */
export function FormProblem({ problem }: { readonly problem: SubmitProblem | undefined }) {
	if (!problem) return null;
	return (
		<Notice tone="danger">
			{problem.message} {problem.hint}
		</Notice>
	);
}
