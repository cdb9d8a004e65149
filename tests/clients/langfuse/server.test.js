// What the client does with a server: one test for each case of its own end-to-end tests that needs one.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { ChatMessageType, ChatPromptClient, TextPromptClient } from "@langfuse/client";
import { connect, fresh, quiet, watch, watchReads } from "./support.js";

const text = "Say {{word}} in {{language}}";
const config = { temperature: 0.5 };
const production = ["production"];
const make = (langfuse, name, more = {}) => langfuse.prompt.create({ name, prompt: text, labels: production, config, ...more });

describe("making", () => {
  test("a text prompt comes back as a text client", async () => {
    const name = fresh("text");
    const made = await make(connect(), name);
    assert.ok(made instanceof TextPromptClient);
    assert.deepEqual([made.name, made.prompt, made.config, made.type], [name, text, config, "text"]);
    assert.ok(made.labels.includes("production"));
  });

  test("a chat prompt comes back as a chat client with typed messages", async () => {
    const name = fresh("chat");
    const made = await make(connect(), name, { type: "chat", prompt: [{ role: "system", content: text }] });
    assert.ok(made instanceof ChatPromptClient);
    assert.deepEqual([made.name, made.config, made.type], [name, config, "chat"]);
    assert.ok(made.labels.includes("production"));
    assert.deepEqual(made.prompt, [{ type: ChatMessageType.ChatMessage, role: "system", content: text }]);
  });

  test("placeholders stay between messages", async () => {
    const made = await make(connect(), fresh("chat"), {
      type: "chat",
      prompt: [{ role: "system", content: text }, { type: ChatMessageType.Placeholder, name: "history" }, { role: "assistant", content: "Hi {{name}}" }],
    });
    assert.deepEqual(made.prompt, [
      { type: ChatMessageType.ChatMessage, role: "system", content: text },
      { type: ChatMessageType.Placeholder, name: "history" },
      { type: ChatMessageType.ChatMessage, role: "assistant", content: "Hi {{name}}" },
    ]);
  });

  test("tags are kept in their order", async () => {
    const made = await make(connect(), fresh("tagged"), { tags: ["second", "first"] });
    assert.ok(made instanceof TextPromptClient);
    assert.deepEqual(made.tags, ["second", "first"]);
  });
});

describe("reading", () => {
  test("a name alone leads to production", async () => {
    const langfuse = connect();
    const name = fresh("read");
    await make(langfuse, name);
    const read = await langfuse.prompt.get(name);
    assert.ok(read instanceof TextPromptClient);
    assert.deepEqual([read.name, read.prompt, read.config], [name, text, config]);
  });

  test("the older getPrompt reads the same", async () => {
    const langfuse = connect();
    const name = fresh("read");
    await make(langfuse, name);
    const read = await langfuse.getPrompt(name);
    assert.ok(read instanceof TextPromptClient);
    assert.deepEqual([read.name, read.prompt, read.config], [name, text, config]);
  });

  test("a number leads to its version, labelled or not", async () => {
    const langfuse = connect();
    const name = fresh("numbered");
    const made = await langfuse.prompt.create({ name, prompt: "version 1" });
    const read = await langfuse.prompt.get(name, { version: made.version });
    assert.ok(read instanceof TextPromptClient);
    assert.deepEqual([read.name, read.version, read.prompt], [name, made.version, "version 1"]);
  });

  test("a timeout and retries are taken with a prompt that is not there", quiet(async () => {
    await assert.rejects(connect().prompt.get(fresh("none"), { fetchTimeoutMs: 300, maxRetries: 2 }));
  }));

  test("a prompt that is not cached is fetched", async () => {
    const name = fresh("cached");
    await make(connect(), name);
    const langfuse = connect();
    const reads = watchReads(langfuse);
    const read = await langfuse.prompt.get(name);
    assert.equal(reads.count(), 1);
    assert.ok(read instanceof TextPromptClient);
    assert.deepEqual([read.name, read.prompt, read.config], [name, text, config]);
  });

  test("versions are cached apart from labels", async () => {
    const langfuse = connect();
    const name = fresh("versions");
    await make(langfuse, name);
    await make(langfuse, name, { labels: [] });
    assert.equal((await langfuse.prompt.get(name)).version, 1);
    const second = await langfuse.prompt.get(name, { version: 2 });
    assert.ok(second instanceof TextPromptClient);
    assert.deepEqual([second.name, second.version], [name, 2]);
  });

  test("a prompt that is not there is an error", quiet(async () => {
    const name = fresh("none");
    await assert.rejects(connect().prompt.get(name), (error) => error.statusCode === 404 && error.body.message === `Prompt not found: '${name}' with label 'production'`);
  }));

  test("what is cached is not fetched again", async () => {
    const langfuse = connect();
    const name = fresh("cached");
    await make(langfuse, name);
    const reads = watchReads(langfuse);
    const [first, second] = [await langfuse.prompt.get(name), await langfuse.prompt.get(name)];
    assert.deepEqual([first.name, first.version], [second.name, second.version]);
    assert.equal(reads.count(), 1);
  });

  test("a lifetime of one's own is kept", async () => {
    const langfuse = connect();
    const name = fresh("cached");
    await make(langfuse, name);
    const reads = watchReads(langfuse);
    for (let i = 0; i < 2; i++) assert.equal((await langfuse.prompt.get(name, { cacheTtlSeconds: 60 })).version, 1);
    assert.equal(reads.count(), 1);
  });

  test("a lifetime of nothing fetches each time, and sees what is new", async () => {
    const langfuse = connect();
    const name = fresh("uncached");
    await make(langfuse, name);
    const reads = watchReads(langfuse);
    assert.equal((await langfuse.prompt.get(name, { cacheTtlSeconds: 0 })).version, 1);
    await make(connect(), name);
    assert.equal((await langfuse.prompt.get(name, { cacheTtlSeconds: 0 })).version, 2);
    assert.equal(reads.count(), 2);
  });

  test("a prompt that is cached already costs no request", async () => {
    const langfuse = connect();
    const name = fresh("cached");
    await make(langfuse, name);
    await langfuse.prompt.get(name);
    const reads = watchReads(langfuse);
    const read = await langfuse.prompt.get(name);
    assert.deepEqual([read.name, read.prompt], [name, text]);
    assert.equal(reads.count(), 0);
  });
});

