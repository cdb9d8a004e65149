using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using Quire.Cli.Terminal;

namespace Quire.Cli.Commands.Runs;

/// <summary>Options of the form <c>NAME=VALUE</c>.</summary>
internal static class RunPairs
{
    /// <summary>The option for metrics.</summary>
    public static Option<string[]> Metrics() => new("--metric") { Description = "what was measured; as often as needed", HelpName = "NAME=NUMBER" };

    /// <summary>Settings, as an object of texts.</summary>
    public static JsonObject Texts(string[]? pairs) => Read(pairs, value => JsonValue.Create(value));

    /// <summary>Metrics, as an object of numbers.</summary>
    public static JsonObject Numbers(string[]? pairs) => Read(pairs, value =>
        double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)
            ? JsonValue.Create(number)
            : throw CliErrors.WrongCall($"'{value}' is no number.", "Write --metric accuracy=0.93"));

    private static JsonObject Read(string[]? pairs, Func<string, JsonNode?> value)
    {
        var read = new JsonObject();
        foreach (var pair in pairs ?? [])
        {
            var sign = pair.IndexOf('=', StringComparison.Ordinal);
            if (sign < 1 || !read.TryAdd(pair[..sign], value(pair[(sign + 1)..])))
                throw CliErrors.WrongCall($"'{pair}' is not NAME=VALUE, or its name is there twice.");
        }
        return read;
    }
}
