using Quire.Architecture.Tests.Metadata;

namespace Quire.Architecture.Tests.Dependencies;

public sealed class DirectionRuleTests
{
    [Fact]
    public void Every_project_file_keeps_the_direction() => DirectionRule.Check(SourceProject.All).ShouldBeNone();

    [Fact]
    public void Every_assembly_keeps_the_direction()
    {
        var layers = SourceProject.All.ToDictionary(project => project.Assembly, StringComparer.Ordinal);
        var breaches =
            from project in SourceProject.All
            from reference in AssemblyFacts.Read(project.AssemblyPath).AssemblyReferences
            where layers.ContainsKey(reference)
            let target = layers[reference]
            where !DirectionRule.MayReference(project.Name, project.Layer, target.Name, target.Layer)
            select $"{project.Name} ({project.Layer}) uses types of {target.Name} ({target.Layer})";

        breaches.ShouldBeNone();
    }

    [Fact]
    public void The_scan_sees_the_projects() => SourceProject.All.Count.ShouldBeGreaterThan(7);

    [Theory]
    [InlineData("src/kernel/Quire.A/Quire.A.csproj", "src/Quire.Core/Quire.Core.csproj")]
    [InlineData("src/Quire.Core/Quire.Core.csproj", "src/adapters/Quire.Storage/Quire.Storage.csproj")]
    [InlineData("src/adapters/Quire.Redis/Quire.Redis.csproj", "src/adapters/Quire.Storage/Quire.Storage.csproj")]
    [InlineData("src/adapters/Quire.Redis/Quire.Redis.csproj", "src/hosts/Quire.AspNetCore/Quire.AspNetCore.csproj")]
    [InlineData("src/hosts/Quire.AspNetCore/Quire.AspNetCore.csproj", "src/hosts/Quire.Cli/Quire.Cli.csproj")]
    [InlineData("src/hosts/Quire.AspNetCore/Quire.AspNetCore.csproj", "src/Quire.Client/Quire.Client.csproj")]
    [InlineData("src/Quire.Client/Quire.Client.csproj", "src/Quire.Core/Quire.Core.csproj")]
    public void A_reference_against_the_direction_is_found(string from, string to) =>
        DirectionRule.Check([Project(from, References(to)), Project(to, "")]).ShouldHaveSingleItem().ShouldContain("must not reference");

    [Theory]
    [InlineData("src/kernel/Quire.A/Quire.A.csproj", "src/kernel/Quire.B/Quire.B.csproj")]
    [InlineData("src/Quire.Core/Quire.Core.csproj", "src/kernel/Quire.B/Quire.B.csproj")]
    [InlineData("src/adapters/Quire.Storage/Quire.Storage.csproj", "src/Quire.Core/Quire.Core.csproj")]
    [InlineData("src/hosts/Quire.Cli/Quire.Cli.csproj", "src/hosts/Quire.AspNetCore/Quire.AspNetCore.csproj")]
    [InlineData("src/hosts/Quire.Cli/Quire.Cli.csproj", "src/Quire.Client/Quire.Client.csproj")]
    [InlineData("src/Quire.Client/Quire.Client.csproj", "src/kernel/Quire.B/Quire.B.csproj")]
    public void A_reference_along_the_direction_is_fine(string from, string to) =>
        DirectionRule.Check([Project(from, References(to)), Project(to, "")]).ShouldBeEmpty();

    [Theory]
    [InlineData("src/kernel/Quire.A/Quire.A.csproj", """<PackageReference Include="Microsoft.Extensions.DependencyInjection" />""")]
    [InlineData("src/kernel/Quire.A/Quire.A.csproj", """<FrameworkReference Include="Microsoft.AspNetCore.App" />""")]
    [InlineData("src/Quire.Core/Quire.Core.csproj", """<PackageReference Include="Dapper" />""")]
    public void A_package_that_a_layer_must_not_know_is_found(string path, string reference) =>
        DirectionRule.Check([Project(path, reference)]).ShouldHaveSingleItem().ShouldContain("must not use");

    [Fact]
    public void A_project_outside_the_layers_is_refused() =>
        Should.Throw<InvalidOperationException>(() => Project("src/Quire.Misc/Quire.Misc.csproj", "")).Message.ShouldContain("Quire.Misc");

    private static string References(string path) => $"""<ProjectReference Include="../{path}" />""";

    private static SourceProject Project(string path, string items) =>
        SourceProject.Parse(path, $"""<Project Sdk="Microsoft.NET.Sdk"><ItemGroup>{items}</ItemGroup></Project>""");
}
