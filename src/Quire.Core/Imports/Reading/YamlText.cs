using System.Text;
using System.Text.Json;
using Quire.Core.Errors;
using Quire.Prompts.Files;
using Quire.Prompts.Yaml;

namespace Quire.Core.Imports.Reading;

/// <summary>Parses YAML that others wrote, under the rules and limits of prompt files.</summary>
internal static class YamlText
{
    /// <summary>The document.</summary>
    /// <exception cref="QuireException"><c>import_refused</c>.</exception>
    public static JsonElement Parse(string name, ReadOnlyMemory<byte> bytes)
    {
        if (!Utf8Text.IsText(bytes.Span))
            throw Refused($"{name}: the file is not text: {Utf8Text.Explain(bytes.Span)}.", "Save it as UTF-8.");
        try
        {
            return YamlDocument.ToJson(Encoding.UTF8.GetString(bytes.Span));
        }
        catch (FormatException error)
        {
            throw Refused($"{name}: the file cannot be read: {error.Message}", "Check it with a YAML tool; anchors and aliases have to be written out.");
        }
    }

    private static QuireException Refused(string message, string hint) => new(ErrorKind.Rejected, "import_refused", message, hint);
}
