using System.CommandLine;
using System.Net.Sockets;
using Quire.Core.Errors;

namespace Quire.Cli.Terminal;

/// <summary>Connects a command with what it does; the one place where exceptions become messages and exit codes.</summary>
internal static class CommandExtensions
{
    private const string TraceVariable = "QUIRE_TRACE";

    /// <summary>Runs <paramref name="work"/> when the command is called.</summary>
    public static Command Does(this Command command, CliContext cli, Func<ParseResult, CancellationToken, Task<int>> work)
    {
        command.SetAction((call, cancellation) => Guarded(cli, () => work(call, cancellation)));
        return command;
    }

    /// <summary>Runs <paramref name="work"/> when the command is called.</summary>
    public static Command Does(this Command command, CliContext cli, Func<ParseResult, int> work) =>
        command.Does(cli, (call, _) => Task.FromResult(work(call)));

    private static async Task<int> Guarded(CliContext cli, Func<Task<int>> work)
    {
        try
        {
            return await work();
        }
        catch (QuireException error)
        {
            ErrorPrinter.Print(cli.Error, error.Error);
            return ExitCodes.Of(error.Error);
        }
        catch (OperationCanceledException)
        {
            return ExitCodes.Failed;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or HttpRequestException or SocketException)
        {
            cli.Error.WriteLine($"quire: {error.Message}");
            return ExitCodes.Failed;
        }
        catch (Exception error)
        {
            // Nobody can act on a stack trace but us; who reports the defect can ask for it.
            cli.Error.WriteLine($"quire: this is a defect of Quire: {(cli.Setting(TraceVariable) is null ? $"{error.GetType().Name}: {error.Message}" : error.ToString())}");
            cli.Error.WriteLine($"  → Please report it with what {TraceVariable}=1 prints.");
            return ExitCodes.Failed;
        }
    }
}
