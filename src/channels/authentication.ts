import {
  type Activity,
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  type InvokeResponse,
  type TurnContext,
} from 'botbuilder';
import {
  type AuthenticateRequestResult,
  AuthenticationConstants,
  AuthenticationError,
  ToBotFromBotOrEmulatorTokenValidationParameters,
} from 'botframework-connector';
import { decodeJwt, decodeProtectedHeader, type JWTPayload } from 'jose';
import type { Config } from '../config.ts';
import { type Limits, TooMany } from './limits.ts';

/** Settings of botbuilder's own, such as another issuer of tokens. */
export type AuthenticationSettings = Readonly<Record<string, string | boolean>>;

/** Why a caller is not believed: the status, a sentence for them, and what the operator should know. */
export type Refusal = { readonly status: 401 | 403; readonly error: string; readonly forOperator: string };

const refusal = (status: 401 | 403, error: string, forOperator = error): Refusal => ({ status, error, forOperator });

/** botbuilder adds to this list the tenant that any token names, forged or not: it would grow for ever. */
const emulatorIssuers = ToBotFromBotOrEmulatorTokenValidationParameters.issuer as string[];
const issuersAtStart = emulatorIssuers.length;

/** What a token says of itself, unproven; null where it cannot be read. */
function claimsOf(authorization: string): JWTPayload | null {
  const token = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/.exec(authorization)?.[1];
  if (!token) return null;
  try {
    decodeProtectedHeader(token);
    return decodeJwt(token);
  } catch {
    return null;
  }
}

/** Why no proof is possible, without asking anybody for keys. */
function faultOfClaims(activity: Activity, authorization: string, appId: string, issuer: string): Refusal | null {
  if (!authorization.trim()) return refusal(401, 'Only the Bot Framework may send here: the token is missing.');
  const claims = claimsOf(authorization);
  if (!claims) return refusal(401, 'The token cannot be read.');
  // botbuilder would also take the tokens of skills, of the Emulator and of a bot itself, which prove no service address.
  if (claims.iss !== issuer) return refusal(401, 'The token is not from the Bot Framework.');
  if (claims.exp === undefined) return refusal(401, 'The token has no end.');
  if (claims.aud !== appId) return refusal(403, 'The token is for another bot.');
  // botbuilder lets an activity without a service address pass.
  if (!activity.serviceUrl || claims[AuthenticationConstants.ServiceUrlClaim] !== activity.serviceUrl)
    return refusal(403, 'The token is for another service address.');
  return null;
}

/** What botbuilder's verdict means; never an error's message, which can quote the token. */
function refusalOf(error: unknown): Refusal {
  const name = error instanceof Error ? error.constructor.name : 'error';
  const verdict =
    error instanceof AuthenticationError
      ? error.statusCode === 401
      : /^(?:JsonWebToken|TokenExpired|NotBefore)Error$/.test(name);
  // Without the keys a good token and a forged one look the same, and a forged one must be told no.
  return verdict
    ? refusal(401, 'The token is not valid.', name)
    : refusal(401, 'The token could not be checked.', `the keys of the Bot Framework could not be read, ${name}`);
}

/**
 * Lets a turn begin only with a token of the Bot Connector, for this bot and for the activity's service address; botbuilder
 * verifies it. Without an application id there are no tokens. Answers with a status and a sentence, never with an
 * error's words.
 */
export class ProvenAdapter extends CloudAdapter {
  readonly #appId: string | undefined;
  readonly #issuer: string;
  readonly #log: (line: string) => void;
  readonly #limits: Pick<Limits, 'turn'>;

  /**
   * @param log takes lines for the operator; nothing of a token or of a message is among them
   * @param limits decides when a proven sender's turn may begin
   * @throws where the credentials do not fit the type of the app
   */
  constructor(
    config: Config,
    log: (line: string) => void,
    limits: Pick<Limits, 'turn'>,
    settings: AuthenticationSettings = {},
  ) {
    const { MicrosoftAppId, MicrosoftAppPassword, MicrosoftAppType, MicrosoftAppTenantId } = config;
    const credentials = { MicrosoftAppId, MicrosoftAppPassword, MicrosoftAppType, MicrosoftAppTenantId };
    super(new ConfigurationBotFrameworkAuthentication(MicrosoftAppId ? { ...credentials, ...settings } : {}));
    this.#appId = MicrosoftAppId;
    this.#issuer = String(settings.ToBotFromChannelTokenIssuer ?? AuthenticationConstants.ToBotFromChannelTokenIssuer);
    this.#log = log;
    this.#limits = limits;
  }

  /** Runs a turn, or tells why not. What it gives back is sent as it is. */
  protected override async processActivity(
    authorization: string | AuthenticateRequestResult,
    activity: Activity,
    logic: (context: TurnContext) => Promise<void>,
  ): Promise<InvokeResponse | undefined> {
    const proof = typeof authorization === 'string' ? await this.#prove(activity, authorization) : authorization;
    if ('status' in proof) {
      this.#log(`POST /api/messages refused with ${proof.status}: ${proof.forOperator}`);
      return { status: proof.status, body: { error: proof.error } };
    }
    try {
      return await this.#limits.turn(activity, () => super.processActivity(proof, activity, logic));
    } catch (error) {
      if (error instanceof TooMany) return { status: 429, body: { error: error.message } };
      this.#log(`POST /api/messages failed: ${error instanceof Error ? error.name : 'error'}`);
      return { status: 502, body: { error: 'The reply could not be delivered.' } };
    }
  }

  /** Whether a caller whose activity cannot be used is believed at all: only then they are told what is wrong with it. */
  async refusalOf(body: unknown, authorization: string): Promise<Refusal | null> {
    if (!this.#appId) return null;
    const activity = typeof body === 'object' && body !== null ? body : {};
    const proof = await this.#prove(activity as Activity, authorization);
    return 'status' in proof ? proof : null;
  }

  async #prove(activity: Activity, authorization: string): Promise<AuthenticateRequestResult | Refusal> {
    const fault = this.#appId ? faultOfClaims(activity, authorization, this.#appId, this.#issuer) : null;
    if (fault) return fault;
    emulatorIssuers.length = issuersAtStart;
    try {
      return await this.botFrameworkAuthentication.authenticateRequest(activity, authorization);
    } catch (error) {
      return refusalOf(error);
    }
  }
}
