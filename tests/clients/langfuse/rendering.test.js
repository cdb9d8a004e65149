// What the client makes of prompts that it read from the server: one test for each case of its own end-to-end tests that is about that.
// Theirs render prompts that never left the process; here each makes the way to the server and back first.
import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import { ChatPromptTemplate, PromptTemplate } from "@langchain/core/prompts";
import { ChatMessageType } from "@langfuse/client";
import { connect, fresh } from "./support.js";

const langfuse = connect();

async function stored(prompt) {
  const name = fresh("rendered");
  await langfuse.prompt.create({ name, prompt, type: Array.isArray(prompt) ? "chat" : "text", labels: ["production"] });
  return langfuse.prompt.get(name);
}

const placeholder = (name) => ({ type: ChatMessageType.Placeholder, name });
const message = (role, content) => ({ role, content });

describe("LangChain's templates", () => {
  test("a text", async () => {
    for (const [prompt, expected] of [
      ["A {{first}}", "Human: A one"],
      ["A {{first}}, again {{first}}", "Human: A one, again one"],
      ["A {{first}} and {{second}}", "Human: A one and two"],
      ["Nothing to fill", "Human: Nothing to fill"],
    ]) {
      const template = ChatPromptTemplate.fromTemplate((await stored(prompt)).getLangchainPrompt());
      assert.equal(await template.format({ first: "one", second: "two" }), expected);
    }
  });

  test("messages of every role", async () => {
    for (const [role, content, expected] of [
      ["system", "A {{first}}", "System: A one"],
      ["assistant", "A {{first}}", "AI: A one"],
      ["user", "A {{first}}", "Human: A one"],
      ["user", "A {{first}}, again {{first}}", "Human: A one, again one"],
      ["user", "A {{first}} and {{second}}", "Human: A one and two"],
      ["user", "Nothing to fill", "Human: Nothing to fill"],
    ]) {
      const messages = (await stored([message(role, content)])).getLangchainPrompt();
      const template = ChatPromptTemplate.fromMessages(messages.map((one) => [one.role, one.content]));
      assert.equal(await template.format({ first: "one", second: "two" }), expected);
    }
  });
});

describe("no escaping", () => {
  const json = '{"a":"<b> & \'c\'"}';

  test("in a text", async () => assert.equal((await stored("Read {{json}}")).compile({ json }), `Read ${json}`));

  test("in messages", async () =>
    assert.deepEqual((await stored([message("system", "Read {{json}}")])).compile({ json }), [message("system", `Read ${json}`)]));
});

describe("placeholders for LangChain", () => {
  let chat;
  const examples = [message("user", "An example?"), message("assistant", "An answer.")];
  before(async () => {
    chat = await stored([message("system", "You are {{kind}}"), placeholder("examples"), message("user", "Do {{task}}")]);
  });

  test("stay as pairs that it knows where nothing fills them", () =>
    assert.deepEqual(chat.getLangchainPrompt(), [message("system", "You are {kind}"), ["placeholder", "{examples}"], message("user", "Do {task}")]));

  test("are filled with messages", () =>
    assert.deepEqual(chat.getLangchainPrompt({ placeholders: { examples } }), [message("system", "You are {kind}"), ...examples, message("user", "Do {task}")]));

  test("are filled or stay, each by itself", async () => {
    const two = await stored([placeholder("history"), message("user", "Do {{task}}"), placeholder("later")]);
    assert.deepEqual(two.getLangchainPrompt({ placeholders: { history: examples } }), [...examples, message("user", "Do {task}"), ["placeholder", "{later}"]]);
  });

  test("are shown as JSON where something else fills them", () =>
    assert.deepEqual(chat.getLangchainPrompt({ placeholders: { examples: "a text" } })[1], '"a text"'));

  test("become variables of its templates", async () => {
    const template = ChatPromptTemplate.fromMessages(chat.getLangchainPrompt());
    assert.deepEqual(template.inputVariables.toSorted(), ["examples", "kind", "task"]);
    const formatted = await template.formatMessages({ kind: "kind", task: "this", examples });
    assert.deepEqual(formatted.map((one) => one.content), ["You are kind", "An example?", "An answer.", "Do this"]);
  });

  test("need nothing beside them", async () => {
    const plain = await stored([message("system", "Help"), placeholder("history"), message("user", "Now")]);
    const formatted = await ChatPromptTemplate.fromMessages(plain.getLangchainPrompt()).formatMessages({ history: examples });
    assert.equal(formatted.length, 4);
  });

  test("are as they were written in the prompt itself", () =>
    assert.deepEqual(chat.prompt, [
      { type: ChatMessageType.ChatMessage, ...message("system", "You are {{kind}}") },
      placeholder("examples"),
      { type: ChatMessageType.ChatMessage, ...message("user", "Do {{task}}") },
    ]));

  test("are filled when the client compiles", () =>
    assert.deepEqual(chat.compile({ kind: "kind", task: "this" }, { examples }), [message("system", "You are kind"), ...examples, message("user", "Do this")]));
});

test("a chat as JSON has the form that the server sent", async () => {
  const items = [message("system", "You are {{kind}}"), placeholder("examples"), message("user", "Help")];
  const chat = await stored(items);
  const { name, version, type, prompt } = JSON.parse(chat.toJSON());
  assert.deepEqual([name, version, type, prompt], [chat.name, 1, "chat", items]);
});

