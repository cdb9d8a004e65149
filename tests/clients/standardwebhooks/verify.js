// Asks the library of Standard Webhooks about messages that a receiver wrote down, one JSON object per line, each as of the moment at which it arrived.
import { readFileSync } from "node:fs";
import { Webhook } from "standardwebhooks";

const before = new Webhook(process.env.SECRET);
const after = new Webhook(process.env.ROTATED);

function believes(webhook, { at, id, timestamp, signature }, body) {
  Date.now = () => at;
  try {
    webhook.verify(body, { "webhook-id": id, "webhook-timestamp": timestamp, "webhook-signature": signature });
    return 1;
  } catch {
    return 0;
  }
}

const counts = { believed: 0, believedByRotated: 0, believedThoughChanged: 0 };
for (const line of readFileSync(process.argv[2], "utf8").split("\n")) {
  const message = JSON.parse(line);
  counts.believed += believes(before, message, message.body);
  counts.believedByRotated += believes(after, message, message.body);
  counts.believedThoughChanged += believes(before, message, message.body + " ");
  counts.believedThoughChanged += believes(before, { ...message, id: message.id + "0" }, message.body);
  counts.believedThoughChanged += believes(before, { ...message, at: message.at + 10 * 60 * 1000 }, message.body);
}
console.log(JSON.stringify(counts));
