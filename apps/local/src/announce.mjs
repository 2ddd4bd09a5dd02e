import { loadSecrets, saveSecrets } from './data/secrets.mjs';
import { canSignIn } from './programs/sign-in.mjs';

/**
 * Says where the product is and, once, how to sign in.
 * @param {import('./product.mjs').Product} product
 * @param {import('./data/data-directory.mjs').DataDirectory} data
 * @param {(text: string) => void} say
 */
export async function announce({ url, temporalUi, adminEmail, adminPassword }, data, say) {
  say('\nSluice is running.\n');
  say(`  Page             ${url}`);
  if (temporalUi !== undefined) say(`  Temporal Web UI  ${temporalUi}`);
  const secrets = loadSecrets(data.secrets);
  if (!secrets.adminPasswordShown && (await canSignIn(url, adminEmail, adminPassword))) {
    say(`  E-mail           ${adminEmail}`);
    const kept =
      adminPassword === secrets.adminPassword ? `shown this once; kept in ${data.secrets}` : 'as set';
    say(`  Password         ${adminPassword}  (${kept})`);
    saveSecrets(data.secrets, { ...secrets, adminPasswordShown: true });
  }
  say(`  Data and logs    ${data.path}`);
}
