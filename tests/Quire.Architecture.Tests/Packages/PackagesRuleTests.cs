namespace Quire.Architecture.Tests.Packages;

public sealed class PackagesRuleTests
{
    private const string Row = "| `A.B` | reads the format of the thing | any reader | MIT |\n";

    [Fact]
    public void Every_package_is_pinned_and_explained() =>
        PackagesRule.Check(TrackedFiles.Read("Directory.Packages.props"), TrackedFiles.Read("studio/package.json"), TrackedFiles.Read("docs/dependencies.md")).ShouldBeNone();

    [Fact]
    public void Every_project_has_a_lock_file() =>
        TrackedFiles.All.Where(path => path.EndsWith(".csproj", StringComparison.Ordinal))
            .Select(path => path[..path.LastIndexOf('/')] + "/packages.lock.json")
            .Except(TrackedFiles.All, StringComparer.Ordinal)
            .Select(path => $"{path} is missing: restore the project and commit it").ShouldBeNone();

    [Fact]
    public void Every_project_is_in_the_solution()
    {
        var solution = TrackedFiles.Read("Quire.slnx");

        TrackedFiles.All.Where(path => path.EndsWith(".csproj", StringComparison.Ordinal))
            .Where(path => !solution.Contains($"\"{path}\"", StringComparison.Ordinal))
            .Select(path => $"{path} is not in Quire.slnx").ShouldBeNone();
    }

    [Fact]
    public void A_pinned_package_with_reason_and_licence_is_fine() => PackagesRule.Check(Props("1.2.3"), Npm("{}"), Row).ShouldBeEmpty();

    [Fact]
    public void One_row_may_explain_packages_that_belong_together() =>
        PackagesRule.Check(Props("1.2.3"), Npm("{}"), Row.Replace("`A.B`", "`a.b`, `A.B`", StringComparison.Ordinal)).ShouldBeEmpty();

    [Theory]
    [InlineData("1.*")]
    [InlineData("[1.0,2.0)")]
    [InlineData("$(Version)")]
    public void A_floating_version_is_found(string version) =>
        PackagesRule.Check(Props(version), Npm("{}"), Row).ShouldHaveSingleItem().ShouldContain("not exact");

    [Theory]
    [InlineData("", "no row for A.B")]
    [InlineData(Row + "| `C` | reads the format of the thing | x | MIT |", "no list of packages names")]
    [InlineData("| `A.B` | | x | MIT |", "needs a reason")]
    [InlineData("| `A.B` | reads the format of the thing | x | |", "needs a reason and a licence")]
    [InlineData("| `A.B` | reads the format of the thing | x | AGPL-3.0 |", "cannot take")]
    public void A_missing_or_wrong_row_is_found(string document, string expected) =>
        PackagesRule.Check(Props("1.2.3"), Npm("{}"), document).ShouldContain(breach => breach.Contains(expected, StringComparison.Ordinal));

    [Fact]
    public void Packages_of_npm_are_pinned_and_explained_too()
    {
        var npm = Npm("""{ "@scope/a": "1.0.0", "@scope/b": "1.0.0", "c": "^2.0.0" }""");

        PackagesRule.Check(Props("1.2.3"), npm, Row + "| `@scope/*` | reads the format of the thing | x | MIT |")
            .ShouldBe(["studio/package.json: c has the version '^2.0.0', which is not exact", "docs/dependencies.md has no row for c"]);
    }

    private static string Npm(string dependencies) => $$"""{ "name": "x", "dependencies": {{dependencies}} }""";

    private static string Props(string version) => $"""<Project><ItemGroup><PackageVersion Include="A.B" Version="{version}" /></ItemGroup></Project>""";
}
