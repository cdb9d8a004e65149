import { ChatPromptTemplate, MessagesPlaceholder, PromptTemplate, SystemMessagePromptTemplate, HumanMessagePromptTemplate } from "@langchain/core/prompts";
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
