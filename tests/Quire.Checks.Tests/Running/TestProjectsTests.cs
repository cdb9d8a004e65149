using Quire.Checks.Running;

namespace Quire.Checks.Tests.Running;

public sealed class TestProjectsTests : IDisposable
{
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("quire-checks-");

    public void Dispose() => _root.Delete(recursive: true);

    [Fact]
    public void Test_projects_are_found_and_the_slow_ones_start_first()
    {
        Write("tests/Quire.A.Tests/Quire.A.Tests.csproj", "");
        Write("tests/Quire.Acceptance.Tests/Quire.Acceptance.Tests.csproj", "");
        Write("tests/Quire.Testing/Quire.Testing.csproj", "");

        TestProjects.Find(_root.FullName).Select(project => project.Name).ShouldBe(["Quire.Acceptance.Tests", "Quire.A.Tests"]);
    }

    [Fact]
    public void The_web_app_takes_part_once_it_has_vitest()
    {
        Write("studio/package.json", """{"devDependencies": {}}""");
        TestProjects.Find(_root.FullName).ShouldBeEmpty();

        Write("studio/package.json", """{"devDependencies": {"vitest": "4.0.0"}}""");
        TestProjects.Find(_root.FullName).ShouldHaveSingleItem().Kind.ShouldBe(TestProjectKind.Vitest);
    }

    private void Write(string path, string text)
    {
        var file = Path.Combine(_root.FullName, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }
}
