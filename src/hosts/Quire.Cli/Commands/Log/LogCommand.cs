using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Quire.Cli.Connecting;
using Quire.Cli.Terminal;

namespace Quire.Cli.Commands.Log;

/// <summary><c>quire log</c>: the commits of a branch, or those that changed a prompt.</summary>
internal static class LogCommand
{
    private const int ShortId = 10;

    /// <summary>Makes the command.</summary>
    public static Command Create(CliContext cli)
    {
        var path = new Argument<string?>("path") { Description = "a prompt; none for all commits", Arity = ArgumentArity.ZeroOrOne, HelpName = "PATH" };
        var branch = new Option<string?>("--branch") { Description = "the branch; default: the default branch", HelpName = "NAME" };
        var limit = new Option<int>("--limit") { Description = "how many at most (1 to 1000)", HelpName = "N", DefaultValueFactory = _ => 50 };
        var command = new Command("log", "Shows the commits of a branch, newest first.") { path, branch, limit };
        var store = new StoreOptions(command);
        return command.DoesWithStore(cli, store, async (call, api, cancellation) =>
        {
            var answer = await api.Get(Route(api, call.GetValue(path), call.GetValue(branch), call.GetValue(limit)), cancellation);
            var commits = answer.Items().ToList();
            if (store.Json(call))
                cli.WriteList(commits);
            else
                commits.ForEach(commit => Print(cli, commit));
            return ExitCodes.Done;
        });
    }

    private static string Route(QuireApi api, string? path, string? branch, int limit)
    {
        var count = limit.ToString(CultureInfo.InvariantCulture);
        if (path is null)
            return api.ProjectRoute($"commits?limit={count}{(branch is null ? "" : $"&branch={Uri.EscapeDataString(branch)}")}");
        return branch is null
            ? api.PromptRoute(api.ParseAddress(path), $"/history?limit={count}")
            : throw CliErrors.WrongCall("--branch goes with all commits, not with one prompt.", "Leave --branch out.");
    }

    private static void Print(CliContext cli, JsonElement commit)
    {
        var id = commit.Text("id");
        var author = commit.TryGetProperty("author", out var found) ? found : default;
        var (name, time) = author.ValueKind == JsonValueKind.Object ? (author.Text("name"), author.Text("time")) : (author.ValueKind == JsonValueKind.String ? author.ToString() : "", "");
        var subject = commit.Text("message").Split('\n')[0];
        var number = commit.Text("version") is { Length: > 0 } version ? $"@{version}  " : "";
        cli.WriteLine(Plain($"{id[..Math.Min(ShortId, id.Length)]}  {time}  {number}{name}  {subject}"));
    }

    // Messages and names come from outside and may hold what a terminal obeys.
    private static string Plain(string line) => string.Concat(line.Select(letter => char.IsControl(letter) ? ' ' : letter));
}