describe("updating", () => {
  test("labels are added", async () => {
    const langfuse = connect();
    const { name, version } = await make(langfuse, fresh("labels"));
    const updated = await langfuse.prompt.update({ name, version, newLabels: ["production", "staging", "testing"] });
    assert.equal(updated.name, name);
    assert.deepEqual(updated.labels.toSorted(), ["latest", "production", "staging", "testing"]);
  });

  test("what was cached is read anew", async () => {
    const langfuse = connect();
    const { name, version } = await make(langfuse, fresh("labels"));
    assert.ok((await langfuse.prompt.get(name)).labels.includes("production"));
    await langfuse.prompt.update({ name, version, newLabels: ["production", "updated"] });
    const read = await langfuse.prompt.get(name);
    assert.ok(read.labels.includes("updated") && read.labels.includes("production"));
  });

  test("labels that were there stay", async () => {
    const langfuse = connect();
    const { name, version } = await make(langfuse, fresh("labels"));
    const updated = await langfuse.prompt.update({ name, version, newLabels: ["staging"] });
    assert.ok(updated.labels.includes("production") && updated.labels.includes("staging"));
  });

  test("a prompt that is not there cannot be updated", async () => {
    await assert.rejects(connect().prompt.update({ name: fresh("none"), version: 1, newLabels: production }), (error) => error.statusCode === 404);
  });

  test("a version that is not there cannot be updated", async () => {
    const langfuse = connect();
    const { name } = await make(langfuse, fresh("labels"));
    await assert.rejects(langfuse.prompt.update({ name, version: 999, newLabels: ["updated"] }), (error) => error.statusCode === 404);
  });
});

describe("deleting", () => {
  test("a prompt is gone, from the cache too", quiet(async () => {
    const langfuse = connect();
    const name = `folder/${fresh("deleted")}`;
    assert.equal((await make(langfuse, name)).name, name);
    assert.equal((await langfuse.prompt.get(name)).prompt, text);
    const reads = watchReads(langfuse);
    await langfuse.prompt.delete(name);
    await assert.rejects(langfuse.prompt.get(name), (error) => error.statusCode === 404);
    assert.ok(reads.count() > 0);
  }));

  test("a version is gone, and the other is not", quiet(async () => {
    const langfuse = connect();
    const name = `folder/subfolder/${fresh("deleted")}`;
    const first = await make(langfuse, name, { prompt: "one" });
    const second = await make(langfuse, name, { prompt: "two", labels: ["staging"] });
    for (const { version } of [first, second]) await langfuse.prompt.get(name, { version });
    await langfuse.prompt.delete(name, { version: first.version });
    await assert.rejects(langfuse.prompt.get(name, { version: first.version }), (error) => error.statusCode === 404);
    const left = await langfuse.prompt.get(name, { version: second.version, cacheTtlSeconds: 0 });
    assert.deepEqual([left.version, left.prompt], [2, "two"]);
  }));

  test("a prompt that is not there cannot be deleted", async () => {
    await assert.rejects(connect().prompt.delete(`none/${fresh("deleted")}`), (error) => error.statusCode === 404 && error.body.error === "LangfuseNotFoundError");
  });
});

