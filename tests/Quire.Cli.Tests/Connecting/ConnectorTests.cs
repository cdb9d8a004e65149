using System.Net;
using System.Text;
using Quire.Cli.Connecting;
using Quire.Cli.Tests.Support;
using Quire.Core.Errors;
using Quire.Storage;

namespace Quire.Cli.Tests.Connecting;

public sealed class ConnectorTests
{
    [Fact]
    public async Task A_folder_that_another_command_holds_is_waited_for()
    {
        using var terminal = new TestTerminal();
        var held = DataFolder.Open(Path.Combine(terminal.Folder, "d"));
        var waiting = terminal.Run("list", "--data", "d");
        waiting.IsCompleted.ShouldBeFalse();
        held.Dispose();
        (await waiting).ExitCode.ShouldBe(0);
    }

    [Fact]
    public void What_is_no_answer_of_quire_is_told() =>
        Problems.Read(HttpStatusCode.BadGateway, Encoding.UTF8.GetBytes("<html>"), new Uri("http://proxy/")).Error.Message.ShouldContain("http://proxy/ answered 502");

    [Theory]
    [InlineData(400, ErrorKind.Invalid)]
    [InlineData(401, ErrorKind.Unauthenticated)]
    [InlineData(403, ErrorKind.Forbidden)]
    [InlineData(404, ErrorKind.NotFound)]
    [InlineData(409, ErrorKind.Conflict)]
    [InlineData(410, ErrorKind.Gone)]
    [InlineData(412, ErrorKind.Conflict)]
    [InlineData(413, ErrorKind.TooLarge)]
    [InlineData(422, ErrorKind.Rejected)]
    [InlineData(503, ErrorKind.Unavailable)]
    public void An_answer_that_is_a_failure_becomes_the_error_that_it_was(int status, ErrorKind kind)
    {
        var body = Encoding.UTF8.GetBytes("""{"type":"urn:x","title":"T","status":1,"detail":"D","code":"c","hint":"H","actual":"12","diagnostics":[{"code":"QT1","severity":"warning","message":"m","file":"f","line":2,"column":3}]}""");
        var error = Problems.Read((HttpStatusCode)status, body, new Uri("http://server/")).Error;
        (error.Kind, error.Code, error.Message, error.Hint).ShouldBe((kind, "c", "D", "H"));
        error.Facts.ShouldBe(new Dictionary<string, string> { ["actual"] = "12" });
        error.Diagnostics.ShouldHaveSingleItem().ToString().ShouldBe("f:2:3: warning QT1: m");
    }
}
