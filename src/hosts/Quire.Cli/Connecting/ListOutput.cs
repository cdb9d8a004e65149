using System.Text.Json;
using Quire.Cli.Terminal;

namespace Quire.Cli.Connecting;

/// <summary>Prints lists as a JSON array.</summary>
internal static class ListOutput
{
    /// <summary>Prints the items as one array.</summary>
    public static void WriteList(this CliContext cli, IEnumerable<JsonElement> items) => cli.WriteJson(writer =>
    {
        writer.WriteStartArray();
        foreach (var item in items)
            item.WriteTo(writer);
        writer.WriteEndArray();
    });

    /// <summary>Prints one member as an object.</summary>
    public static void WriteMember(this CliContext cli, string name, string value) => cli.WriteJson(writer =>
    {
        writer.WriteStartObject();
        writer.WriteString(name, value);
        writer.WriteEndObject();
    });
}
