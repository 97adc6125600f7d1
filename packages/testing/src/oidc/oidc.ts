export type OidcClaims = Readonly<Record<string, unknown>> & { readonly sub: string };

/** `denied`: the person says no; `token`: the code is refused; `userinfo`: that endpoint answers 500. */
export type OidcFault = "denied" | "token" | "userinfo";

export interface TestOidcProvider extends AsyncDisposable {
	/** Its `/.well-known/openid-configuration` names every endpoint. Any client id and secret are accepted. */
	readonly issuer: string;
	/** Who signs in from now on. */
	setClaims(claims: OidcClaims): void;
	/** The next call of the endpoint concerned fails. */
	failNext(fault: OidcFault): void;
	close(): Promise<void>;
}

const defaultClaims: OidcClaims = {
	sub: "test-person",
	name: "Test Person",
	email: "test-person@example.com",
	email_verified: true,
};

/**
 * An OpenID Connect provider (oauth2-mock-server) with real signatures and PKCE. It asks nobody anything:
 * `/authorize` goes straight back with a code for the claims that are set.
 */
export async function startOidcProvider(
	options: { readonly claims?: OidcClaims } = {},
): Promise<TestOidcProvider> {
	const { Events, OAuth2Server } = await import("oauth2-mock-server");
	let claims = options.claims ?? defaultClaims;
	const faults = new Set<OidcFault>();
	const server = new OAuth2Server();
	await server.issuer.keys.generate("RS256");
	const { service } = server;
	service.on(Events.BeforeTokenSigning, ({ payload }) => {
		Object.assign(payload, claims);
	});
	service.on(Events.BeforeUserinfo, (answer) => {
		answer.body = { ...claims };
		if (faults.delete("userinfo")) Object.assign(answer, { statusCode: 500, body: {} });
	});
	service.on(Events.BeforeResponse, (answer) => {
		if (!faults.delete("token")) return;
		Object.assign(answer, { statusCode: 400, body: { error: "invalid_grant" } });
	});
	service.on(Events.BeforeAuthorizeRedirect, ({ url }) => {
		if (!faults.delete("denied")) return;
		url.searchParams.delete("code");
		url.searchParams.set("error", "access_denied");
	});
	await server.start(0, "127.0.0.1");
	server.issuer.url = `http://127.0.0.1:${server.address().port}`;
	const close = () => server.stop();
	return {
		issuer: server.issuer.url,
		setClaims(value) {
			claims = value;
		},
		failNext: (fault) => faults.add(fault),
		close,
		[Symbol.asyncDispose]: close,
	};
}
