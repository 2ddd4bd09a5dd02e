const SIGN_IN = 'mutation SignIn($input: SignInInput!) { signIn(input: $input) { user { id } } }';

/**
 * Whether an account exists with this password: a database that was there before has its own administrator.
 * @param {string} url of the API
 * @param {string} email
 * @param {string} password
 */
export async function canSignIn(url, email, password) {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: SIGN_IN, variables: { input: { email, password } } }),
  });
  const { data } = /** @type {{ data?: { signIn?: unknown } }} */ (await response.json());
  return data?.signIn !== undefined && data.signIn !== null;
}
