using System.CommandLine;
using System.Text.Json;
using Quire.Cli.Terminal;

namespace Quire.Cli.Rendering;

/// <summary>The options <c>--vars</c> and <c>--var</c>.</summary>
internal sealed class VariableOptions
{
    private readonly Option<string?> _all = new("--vars") { Description = "the variables, a JSON object; @FILE reads it from a file", HelpName = "JSON|@FILE" };

    private readonly Option<string[]> _one = new("--var") { Description = "one variable that is a text; may be repeated", HelpName = "NAME=VALUE" };

    /// <summary>Adds the options to a command.</summary>
    public VariableOptions(Command command)
    {
        command.Add(_all);
        command.Add(_one);
    }

    /// <summary>Whether the call gives any variables, be it none of them.</summary>
    public bool AreGiven(ParseResult call) => call.GetValue(_all) is not null || call.GetValue(_one) is { Length: > 0 };

    /// <summary>The variables of a call, those named one by one last.</summary>
    public Dictionary<string, JsonElement> Read(CliContext cli, ParseResult call)
    {
        var variables = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        if (call.GetValue(_all) is { } json)
        {
            foreach (var property in ReadObject(cli, json).EnumerateObject())
                variables[property.Name] = property.Value;
        }
        foreach (var pair in call.GetValue(_one) ?? [])
        {
            var equals = pair.IndexOf('=', StringComparison.Ordinal);
            if (equals < 1)
                throw CliErrors.WrongCall($"--var '{pair}' is not NAME=VALUE.", "Write --var customer=Ada");
            variables[pair[..equals]] = JsonText.Of(pair[(equals + 1)..]);
        }
        return variables;
    }

    private static JsonElement ReadObject(CliContext cli, string argument)
    {
        var what = argument.StartsWith('@') ? argument[1..] : "--vars";
        var text = TextArgument.Read(cli, argument);
        try
        {
            var root = JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = 128 }).RootElement;
            return root.ValueKind == JsonValueKind.Object ? root : throw CliErrors.WrongCall($"{what} holds {root.ValueKind}, not an object.", """Write --vars '{"customer": "Ada"}'""");
        }
        catch (JsonException error)
        {
            throw CliErrors.WrongCall($"{what} is not JSON: {JsonText.Reason(error)}", """Write --vars '{"customer": "Ada"}' or --vars @file.json""");
        }
    }
}
