using Quire.Checks.Results;
using Quire.Checks.Running;

namespace Quire.Checks.Tests.Running;

public sealed class ProjectRunnerTests : IDisposable
{
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("quire-checks-");

    public void Dispose() => _root.Delete(recursive: true);

    [Fact]
    public async Task A_project_that_cannot_be_run_is_a_failed_test_with_what_the_runner_said()
    {
        var file = Path.Combine(_root.FullName, "Quire.A.Tests.csproj");
        await File.WriteAllTextAsync(file, "<NoProject", TestContext.Current.CancellationToken);
        var settings = CheckSettings.For(_root.FullName);

        var result = await new ProjectRunner(settings).RunAsync(new TestProject("Quire.A.Tests", file, TestProjectKind.Dotnet));

        result.Tests.ShouldHaveSingleItem().Outcome.ShouldBe(TestOutcome.Failed);
        result.Tests[0].Message.ShouldContain("Quire.A.Tests.csproj");
    }
}
