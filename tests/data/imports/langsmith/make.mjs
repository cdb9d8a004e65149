import { ChatPromptTemplate, MessagesPlaceholder, PromptTemplate, SystemMessagePromptTemplate, HumanMessagePromptTemplate, FewShotChatMessagePromptTemplate } from "@langchain/core/prompts";
import { SystemMessage } from "@langchain/core/messages";
import { writeFileSync } from "node:fs";
const write=(name,p)=>writeFileSync(name, JSON.stringify(p,null,2)+"\n");
const chat = ChatPromptTemplate.fromMessages([
  ["system","You answer questions about {product} in {{curly}} style. Be brief."],
  new MessagesPlaceholder("history"),
  ["ai","How can I help?"],
  ["human","{question}"],
]);
write("support-chat.json", chat);
write("summarize.json", PromptTemplate.fromTemplate("Summarize in {count} bullet points:\n\n{text}"));
write("greeting-mustache.json", ChatPromptTemplate.fromMessages([["system","You greet {{name}}."],["human","{{#formal}}Good day{{/formal}} {{message}}"]],{templateFormat:"mustache"}));
write("agent.json", ChatPromptTemplate.fromMessages([
  new SystemMessage("Answer as {\"answer\": …}, never as {{this}}."),
  new MessagesPlaceholder({ variableName: "chat_history", optional: true }),
  ["human", [{ type: "text", text: "{input}" }]],
  ["placeholder", "{agent_scratchpad}"],
]));
write("few-shot-chat.json", ChatPromptTemplate.fromMessages([
  ["system", "Say the opposite."],
  new FewShotChatMessagePromptTemplate({
    examples: [{ word: "happy", opposite: "sad" }, { word: "{tall}", opposite: "short" }],
    examplePrompt: ChatPromptTemplate.fromMessages([["human", "{word}"], ["ai", "{opposite}"]]),
    inputVariables: [],
  }),
  ["human", "{input}"],
]));
