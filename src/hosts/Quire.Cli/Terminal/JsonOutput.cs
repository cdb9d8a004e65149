using System.Text.Encodings.Web;
using System.Text.Json;

namespace Quire.Cli.Terminal;

/// <summary>Writes JSON to standard output.</summary>
internal static class JsonOutput
{
    /// <summary>Letters of all scripts stay readable; a terminal is not a web page.</summary>
    public static readonly JsonWriterOptions Indented = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The same on one line.</summary>
    public static readonly JsonWriterOptions OneLine = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes one JSON document and a line end.</summary>
    public static void WriteJson(this CliContext cli, Action<Utf8JsonWriter> write)
    {
        using (var writer = new Utf8JsonWriter(cli.Output, Indented))
            write(writer);
        cli.Output.WriteByte((byte)'\n');
        cli.Output.Flush();
    }

    /// <summary>Writes one JSON element and a line end.</summary>
    public static void WriteJson(this CliContext cli, JsonElement element) => cli.WriteJson(element.WriteTo);
}
