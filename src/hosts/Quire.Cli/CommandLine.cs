using Quire.Cli.Commands.Alias;
using Quire.Cli.Commands.Collect;
using Quire.Cli.Commands.Compose;
using Quire.Cli.Commands.Import;
using Quire.Cli.Commands.Keys;
using Quire.Cli.Commands.Lint;
using Quire.Cli.Commands.List;
using Quire.Cli.Commands.Log;
using Quire.Cli.Commands.Projects;
using Quire.Cli.Commands.Render;
using Quire.Cli.Commands.Rules;
using Quire.Cli.Commands.Runs;
using Quire.Cli.Commands.Search;
using Quire.Cli.Commands.Seed;
using Quire.Cli.Commands.Serve;
using Quire.Cli.Commands.Show;
using Quire.Cli.Commands.Similarity;
using Quire.Cli.Commands.Verify;
using Quire.Cli.Terminal;
using System.CommandLine;
using System.CommandLine.Help;

namespace Quire.Cli;

/// <summary>The tree of commands, and how a call is read.</summary>
internal static class CommandLine
{
    // How long a command may go on after Ctrl+C before the process ends anyway.
    private static readonly TimeSpan Termination = TimeSpan.FromSeconds(15);

    /// <summary>Reads the arguments, runs the command, answers the exit code.</summary>
    public static async Task<int> Run(IReadOnlyList<string> arguments, CliContext cli, CancellationToken cancellation = default)
    {
        // Addresses begin with '@': they are no response files.
        var call = Root(cli).Parse(arguments, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (call.Errors.Count > 0 && call.Action is not HelpAction)
            return Refuse(call, cli);
        using var output = new StreamWriter(cli.Output, leaveOpen: true);
        return await call.InvokeAsync(new InvocationConfiguration { Output = output, Error = cli.Error, EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = Termination }, cancellation);
    }

    /// <summary>All commands.</summary>
    public static RootCommand Root(CliContext cli) => new("Stores, composes and serves the prompts of a team.")
    {
        ServeCommand.Create(cli),
        ImportCommand.Create(cli),
        SeedCommand.Create(cli),
        ListCommand.Create(cli),
        SearchCommand.Create(cli),
        SimilarCommand.Create(cli),
        DuplicatesCommand.Create(cli),
        ShowCommand.Create(cli),
        RenderCommand.Create(cli),
        LintCommand.Create(cli),
        ComposeCommand.Create(cli),
        LogCommand.Create(cli),
        AliasCommand.Create(cli),
        RunsCommand.Create(cli),
        VerifyCommand.Create(cli),
        CollectCommand.Create(cli),
        RulesCommand.Create(cli),
        KeysCommand.Create(cli),
        ProjectsCommand.Create(cli),
    };

    private static int Refuse(ParseResult call, CliContext cli)
    {
        var name = call.CommandResult.Command is RootCommand ? "quire" : $"quire {NameOf(call)}";
        cli.Error.WriteLine($"quire: {call.Errors[0].Message}");
        cli.Error.WriteLine($"  → {name} --help");
        return ExitCodes.WrongCall;
    }

    private static string NameOf(ParseResult call)
    {
        var names = new Stack<string>();
        for (var result = call.CommandResult; result is { Command: not RootCommand }; result = result.Parent as System.CommandLine.Parsing.CommandResult)
            names.Push(result.Command.Name);
        return string.Join(' ', names);
    }
}
