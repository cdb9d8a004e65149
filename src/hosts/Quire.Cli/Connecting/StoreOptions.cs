using System.CommandLine;
using Quire.Cli.Terminal;
using Quire.Prompts.Names;

namespace Quire.Cli.Connecting;

/// <summary>The options of every command that works on stored prompts.</summary>
internal sealed class StoreOptions
{
    /// <summary>The environment variable for <c>--data</c>.</summary>
    public const string DataVariable = "QUIRE_DATA";

    /// <summary>The environment variable for <c>--server</c>.</summary>
    public const string ServerVariable = "QUIRE_SERVER";

    /// <summary>The environment variable for <c>--key</c>.</summary>
    public const string KeyVariable = "QUIRE_KEY";

    private readonly Option<string?> _data = new("--data") { Description = $"the data folder (or {DataVariable}; default: the platform's data folder)", HelpName = "DIR" };

    private readonly Option<string?> _server = new("--server") { Description = $"work on a running server instead (or {ServerVariable})", HelpName = "URL" };

    private readonly Option<string?> _key = new("--key") { Description = $"the server's key (or {KeyVariable})", HelpName = "KEY" };

    private readonly Option<string?> _project = new("--project") { Description = "the project; default: prompts, or the key's default project", HelpName = "NAME" };

    private readonly Option<bool> _json = new("--json") { Description = "print JSON" };

    /// <summary>Adds the options to a command.</summary>
    /// <param name="command">The command.</param>
    /// <param name="project">Whether it works on one project.</param>
    public StoreOptions(Command command, bool project = true)
    {
        command.Add(_data);
        command.Add(_server);
        command.Add(_key);
        if (project)
            command.Add(_project);
        command.Add(_json);
    }

    /// <summary>Whether JSON was asked for.</summary>
    public bool Json(ParseResult call) => call.GetValue(_json);

    /// <summary>Whether the call itself names a place, for commands that also work without one.</summary>
    public bool IsNamed(ParseResult call) => call.GetValue(_data) is not null || call.GetValue(_server) is not null;

    /// <summary>The place that a call means. What the call says goes before what the environment says.</summary>
    public StoreTarget Read(CliContext cli, ParseResult call)
    {
        var (data, server) = (call.GetValue(_data), call.GetValue(_server));
        if (data is not null && server is not null)
            throw CliErrors.WrongCall("--data and --server name two places.", "Name one of them.");
        var project = Project(call);
        server ??= data is null ? cli.Setting(ServerVariable) : null;
        return server is not null
            ? new StoreTarget.Server(ServerAddress(server), Key(cli, call), project)
            : new StoreTarget.Folder(DataFolders.Find(cli, data), project);
    }

    private string? Project(ParseResult call)
    {
        var name = call.CommandResult.Command.Options.Contains(_project) ? call.GetValue(_project) : null;
        if (name is not null && !ProjectName.TryParse(name, out _, out var problem))
            throw CliErrors.WrongCall(problem.Message, problem.Hint);
        return name;
    }

    private string Key(CliContext cli, ParseResult call) =>
        call.GetValue(_key) ?? cli.Setting(KeyVariable)
        ?? throw CliErrors.WrongCall("The server wants a key, and none was given.", $"Give it with --key or {KeyVariable}.");

    private static Uri ServerAddress(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && (address.Scheme is "http" or "https")
            ? new Uri(text.TrimEnd('/') + "/")
            : throw CliErrors.WrongCall($"'{text}' is no address of a server.", "Write --server http://127.0.0.1:7440");
}
