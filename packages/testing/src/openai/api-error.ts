/** An error in the shape of OpenAI's API. */
export class ApiError extends Error {
	override readonly name = "ApiError";
	readonly status: number;
	readonly type: string;
	readonly code: string | null;
	readonly param: string | null;
	readonly headers: Readonly<Record<string, string>>;

	constructor(
		status: number,
		message: string,
		facts: {
			readonly type?: string;
			readonly code?: string;
			readonly param?: string;
			readonly headers?: Readonly<Record<string, string>>;
		} = {},
	) {
		super(message);
		this.status = status;
		this.type = facts.type ?? (status >= 500 ? "server_error" : "invalid_request_error");
		this.code = facts.code ?? null;
		this.param = facts.param ?? null;
		this.headers = facts.headers ?? {};
	}

	toBody() {
		const { message, type, param, code } = this;
		return { error: { message, type, param, code } };
	}
}

export const invalidRequest = (message: string, param: string): ApiError =>
	new ApiError(400, message, { param });
