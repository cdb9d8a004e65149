using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Text;
using Quire.Prompts.Files;
using Quire.Prompts.Names;

namespace Quire.Prompts.Addresses;

/// <summary>
/// Reads <c>prompt://host/org/project/path?alias=production&amp;var.name=Ada</c>. Everything is percent-decoded exactly once;
/// what still holds a <c>%</c> then fails the grammar it stands in.
/// </summary>
internal static class UriAddressParser
{
    private const int MaxVariables = 200;

    public static (Address?, NameError?) Parse(string text)
    {
        var rest = text["prompt://".Length..];
        if (rest.Contains('#', StringComparison.Ordinal))
            return Refuse(text, "has a fragment", "remove what follows `#`");
        var question = rest.IndexOf('?', StringComparison.Ordinal);
        var parts = (question < 0 ? rest : rest[..question]).Split('/', 4);
        if (parts.Length < 4 || parts[3].Length == 0)
            return AddressParser.Refuse(AddressCodes.NoPrompt, text, "names no prompt", "write `prompt://host/org/project/path`");
        if (!IsHost(parts[0]))
            return Refuse(text, "has no valid server name", "write `prompt://host[:port]/org/project/path`");
        if (!OrganisationName.TryParse(parts[1], out var organisation, out var error) | !ProjectName.TryParse(parts[2], out var project, out var projectError))
            return (null, error ?? projectError);
        if (!TryDecode(parts[3].Replace("+", "%2B", StringComparison.Ordinal), out var path))
            return Refuse(text, "has bad percent-encoding in its path", "percent-encode the path as UTF-8, once");
        return ReadQuery(text, question < 0 ? "" : rest[(question + 1)..], new(organisation!, project!), path, parts[0]);
    }

    private static (Address?, NameError?) ReadQuery(string text, string query, AddressDefaults place, string path, string host)
    {
        Selector? selector = null;
        var variables = new List<KeyValuePair<string, string>>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var pair in query.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = pair.IndexOf('=', StringComparison.Ordinal);
            if (equals < 0 || !TryDecode(pair[..equals], out var key) || !TryDecode(pair[(equals + 1)..], out var value))
                return Refuse(text, "has a query that cannot be read", "write `?alias=production&var.name=Ada`");
            if (!seen.Add(key))
                return Refuse(text, $"says `{SafeText.Of(key)}` twice", "say it once");
            if (key.StartsWith("var.", StringComparison.Ordinal) && key.Length > 4 && variables.Count < MaxVariables)
            {
                variables.Add(new(key[4..], value));
                continue;
            }

            var (read, error) = ReadSelector(key, value, text);
            if (read is null)
                return (null, error);
            if (selector is not null)
                return Refuse(text, "selects a version twice", "keep one of `alias`, `version`, `ref` and `release`");
            selector = read;
        }

        var (address, refusal) = AddressParser.Build(place, path, selector ?? Selector.Latest);
        return (address is null ? null : address with { Host = host, Variables = variables }, refusal);
    }

    private static (Selector?, NameError?) ReadSelector(string key, string value, string text)
    {
        switch (key)
        {
            case "alias" when value == AliasName.Latest:
                return (Selector.Latest, null);
            case "alias":
                return AliasName.TryParse(value, out var alias, out var error) ? (new Selector.Alias(alias), null) : (null, error);
            case "version" when value.AsSpan().ContainsOnlyDigits():
                return SelectorParser.Number(value, text);
            case "ref":
                return SelectorParser.RefOrCommit(value, text);
            case "release":
                return SelectorParser.Release(value, text);
            default:
                return (null, new(AddressCodes.Uri, $"The address `{SafeText.Of(text)}` has the query `{SafeText.Of(key)}={SafeText.Of(value)}`, which says nothing here.", "known are `alias`, `version` (a number), `ref`, `release` and `var.NAME`"));
        }
    }

    private static bool IsHost(string host) =>
        host.Length is > 0 and <= 255 && host.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or ':' or '[' or ']');

    // Uri.UnescapeDataString leaves broken escapes as they are; here they are refused.
    private static bool TryDecode(string text, [NotNullWhen(true)] out string? decoded)
    {
        decoded = null;
        for (var i = text.IndexOf('%', StringComparison.Ordinal); i >= 0; i = text.IndexOf('%', i + 1))
        {
            if (i + 2 >= text.Length || !char.IsAsciiHexDigit(text[i + 1]) || !char.IsAsciiHexDigit(text[i + 2]))
                return false;
        }

        var source = Encoding.UTF8.GetBytes(text);
        var bytes = WebUtility.UrlDecodeToBytes(source, 0, source.Length);
        if (bytes is null || !Utf8Text.IsText(bytes))
            return false;
        decoded = Encoding.UTF8.GetString(bytes);
        return true;
    }

    private static (Address?, NameError?) Refuse(string text, string reason, string hint) =>
        AddressParser.Refuse(AddressCodes.Uri, text, reason, hint);
}
