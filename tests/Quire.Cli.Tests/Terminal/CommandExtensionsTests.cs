using System.CommandLine;
using Quire.Cli.Terminal;
using Quire.Cli.Tests.Support;

namespace Quire.Cli.Tests.Terminal;

public sealed class CommandExtensionsTests
{
    [Theory]
    [InlineData(typeof(IOException), 1, "quire: it broke")]
    [InlineData(typeof(OperationCanceledException), 1, "")]
    [InlineData(typeof(InvalidTimeZoneException), 1, "quire: this is a defect of Quire: InvalidTimeZoneException: it broke")]
    public async Task Whatever_breaks_ends_in_one_message(Type type, int code, string message)
    {
        using var terminal = new TestTerminal();
        using var errors = new StringWriter();
        var cli = terminal.Context(Stream.Null, Stream.Null, errors);
        var command = new Command("x").Does(cli, (_, _) => throw (Exception)Activator.CreateInstance(type, "it broke")!);
        (await command.Parse([]).InvokeAsync(cancellationToken: TestContext.Current.CancellationToken)).ShouldBe(code);
        errors.ToString().ShouldStartWith(message);
    }
}