describe("compiling placeholders", () => {
  let chat;
  before(async () => {
    chat = await stored([message("system", "You are {{kind}}"), placeholder("examples"), message("user", "Do {{task}}"), placeholder("more")]);
  });
  const compile = (placeholders) => chat.compile({ kind: "kind", task: "this" }, placeholders).map((item) => item.content ?? item);

  for (const [what, placeholders, expected] of [
    ["none are given", undefined, ["You are kind", placeholder("examples"), "Do this", placeholder("more")]],
    ["an empty set is given", {}, ["You are kind", placeholder("examples"), "Do this", placeholder("more")]],
    ["one is filled with nothing", { examples: [] }, ["You are kind", "Do this", placeholder("more")]],
    ["all are filled, variables in them too", { examples: [message("user", "Show {{task}}")], more: [message("user", "End")] }, ["You are kind", "Show this", "Do this", "End"]],
    ["one is given that is not there", { none: [message("user", "Lost")], examples: [message("user", "Seen")] }, ["You are kind", "Seen", "Do this", placeholder("more")]],
  ])
    test(`where ${what}`, () => assert.deepEqual(compile(placeholders), expected));

  test("with what are no messages shows it as JSON", () => assert.equal(compile({ examples: "a text" })[1], '"a text"'));
});

describe("JSON in texts for LangChain", () => {
  const format = async (prompt, values) => PromptTemplate.fromTemplate((await stored(prompt)).getLangchainPrompt()).format(values);

  test("nested objects around variables", async () =>
    assert.equal(
      await format('{{who}} at {{where}}\n{{\n  "outer": {{ "inner": {{ "who": {{who}}, "where": "{{where}}", "n": 42 }} }},\n  "list": [ {{ "who": {{who}} }} ]\n}}', { who: "cat", where: "home" }),
      'cat at home\n{\n  "outer": { "inner": { "who": cat, "where": "home", "n": 42 } },\n  "list": [ { "who": cat } ]\n}'));

  test("LangChain's own variables beside the prompt's", async () =>
    assert.equal(
      await format('{{name}} is {age}\n{{ "user": {{ "name": {{name}}, "age": {age}, "on": true }} }}', { name: "Ada", age: 36 }),
      'Ada is 36\n{ "user": { "name": Ada, "age": 36, "on": true } }'));

  test("variables in and around several levels", async () =>
    assert.equal(
      await format('{{system}} {input}\n{{ "a": {{ "b": {{ "c": {{ "user": {{user}}, "state": {state} }} }}, "t": {time} }}, "x": {{context}} }}\n{{system}}', { system: "S", input: "I", user: "U", state: "on", time: 1, context: "C" }),
      'S I\n{ "a": { "b": { "c": { "user": U, "state": on } }, "t": 1 }, "x": C }\nS'));

  test("empty objects", async () =>
    assert.equal(await format('{{v}}: {{ "o": {{}}, "l": [], "m": {{ "v": {{v}}, "e": {{}} }} }}', { v: "x" }), 'x: { "o": {}, "l": [], "m": { "v": x, "e": {} } }'));

  test("quotes and backslashes", async () =>
    assert.equal(
      await format('{{m}} {{ "t": "a \\"quoted\\" word", "l": "1\\\\n2", "s": "\'single\'", "m": {{m}} }}', { m: "hi" }),
      'hi { "t": "a \\"quoted\\" word", "l": "1\\\\n2", "s": "\'single\'", "m": hi }'));

  test("variables inside strings", async () =>
    assert.equal(
      await format('{{v}} {{ "t": "has {{kind}} letters", "p": "{{key}} = {{value}}", "v": {{v}} }}', { v: "x", kind: "odd", key: "k", value: "w" }),
      'x { "t": "has odd letters", "p": "k = w", "v": x }'));

  test("a request as applications write it", async () =>
    assert.equal(
      await format(
        'System: {{system}}\nQuery: {query}\n{{\n "request": {{ "system": {{system}}, "query": {query},\n  "functions": [ {{ "name": "search", "parameters": {{ "query": {query}, "context": {{context}} }} }} ],\n  "user": {{ "id": {id}, "preferences": {{ "language": "en" }} }} }},\n "format": {{ "schema": {{ "answer": "string" }} }}\n}}\nUse {{system}} on {query}.',
        { system: "S", query: "Q", context: "C", id: 7 }),
      'System: S\nQuery: Q\n{\n "request": { "system": S, "query": Q,\n  "functions": [ { "name": "search", "parameters": { "query": Q, "context": C } } ],\n  "user": { "id": 7, "preferences": { "language": "en" } } },\n "format": { "schema": { "answer": "string" } }\n}\nUse S on Q.'));

  test("messages with JSON", async () => {
    const chat = await stored([message("system", 'You are {{kind}}.\n{{ "model": "{{model}}", "t": {t}, "can": [ {{ "search": {{on}} }} ] }}'), message("user", "I am {{name}}: {{wish}}")]);
    const template = ChatPromptTemplate.fromMessages(chat.getLangchainPrompt().map((one) => [one.role, one.content]));
    const formatted = await template.formatMessages({ kind: "kind", model: "m", t: 0.7, on: "true", name: "Ada", wish: "data" });
    assert.deepEqual(formatted.map((one) => one.content), ['You are kind.\n{ "model": "m", "t": 0.7, "can": [ { "search": true } ] }', "I am Ada: data"]);
  });
});
