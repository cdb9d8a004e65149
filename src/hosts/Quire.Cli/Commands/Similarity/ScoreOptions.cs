using System.CommandLine;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Quire.Cli.Connecting;
using Quire.Cli.Terminal;

namespace Quire.Cli.Commands.Similarity;

/// <summary>How similar, and how many: what both commands share.</summary>
internal sealed class ScoreOptions(string otherwise, string lowest)
{
    private const int DefaultLimit = 20;

    private readonly Option<double?> _least = new("--least") { Description = $"the least score, {lowest} to 1 (default: {otherwise})", HelpName = "SCORE" };
    private readonly Option<int> _limit = new("--limit") { Description = "how many at most (1 to 1000)", HelpName = "N", DefaultValueFactory = _ => DefaultLimit };

    /// <summary>Adds them.</summary>
    public void AddTo(Command command)
    {
        command.Add(_least);
        command.Add(_limit);
    }

    /// <summary>What was given, as a query.</summary>
    public string Query(ParseResult call) =>
        string.Create(CultureInfo.InvariantCulture, $"limit={call.GetValue(_limit)}") + (call.GetValue(_least) is { } least ? string.Create(CultureInfo.InvariantCulture, $"&least={least}") : "");

    /// <summary>Prints what was found, and how many that is.</summary>
    public static void Print(CliContext cli, List<JsonElement> items, Table table, bool json, string thing)
    {
        if (json)
        {
            cli.WriteList(items);
            return;
        }
        if (items.Count > 0)
            cli.WriteRaw(Encoding.UTF8.GetBytes(table.ToString()));
        cli.WriteLine($"{items.Count} {thing}{(items.Count == 1 ? "" : "s")}");
    }
}