describe("falling back", () => {
  test("a text stands in for a prompt that is not there", quiet(async () => {
    const name = fresh("fallback");
    const read = await connect().prompt.get(name, { fallback: text, type: "text" });
    assert.ok(read instanceof TextPromptClient);
    assert.deepEqual([read.name, read.prompt, read.isFallback, read.version], [name, text, true, 0]);
  }));

  test("messages stand in for a chat that is not there", quiet(async () => {
    const name = fresh("fallback");
    const read = await connect().prompt.get(name, { type: "chat", fallback: [{ role: "system", content: "Help" }, { role: "user", content: "Hello {{name}}" }] });
    assert.ok(read instanceof ChatPromptClient);
    assert.deepEqual([read.name, read.isFallback, read.prompt.length], [name, true, 2]);
    assert.deepEqual(read.prompt[0], { type: ChatMessageType.ChatMessage, role: "system", content: "Help" });
  }));

  test("a prompt that is there goes before what would stand in", async () => {
    const langfuse = connect();
    const { name } = await make(langfuse, fresh("fallback"));
    const read = await langfuse.prompt.get(name, { fallback: "other", type: "text" });
    assert.deepEqual([read.prompt, read.isFallback], [text, false]);
  });

  test("without anything to stand in there is an error", quiet(async () => {
    await assert.rejects(connect().prompt.get(fresh("fallback")), (error) => error.statusCode === 404);
  }));
});

describe("what the server keeps", () => {
  test("every member of a text prompt", async () => {
    const langfuse = connect();
    const settings = { temperature: 0.8, model: "gpt-4" };
    const made = await make(langfuse, fresh("kept"), { config: settings, tags: ["integration", "test"] });
    const kept = await langfuse.api.prompts.get(made.name);
    assert.deepEqual([kept.name, kept.prompt, kept.config, kept.tags, kept.version], [made.name, text, settings, ["integration", "test"], made.version]);
    assert.ok(kept.labels.includes("production"));
  });

  test("the structure of a chat", async () => {
    const langfuse = connect();
    const name = fresh("kept");
    const prompt = [{ role: "system", content: "You are {{kind}}" }, { type: ChatMessageType.Placeholder, name: "history" }, { role: "user", content: "Help with {{task}}" }];
    await make(langfuse, name, { type: "chat", prompt });
    const kept = await langfuse.api.prompts.get(name);
    assert.deepEqual([kept.type, kept.prompt], ["chat", prompt]);
  });

  test("everything else while labels are added", async () => {
    const langfuse = connect();
    const { name, version } = await make(langfuse, fresh("kept"));
    await langfuse.prompt.update({ name, version, newLabels: ["updated"] });
    const kept = await langfuse.api.prompts.get(name);
    assert.ok(kept.labels.includes("updated") && kept.labels.includes("production"));
    assert.deepEqual([kept.config, kept.prompt, kept.version], [config, text, version]);
  });
});

describe("labels of one's own", () => {
  test("a version has several, and is read by one", async () => {
    const langfuse = connect();
    const { name } = await make(langfuse, fresh("labels"), { labels: ["staging", "experimental"] });
    const read = await langfuse.prompt.get(name, { label: "staging" });
    assert.equal(read.name, name);
    assert.ok(read.labels.includes("staging") && read.labels.includes("experimental"));
  });

  test("a prompt without production is only read by its label", quiet(async () => {
    const langfuse = connect();
    const { name } = await make(langfuse, fresh("labels"), { labels: ["development"] });
    await assert.rejects(langfuse.prompt.get(name), (error) => error.statusCode === 404);
    const read = await langfuse.prompt.get(name, { label: "development" });
    assert.ok(read.labels.includes("development") && !read.labels.includes("production"));
  }));

  test("a number leads to its version whatever the labels", async () => {
    const langfuse = connect();
    const { name, version } = await make(langfuse, fresh("labels"));
    await langfuse.prompt.update({ name, version, newLabels: ["staging"] });
    const byVersion = await langfuse.prompt.get(name, { version });
    assert.deepEqual([byVersion.prompt, byVersion.version], [text, version]);
    assert.ok((await langfuse.prompt.get(name, { label: "staging" })).labels.includes("staging"));
  });
});

