import { decodeHTMLStrict } from 'entities';

/** The most characters of a known message; a longer text is none of them. */
const longestKnown = 300;

/** Elements within a line: what they stand between belongs together. */
const inlineMarkup = /<\/?(?:a|b|big|code|em|font|i|small|span|strong|sub|sup|u)\b[^<>]*>/gi;
const blockMarkup =
  /<\/?(?:br|center|div|h[1-6]|hr|img|li|ol|p|pre|table|tbody|td|th|thead|tr|ul)\b[^<>]*>/gi;

/**
 * A vendor's words as a line of plain text: without HTML elements, and with what is escaped for a page unescaped once.
 */
export function plainWords(words: string): string {
  const unmarked = words.replaceAll(inlineMarkup, '').replaceAll(blockMarkup, ' ');
  return decodeHTMLStrict(unmarked).replaceAll(/\s+/g, ' ').trim();
}

/**
 * Whether words are, as a whole, one of the few messages that servers have for their own trouble, in English or French.
 * Such a message says nothing about what was asked for, while a text that only contains one does. A message that begins
 * with the state of a database is the server's trouble, too, whatever follows, unless the state is about a value
 * (classes 22 and 23).
 */
export function isServerTrouble(words: string): boolean {
  if (databaseTrouble.test(words)) return true;
  if (words.length > longestKnown) return false;
  const parts = partsOf(words.replace(/\s*[([][^()[\]]*[)\]]\W*$/, ''));
  return parts.length > 0 && parts.every((part) => trouble.test(part));
}

/** Whether words begin with a sentence that says that the credentials were refused, in English or French. */
export function isRefusedCredentials(words: string): boolean {
  if (words.length > longestKnown) return false;
  const [first = '', second = ''] = partsOf(words);
  return refusedCredentials.test(/^(?:error|erreur)$/.test(first) ? second : first);
}

/** The parts of a text, in lower case and without what only asks for patience. */
function partsOf(words: string): readonly string[] {
  return words
    .toLowerCase()
    .replaceAll('_', ' ')
    .split(/[.,;:!…](?:\s+|$)|\s+[-–—]\s+/)
    .map((part) => part.replace(/^(?:http )?5\d\d\s+(?=\S)/, '').trim())
    .filter((part) => part !== '');
}

/** A pattern of alternatives of which one has to be the whole text. */
function wholly(alternatives: readonly string[]): RegExp {
  return new RegExp(`^(?:${alternatives.join('|')})$`);
}

/** A pattern of alternatives of which the text has to begin with one. */
function beginning(alternatives: readonly string[]): RegExp {
  return new RegExp(String.raw`^(?:${alternatives.join('|')})(?![\w"'”’»])`);
}

const ofServers =
  '(?:internal|unexpected|unknown|unhandled|general|generic|fatal|critical|temporary|technical|server|system|application|service|database|db|sql|network|gateway|backend|upstream)';
const servers =
  '(?:the |this |our )?(?:service|server|system|application|site|website|api|database|backend|gateway)(?: server| service)?';
const resting =
  '(?:unavailable|not available|unreachable|offline|down|busy|overloaded|updating|installing|upgrading|restarting|starting|being (?:updated|installed|upgraded)|(?:under|in|down for) (?:scheduled )?maintenance(?: mode)?|under heavy load)';
const forNow = '(?:currently |temporarily |momentarily |now )*';

const databaseTrouble = /^\W*(?:(?:error|exception)\W+)?sqlstate\[(?!2[23])[\da-z]{5}\]/i;

