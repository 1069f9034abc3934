import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isRefusedCredentials, isServerTrouble, plainWords } from '../../src/vendor-kit/vendor-words.ts';
import { ownTime } from '../support/own-time.ts';

const troubles = [
  'error',
  'Error.',
  'Failure',
  'Internal error',
  'Internal Server Error',
  '500 Internal Server Error',
  'Internal server error (request 7f3a)',
  'An unexpected error occurred',
  'An unexpected error has occurred. Please try again later.',
  'Unknown error',
  'Database error',
  'Error: Internal server error',
  'Oops, something went wrong!',
  'Service Unavailable',
  '503 Service Temporarily Unavailable',
  'The server is currently unavailable',
  'The server is busy, try again in 5 minutes',
  'Application is updating',
  'Application is being installed',
  'System is under maintenance',
  'Maintenance',
  'Scheduled maintenance in progress',
  'Update in progress',
  'Deadlock found when trying to get lock; try restarting transaction',
  'Lock wait timeout exceeded; try restarting transaction',
  'MySQL server has gone away',
  'Lost connection to MySQL server during query',
  'Bad gateway',
  'Gateway Timeout',
  'Request timed out, try again',
  'Endpoint request timed out',
  'Connection time-out',
  'Too many requests',
  'Too many connections',
  'Rate limit exceeded',
  'Server overloaded',
  'Erreur interne',
  'Erreur interne du serveur',
  'Une erreur inattendue est survenue. Veuillez réessayer plus tard.',
  'Échec',
  'Service momentanément indisponible',
  'Maintenance en cours',
];

const refusals = [
  'Too many recipients in cc',
  'Too many attachments',
  'Error updating ticket: agent is not in department',
  'Failed updating conversation: department is mandatory',
  'Error updating conversation: status is not allowed',
  'Agent is unavailable',
  'Agent is currently unavailable',
  'User installing is not an agent',
  'Internal notes are not enabled',
  'Mail server of department is not set',
  'Tag name with maintenance is invalid',
  'Server overload of fields',
  'Internal error: department is mandatory',
  'The application field is required',
  'Service desk is not a department',
  'Unexpected value of status',
  'Request is missing a recipient, try again with one',
  'Le serveur de messagerie n’est pas défini',
];

const refusedCredentials = [
  'Wrong key',
  'Invalid key',
  'Invalid API key',
  'API key is invalid: ask your administrator',
  'ApiKey not found',
  'Api key is not found in request',
  'Problem with API key in the application',
  'Missing mandatory parameter apikey',
  'Missing or invalid api_key',
  'Unknown key [secret]',
  'The key is not valid',
  'Error: Invalid API key',
  'Unauthorized',
  'Unauthorised access',
  'Forbidden',
  'Access denied',
  'Authentication failed',
  'Authentication required',
  'Not authenticated',
  'Invalid credentials',
  'Credentials are invalid',
  'Invalid access token',
  'Clé API invalide',
  'clé inconnue',
  'Mauvaise clé',
  'Accès refusé',
  'Erreur d’authentification',
];

const input = [
  'l’email mickey@disney.example est deja pris',
  'Operator mickey already exists',
  'Turkey is not allowed',
  'Duplicate entry for key email',
  'Duplicate entry for key ‘email’',
  'Key email is already in use',
  'Name "Credential team" too long',
  'Field authenticated is read only',
  'Department "API keys" is not valid',
  'Tag "API key" already exists',
  'API keys is no department',
  'Author of message not set',
  'Invalid keyword',
  'Missing key field',
  'Invalid login',
  'La clef du champ est prise',
];

describe('the words of a vendor', () => {
  it.each(troubles)('are about the server only: %s', (words) => {
    expect(isServerTrouble(words)).toBe(true);
    expect(isRefusedCredentials(words)).toBe(false);
  });

  it.each(refusals)('are about what was asked for: %s', (words) => {
    expect(isServerTrouble(words)).toBe(false);
    expect(isRefusedCredentials(words)).toBe(false);
  });

  it.each([
    'SQLSTATE[HY000] [2002] Connection refused',
    "SQLSTATE[HY000] [1045] Access denied for user 'desk'@'localhost'",
    'SQLSTATE[HY000]: General error: 2006 MySQL server has gone away',
    'SQLSTATE[40001]: Serialization failure: 1213 Deadlock found when trying to get lock',
    "Error: SQLSTATE[42S22]: Column not found: 1054 Unknown column 'q' in 'field list'",
  ])('are about the server where a database failed: %s', (words) => {
    expect(isServerTrouble(words)).toBe(true);
    expect(isRefusedCredentials(words)).toBe(false);
  });

  it.each([
    "SQLSTATE[22007]: Invalid datetime format: 1292 Incorrect datetime value: 'x'",
    "SQLSTATE[23000]: Integrity constraint violation: 1062 Duplicate entry 'vip' for key 'name'",
    'Tag SQLSTATE[HY000] is taken',
  ])('are about what was asked for where a database refused a value: %s', (words) => {
    expect(isServerTrouble(words)).toBe(false);
  });

  it.each(refusedCredentials)('say that the credentials were refused: %s', (words) => {
    expect(isRefusedCredentials(words)).toBe(true);
    expect(isServerTrouble(words)).toBe(false);
  });

  it.each(input)('say nothing of the credentials: %s', (words) => {
    expect(isRefusedCredentials(words)).toBe(false);
    expect(isServerTrouble(words)).toBe(false);
  });

  it('are about what was asked for as soon as they name it', () => {
    const words = fc.constantFrom(...troubles, ...refusedCredentials);
    fc.assert(
      fc.property(words, fc.constantFrom('ticket', 'agent', 'cc', 'department Sales'), (trouble, named) => {
        expect(isServerTrouble(`${named}: ${trouble}`)).toBe(false);
        expect(isServerTrouble(`${named} ${trouble}`)).toBe(false);
        expect(isRefusedCredentials(`${named} ${trouble}`)).toBe(false);
      }),
    );
  });

  it.each(['(', '()', ' ', '. '])('are judged in no time however many there are: %j', async (unit) => {
    const words = `error${unit.repeat(100_000)}!x`;
    const judge = () => expect(isServerTrouble(words) || isRefusedCredentials(words)).toBe(false);
    expect(await ownTime(judge)).toBeLessThan(500);
  });

  it('are judged in no time, whatever they are', () => {
    const unit = fc.constantFrom(
      'the ',
      'error ',
      'internal ',
      'api ',
      'key ',
      'is ',
      'maintenance ',
      'in ',
      '. ',
    );
    fc.assert(
      fc.property(fc.string({ unit, minLength: 30, maxLength: 300 }), (words) => {
        expect(typeof (isServerTrouble(words) || isRefusedCredentials(words))).toBe('boolean');
      }),
    );
  });
});

describe('a line of plain words', () => {
  it.each([
    ['Agents &amp; teams', 'Agents & teams'],
    ['Name &lt;x&gt; is not allowed', 'Name <x> is not allowed'],
    ['Name <x> is not allowed', 'Name <x> is not allowed'],
    ['with <5 members', 'with <5 members'],
    ['<p>Invalid <b class="x">owner</b>.<br/>Sorry</p>', 'Invalid owner. Sorry'],
    ['&amp;lt;', '&lt;'],
    ['l&#039;op&eacute;rateur', "l'opérateur"],
    ['at most 50 &euro; &times; 2', 'at most 50 € × 2'],
    ['two\n  lines', 'two lines'],
  ])('is made of %j', (words, line) => {
    expect(plainWords(words)).toBe(line);
  });
});
