import { VendorError } from '../contract/vendor-error.ts';
import { eitherForms, secretForms } from '../decoding/secret-forms.ts';
import type { RawReply } from './exchange.ts';
import { secretValues } from './planned-call.ts';
import { decodeReply, type ReplyLimits } from './reply-decoding.ts';
import type { CallLabel } from './request-encoding.ts';
import type { ReadCall, WriteCall } from './source-transport.ts';
import type { UpstreamReply } from './upstream-reply.ts';

/**
 * The fewest characters of a password that is hidden. A refusal has few words, so even one that is shorter than other
 * secrets is not found in them by chance.
 */
const shortestPassword = 3;

/** What is to be made of a reply; a read has no secret parameters. */
export type ParsedCall<T> = Pick<ReadCall<T>, 'parse' | 'request'> & Pick<WriteCall<T>, 'secretParameters'>;

/** What a reply was decoded from. */
interface Undecoded {
  readonly raw: RawReply;
  readonly label: CallLabel;
  readonly limits: ReplyLimits;
}

/** Finds the passwords that a call sends; undefined = it sends none. */
export function passwordForms({
  request,
  secretParameters = [],
}: Pick<ParsedCall<unknown>, 'request' | 'secretParameters'>): RegExp | undefined {
  return secretForms(secretValues(request, secretParameters), shortestPassword);
}

/**
 * What a call makes of a reply. Where that is a refusal, its words are those of the reply without the passwords in it:
 * adapters shorten words and take addresses out of them, and a part of a password would not be recognised afterwards.
 */
export async function parseReply<T>(
  call: ParsedCall<T>,
  reply: UpstreamReply,
  { raw, label, limits }: Undecoded,
): Promise<T> {
  try {
    return await call.parse(reply);
  } catch (error) {
    const passwords = passwordForms(call);
    if (!passwords || !(error instanceof VendorError)) throw error;
    const secrets = eitherForms(passwords, limits.secrets);
    const told = await failureOf(async () =>
      call.parse(await decodeReply(raw, label, { ...limits, secrets })),
    );
    throw told instanceof VendorError ? error.with({ message: told.message }) : error;
  }
}

async function failureOf(work: () => Promise<unknown>): Promise<unknown> {
  try {
    await work();
    return null;
  } catch (error) {
    return error;
  }
}
