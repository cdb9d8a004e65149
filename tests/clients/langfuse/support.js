// The address and the keys come from LANGFUSE_BASE_URL, LANGFUSE_PUBLIC_KEY and LANGFUSE_SECRET_KEY, which the client reads itself.
import { mock } from "node:test";
import { LangfuseClient } from "@langfuse/client";

let made = 0;

/** A name that no other test uses. */
export const fresh = (name) => `${name} ${process.pid} ${++made}`;

/** A client with an empty cache. */
export const connect = () => new LangfuseClient();

/** Watches a method and goes on doing what it does; `count()` is how often it was called. */
export function watch(owner, method) {
  const watched = mock.method(owner, method);
  return { count: () => watched.mock.callCount(), stop: () => watched.mock.restore() };
}

/** Watches what the client asks the server for prompts. */
export const watchReads = (langfuse) => watch(langfuse.prompt.apiClient.prompts, "get");

/** The client reports failures on the console as well; tests expect them. */
export const quiet = (test) => async (context) => {
  for (const level of ["error", "warn"]) context.mock.method(console, level, () => {});
  await test(context);
};
