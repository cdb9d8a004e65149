using System.Text.Json;
using Quire.Cli.Terminal;

namespace Quire.Cli.Rendering;

/// <summary>What rendering gave: a text, or the messages of a chat prompt.</summary>
/// <param name="Text">The text; null for a chat prompt.</param>
/// <param name="Messages">The messages; null for a text.</param>
internal sealed record Rendered(string? Text, IReadOnlyList<RenderedMessage>? Messages)
{
    /// <summary>Prints it: the text exactly as it is, messages as JSON.</summary>
    public void Print(CliContext cli, bool json)
    {
        if (Messages is null && !json)
            cli.WriteResult(Text!);
        else
            cli.WriteJson(Write);
    }

    private void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        if (Messages is null)
        {
            writer.WriteString("output", Text);
        }
        else
        {
            writer.WriteStartArray("messages");
            foreach (var message in Messages)
                message.Write(writer);
            writer.WriteEndArray();
        }
        writer.WriteEndObject();
    }
}
