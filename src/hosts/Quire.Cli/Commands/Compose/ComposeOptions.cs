using System.CommandLine;
using System.Text.Json;
using Quire.Cli.Rendering;
using Quire.Cli.Terminal;

namespace Quire.Cli.Commands.Compose;

/// <summary>The options that say for whom and with what is composed.</summary>
internal sealed class ComposeOptions
{
    private readonly Option<string?> _tenant = new("--tenant") { Description = "the tenant", HelpName = "SCOPE" };
    private readonly Option<string[]> _features = new("--feature") { Description = "a feature; may be repeated, the order counts", HelpName = "SCOPE" };
    private readonly Option<string?> _agent = new("--agent") { Description = "the agent", HelpName = "SCOPE" };
    private readonly Option<string?> _user = new("--user") { Description = "the user's text, for the one merge point that takes it; @FILE reads it from a file, @@ begins a text with '@'", HelpName = "TEXT|@FILE" };
    private readonly Option<string[]> _userAt = new("--user-at") { Description = "the user's text for a merge point that is named; may be repeated", HelpName = "POINT=TEXT|@FILE" };
    private readonly Option<string[]> _select = new("--select") { Description = "another version for one layer: an alias, a number, ref:BRANCH or sha:HEX; may be repeated", HelpName = "LAYER=VERSION" };
    private readonly Option<string?> _messages = new("--messages") { Description = """messages for the placeholders of a chat prompt: {"history": [{"role", "content"}]}""", HelpName = "JSON|@FILE" };
    private readonly Option<bool> _fence = new("--fence") { Description = "put the user's text between boundaries that it cannot forge" };
    private readonly VariableOptions _variables;

    /// <summary>Adds the options to a command.</summary>
    public ComposeOptions(Command command)
    {
        foreach (var option in (Option[])[_tenant, _features, _agent, _user, _userAt, _select, _messages, _fence])
            command.Add(option);
        _variables = new VariableOptions(command);
    }

    /// <summary>What the call asks for.</summary>
    public ComposeBody Read(CliContext cli, ParseResult call, bool explain) => new()
    {
        Tenant = call.GetValue(_tenant),
        Features = call.GetValue(_features) ?? [],
        Agent = call.GetValue(_agent),
        User = call.GetValue(_user) is { } text ? TextArgument.Read(cli, text) : null,
        UserAt = Pairs(call.GetValue(_userAt), "--user-at", "POINT=TEXT").ToDictionary(pair => pair.Key, pair => TextArgument.Read(cli, pair.Value), StringComparer.Ordinal),
        Selectors = Pairs(call.GetValue(_select), "--select", "LAYER=VERSION").ToDictionary(StringComparer.Ordinal),
        Messages = call.GetValue(_messages) is { } messages ? ReadMessages(cli, messages) : null,
        Variables = _variables.Read(cli, call),
        Fence = call.GetValue(_fence),
        Explain = explain,
    };

    private static List<KeyValuePair<string, string>> Pairs(string[]? given, string option, string form)
    {
        var pairs = new List<KeyValuePair<string, string>>();
        foreach (var pair in given ?? [])
        {
            var equals = pair.IndexOf('=', StringComparison.Ordinal);
            if (equals < 1 || pairs.Exists(other => other.Key == pair[..equals]))
                throw CliErrors.WrongCall($"{option} '{pair}' is not {form}, or stands twice.", $"Write {option} {form}");
            pairs.Add(KeyValuePair.Create(pair[..equals], pair[(equals + 1)..]));
        }
        return pairs;
    }

    private static JsonElement ReadMessages(CliContext cli, string argument)
    {
        try
        {
            return JsonDocument.Parse(TextArgument.Read(cli, argument)).RootElement;
        }
        catch (JsonException error)
        {
            throw CliErrors.WrongCall($"--messages is not JSON: {JsonText.Reason(error)}", """Write --messages '{"history": [{"role": "user", "content": "…"}]}'""");
        }
    }
}
