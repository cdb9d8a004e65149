using System.Text.Json;

namespace Quire.Cli.Rendering;

/// <summary>A message of a rendered chat prompt.</summary>
/// <param name="Role">The role, as the file says it.</param>
/// <param name="Content">The text.</param>
internal sealed record RenderedMessage(string Role, string Content)
{
    /// <summary>Writes the message as models take it.</summary>
    public void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("role", Role);
        writer.WriteString("content", Content);
        writer.WriteEndObject();
    }
}
