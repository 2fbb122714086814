import type { DocumentNode } from 'graphql';

import type { ErrorCode } from '../platform/errors';
import type { Role } from '../domain/access';
import type { Locale, Text } from '../universal/text';

export type { Role } from '../domain/access';

export type ColourScheme = 'auto' | 'light' | 'dark';

/** A document that knows its result and its variables, as gql.tada makes them. */
export interface PageDocument<Result, Variables> extends DocumentNode {
  readonly __apiType?: (variables: Variables) => Result;
}

/** What every page may know about the person who looks at it. */
export interface ViewerSummary {
  userAccountId: string;
  employeeId: string | null;
  displayName: string;
  email: string;
  roles: readonly Role[];
}

/** An expected failure of a change, in the reader's language; `path` leads into the mutation's input. */
export interface MutationError {
  code: ErrorCode;
  message: string;
  fields: readonly { path: readonly string[]; message: string }[];
}

/** The success of a mutation's result union: what its `data` holds, or the value itself where there is no union. */
export type MutationData<Result> =
  NonNullable<Result[keyof Result]> extends infer Value
    ? Extract<Value, { data: unknown }> extends never
      ? Value
      : Extract<Value, { data: unknown }>['data']
    : never;

export type MutationOutcome<Data> = { ok: true; data: Data } | { ok: false; error: MutationError };

export interface SignInInput {
  email: string;
  password: string;
}

export type SignInOutcome = { ok: true; cookie: string } | { ok: false; error: MutationError };

/** For whom a link from a mail is, and what for. */
export interface AccessLink {
  purpose: 'invitation' | 'password_reset';
  email: string;
  displayName: string;
}

export interface DemoAccount {
  email: string;
  password: string;
  label: Text;
}

declare module '@remix-run/node' {
  interface AppLoadContext {
    requestId: string;
    nonce: string;
    locale: Locale;
    colourScheme: ColourScheme;
    viewer: ViewerSummary | null;
    /** Names the session of this request in the list of open ones. */
    sessionKey: string | undefined;
    organisation: { name: Text; timeZone: string; isDemo: boolean };
    /** Today in the organisation's time zone. */
    today: string;
    /** Accounts that the sign-in page offers; empty outside demo mode. */
    demoAccounts: readonly DemoAccount[];

    /**
     * Reads through the schema as the signed-in viewer. Throws a redirect to the sign-in page for an anonymous caller
     * and a Response with the status that the page shows for everything else.
     */
    query<Result, Variables extends Record<string, unknown>>(
      document: PageDocument<Result, Variables>,
      ...variables: Record<string, never> extends Variables
        ? [variables?: Variables]
        : [variables: Variables]
    ): Promise<Result>;

    /**
     * Changes something through the schema. The document selects only the success (`... on MutationXSuccess { data { id } }`);
     * expected failures come back as `error`, unexpected ones are thrown as a Response.
     */
    mutate<Result, Variables extends Record<string, unknown>>(
      document: PageDocument<Result, Variables>,
      ...variables: Record<string, never> extends Variables
        ? [variables?: Variables]
        : [variables: Variables]
    ): Promise<MutationOutcome<MutationData<Result>>>;

    /** Records an error that no page expected, with the request's id. */
    reportError(error: unknown): void;

    signIn(input: SignInInput): Promise<SignInOutcome>;
    /** Has a link to a new password mailed to whoever signs in with the address; says nothing of whether anybody does. */
    requestPasswordReset(
      email: string,
    ): Promise<{ ok: true } | { ok: false; error: MutationError }>;
    /** Undefined for a link that does not work (any more). */
    findAccessLink(token: string): Promise<AccessLink | undefined>;
    /** Stores the password that the holder of a link has chosen, and signs the person in. */
    choosePassword(input: { token: string; newPassword: string }): Promise<SignInOutcome>;
    /** Ends this session; gives the cookie that clears it. */
    signOut(): Promise<string>;
    /** Begins a new session for the same person, after everything else was ended. */
    renewSession(): Promise<string>;
    /** A year-long cookie that keeps the language or the appearance of this browser. */
    preferenceCookie(preference: { locale: Locale } | { colourScheme: ColourScheme }): string;
  }
}
