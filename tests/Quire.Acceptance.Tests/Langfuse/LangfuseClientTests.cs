using Quire.Acceptance.Tests.Support;
using Quire.Testing;

namespace Quire.Acceptance.Tests.Langfuse;

public sealed class LangfuseClientTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Langfuses_own_client_does_with_a_new_server_all_that_its_end_to_end_tests_do()
    {
        await using var server = await Server.Start(_folder.Path, "--data", "data", "--urls", "http://127.0.0.1:0");
        var result = NodeClient.Run("langfuse", NodeClient.Langfuse(server), "--test", "--test-reporter=tap");
        result.ExitCode.ShouldBe(0, result.Output + result.Errors);
        result.Output.ShouldContain("\n# tests 70\n");
        result.Output.ShouldContain("\n# pass 70\n");
    }
}
