/** English words that say nothing about a subject, among them those that questions are made of. */
export const STOP_WORDS: ReadonlySet<string> = new Set(
  (
    'a about above after again against all also am an and any are as at be because been before being below between ' +
    'both but by can could did do does doing don down during each either else ever few for from further get gets got ' +
    'had has have having he her here hers herself him himself his how i if in into is it its itself just let may me ' +
    'might more most must my myself no nor not now of off on once only or other our ours ourselves out over own ' +
    'please s same shall she should so some such t than that the their theirs them themselves then there these they ' +
    'this those through to too under until up us very was we were what when where whether which while who whom whose ' +
    'why will with would you your yours yourself yourselves ' +
    'many much long often soon kind exist happen tell explain describe'
  ).split(' '),
);
