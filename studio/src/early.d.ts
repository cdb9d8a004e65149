/** Answers that were asked for before the client was there, by address. Each is taken once. */
declare var quireEarly: Map<string, Promise<Response>> | undefined
