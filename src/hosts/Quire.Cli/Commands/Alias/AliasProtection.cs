using System.CommandLine;
using Quire.Cli.Connecting;
using Quire.Cli.Terminal;

namespace Quire.Cli.Commands.Alias;

/// <summary><c>quire alias protect</c> and <c>quire alias unprotect</c>.</summary>
internal static class AliasProtection
{
    /// <summary>Makes one of the commands.</summary>
    public static Command Create(CliContext cli, string name, string meaning, HttpMethod method)
    {
        var pattern = new Argument<string>("pattern") { Description = "the alias; '*' stands for any characters", HelpName = "PATTERN" };
        var command = new Command(name, meaning) { pattern };
        var store = new StoreOptions(command);
        return command.DoesWithStore(cli, store, async (call, api, cancellation) =>
        {
            var answer = await api.Send(method, api.ProjectRoute($"protected-aliases/{Uri.EscapeDataString(call.GetValue(pattern)!)}"), null, cancellation);
            if (store.Json(call))
                cli.WriteJson(answer);
            else
                cli.WriteLine($"{call.GetValue(pattern)}: {(answer.GetProperty("changed").GetBoolean() ? $"{name}ed" : "nothing changed")}");
            return ExitCodes.Done;
        });
    }
}
