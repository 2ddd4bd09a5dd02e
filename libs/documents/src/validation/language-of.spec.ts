import { languageOf } from './language-of.js';

describe('the language of a text', () => {
  it.each([
    ['en', 'The employees of the company get 25 days of leave, and it is paid for by the employer.'],
    ['de', 'Die Mitarbeiter der Firma bekommen 25 Tage Urlaub, und er wird von dem Arbeitgeber bezahlt.'],
    ['fr', 'Les employés de la société ont 25 jours de congé, qui sont payés par le patron et pour tous.'],
    ['es', 'Los empleados de la empresa tienen 25 días de vacaciones, que se pagan por el patrón.'],
    [
      'it',
      'I dipendenti della ditta hanno 25 giorni di ferie, che sono pagate dal padrone e non dalla cassa.',
    ],
    ['nl', 'De werknemers van het bedrijf krijgen 25 dagen verlof, dat wordt betaald door een werkgever.'],
    ['pt', 'Os empregados da empresa têm 25 dias de férias, que são pagos por um patrão e não mais.'],
  ])('is %s', (language, text) => {
    expect(languageOf(text)).toBe(language);
  });

  it.each([['Сотрудники получают двадцать пять дней отпуска в году.'], ['lorem ipsum dolor sit amet'], ['']])(
    'is none that is known: %j',
    (text) => {
      expect(languageOf(text)).toBeNull();
    },
  );
});
