/** A sentence of the server, in which names stand between backticks. */
export function Coded({ text }: { text: string }) {
  return text.split('`').map((piece, at) => (at % 2 === 1 ? <code key={at}>{piece}</code> : piece))
}