const trouble = wholly([
  `(?:an? )?(?:${ofServers}[ -])*(?:error|failure|exception|fault)(?: 5\\d\\d)?(?: (?:has )?occurr?ed| (?:has )?happened)?`,
  'fail(?:ed|ure)?',
  'oops',
  '(?:something|an operation) went wrong(?: (?:on|at) (?:our|the) (?:end|side|server))?',
  `${servers} (?:is |was )?${forNow}${resting}(?: right now| now| at the moment| at this time)?`,
  `${forNow}(?:unavailable|not available|overloaded)`,
  '(?:server |system )?overload(?:ed)?',
  '(?:(?:scheduled|planned|system|server|site|under|in) )*maintenance(?: mode)?(?: (?:is )?in progress)?',
  '(?:system |software |application |database )?(?:update|upgrade|installation) (?:is )?in progress',
  'updating|installing|upgrading',
  '(?:(?:the|your|endpoint|upstream|gateway|server|database|api|request|operation|connection|query|script) )*(?:has )?time(?:d[ -]?|[ -])?out(?: error| expired| exceeded)?',
  'deadlock found when trying to get lock',
  'try restarting transaction',
  'lock wait timeout exceeded',
  '(?:the )?mysql server has gone away',
  'lost connection to mysql server(?: during query)?',
  'bad gateway',
  'too many (?:requests|connections|calls)(?: per minute)?',
  '(?:api |call |request )*(?:rate )?limit (?:was |has been )?(?:exceeded|reached)',
  'slow down',
  '(?:please )?(?:try again|retry)(?: (?:later|soon|shortly|in (?:a|some|\\d+) \\w+|after (?:a|some|\\d+) \\w+))*',
  "(?:une )?erreur(?: (?:interne|inattendue|inconnue|technique|fatale|système|(?:du |de )?serveur|5\\d\\d))*(?: est survenue| s[’']est produite)?",
  'échec',
  '(?:le |la |notre )?(?:service|serveur|site|système|application|api)(?: est)?(?: (?:momentanément|temporairement|actuellement))* (?:indisponible|surchargée?|hors service|en maintenance)',
  '(?:momentanément |temporairement |actuellement )*indisponible',
  '(?:(?:site|serveur|service|en) )*maintenance(?: (?:est )?en cours)?',
  'surcharge(?: du serveur)?',
  "délai (?:d[’']attente )?dépassé",
  '(?:veuillez )?(?:réessayer|réessayez)(?: (?:plus tard|dans (?:un|quelques|\\d+) \\S+))*',
]);

const wrong =
  '(?:invalid|wrong|bad|missing|unknown|incorrect|expired|revoked|disabled|empty|no)(?: or (?:invalid|missing|expired))?';
const apiKey = 'api[ -]?key';
const refused =
  '(?:is |was |are |were |has been |have been )*(?:not (?:found|valid|known|correct|given|provided|accepted|recogni[sz]ed)|invalid|wrong|missing|unknown|incorrect|expired|revoked|disabled|required|refused|rejected|denied)';

const refusedCredentials = beginning([
  `(?:(?:the|your|this|an?|in|with|problem|mandatory|required|parameter|${wrong}) )*${apiKey}`,
  `(?:the |your )?${wrong} (?:access |secret )?key(?: \\[secret\\])?$`,
  `(?:the |your )?(?:access |secret )?key ${refused}`,
  '(?:request |access )?unauthori[sz]ed',
  'forbidden',
  'access (?:is |was )?(?:denied|forbidden|refused)',
  '(?:basic |http |user )?authentication (?:(?:is|was|has) )?(?:failed|failure|required|needed|missing|refused|error|invalid)',
  '(?:not|could not be|cannot be) authenticated',
  '(?:failed|unable) to authenticate',
  `(?:the |your )?${wrong} (?:credentials?|authori[sz]ation(?: header)?|(?:api |access |auth )token)`,
  `(?:the |your )?credentials? ${refused}`,
  "(?:votre |la |une |mauvaise |aucune )?cl[ée] (?:d[’']api|api)",
  'mauvaise cl[ée]$',
  '(?:votre |la )?cl[ée] (?:est )?(?:invalide|inconnue|incorrecte|manquante|erronée|expirée|refusée)',
  "(?:l[’'])?accès (?:est )?(?:refusé|interdit|non autorisé)",
  "(?:erreur d[’']|échec de l[’'])?authentification (?:a )?(?:échoué|échouée|requise|refusée|invalide)",
  "(?:erreur d[’']|échec de l[’'])authentification",
  'non autorisée?$',
]);