describe("at the same time", () => {
  test("readers of an expired prompt share one request and hear what is old meanwhile", async () => {
    const langfuse = connect();
    const { name } = await make(langfuse, fresh("expired"));
    await langfuse.prompt.get(name);
    const cache = langfuse.prompt.cache;
    cache.getIncludingExpired(cache.createKey({ name }))._expiry = 0;
    const fetches = watch(langfuse.prompt, "fetchPromptAndUpdateCache");
    const read = await Promise.all(Array.from({ length: 4 }, () => langfuse.prompt.get(name)));
    assert.deepEqual(read.map((one) => one.name), [name, name, name, name]);
    assert.equal(fetches.count(), 1);
  });
});

describe("when things go wrong", () => {
  test("a timeout is an error", quiet(async () => {
    await assert.rejects(connect().prompt.get(fresh("none"), { fetchTimeoutMs: 1, maxRetries: 1 }));
  }));

  test("an empty name is no prompt", quiet(async () => {
    // The client asks for the list then, and finds no prompt in it.
    const read = await connect().prompt.get("").catch((error) => error);
    assert.ok(read instanceof Error || read.prompt === undefined);
  }));

  test("a number that cannot be is an error", quiet(async () => {
    await assert.rejects(connect().prompt.get(fresh("none"), { version: -1 }), (error) => error.statusCode === 404);
  }));

  test("names with unusual characters are kept, or refused with a reason", quiet(async () => {
    const langfuse = connect();
    const kept = ["with-dashes", "with_underscores", "with.dots", "with spaces", "with/slashes", "with[brackets]", "with(parentheses)", "with+plus", "with'apostrophes'", "unicode-名前-тест"];
    for (const name of kept.map(fresh)) {
      await make(langfuse, name);
      assert.deepEqual([(await langfuse.prompt.get(name)).name, (await langfuse.prompt.get(name, { version: 1 })).prompt], [name, text]);
    }
    const refused = ["with@at#hash", "with?query=a&b", "with{braces}", "with|pipes", "with\\backslashes", 'with"quotes"', "with:colons", "with;semicolons", "with<angles>", "with%20escapes", "with-🚀"];
    for (const name of refused.map(fresh)) {
      await assert.rejects(make(langfuse, name), (error) => error.statusCode === 400 && error.body.message === "Invalid request data" && error.body.error[0].path[0] === "name", name);
      await assert.rejects(langfuse.prompt.get(name, { maxRetries: 0 }), (error) => error.statusCode === 404 || error.statusCode === 400, name);
    }
  }));

  test("a server that fails is asked as often as was said", quiet(async (context) => {
    let asked = 0;
    context.mock.method(globalThis, "fetch", async () => {
      asked++;
      return new Response('{"error":"Internal Server Error"}', { status: 500, headers: { "Content-Type": "application/json" } });
    });
    await assert.rejects(connect().prompt.get(fresh("none"), { maxRetries: 1 }), (error) => error.statusCode === 500);
    assert.equal(asked, 2);
  }));

  test("without retries it is asked once", quiet(async () => {
    const langfuse = connect();
    const reads = watchReads(langfuse);
    await assert.rejects(langfuse.prompt.get(fresh("none"), { maxRetries: 0, fetchTimeoutMs: 1000 }));
    assert.equal(reads.count(), 1);
  }));

  test("a server that is back in time is heard", quiet(async (context) => {
    const langfuse = connect();
    const { name } = await make(langfuse, fresh("back"));
    const real = globalThis.fetch;
    let asked = 0;
    context.mock.method(globalThis, "fetch", (...request) => (++asked === 1 ? Promise.resolve(new Response("{}", { status: 503 })) : real(...request)));
    const read = await langfuse.prompt.get(name, { maxRetries: 2 });
    assert.deepEqual([read.name, asked], [name, 2]);
  }));

  test("a name that is far too long is refused with a reason", quiet(async () => {
    const langfuse = connect();
    const name = "a".repeat(500);
    await assert.rejects(make(langfuse, name), (error) => error.statusCode === 400 && error.body.error[0].message.includes("longer"));
    await assert.rejects(langfuse.prompt.get(name), (error) => error.statusCode === 404);
  }));

  test("a configuration of any values is kept", async () => {
    const langfuse = connect();
    const odd = { temperature: "invalid", maxTokens: -1, model: null, field: { deeply: { nested: { circular: null } } } };
    const { name } = await make(langfuse, fresh("odd"), { config: odd });
    assert.deepEqual((await langfuse.prompt.get(name)).config, odd);
  });
});
