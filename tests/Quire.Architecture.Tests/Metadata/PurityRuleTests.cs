using System.Net;
using Quire.Architecture.Tests.Dependencies;

namespace Quire.Architecture.Tests.Metadata;

public sealed class PurityRuleTests
{
    [Fact]
    public void The_kernel_touches_nothing_outside_itself() =>
        SourceProject.All.Where(project => project.Layer == Layer.Kernel)
            .SelectMany(project => PurityRule.Check(project.Name, AssemblyFacts.Read(project.AssemblyPath))).ShouldBeNone();

    [Theory]
    [InlineData("System.IO.File")]
    [InlineData("System.Net.IPAddress")]
    [InlineData("System.TimeProvider::get_System")]
    public void What_this_assembly_does_is_found(string use)
    {
        // This assembly reads files, names an address and asks the system's clock below, so the rule must say so.
        var facts = AssemblyFacts.Read(typeof(PurityRuleTests).Assembly.Location);

        PurityRule.Check("tests", facts).ShouldContain($"tests must not use {use}");
    }

    [Theory]
    [InlineData("System.IO.FileStream")]
    [InlineData("System.Net.Http.HttpClient")]
    [InlineData("System.Net.Sockets.Socket")]
    [InlineData("Microsoft.Extensions.DependencyInjection.IServiceCollection")]
    public void A_forbidden_type_is_found(string type) => Check(type).ShouldHaveSingleItem();

    [Theory]
    [InlineData("System.IO.Path")]
    [InlineData("System.IO.MemoryStream")]
    [InlineData("System.Net.WebUtility")]
    [InlineData("System.TimeProvider")]
    public void A_harmless_type_is_not(string type) => Check(type).ShouldBeEmpty();

    private static IEnumerable<string> Check(string type) => PurityRule.Check("a", new AssemblyFacts([], [type], [], []));

    // Never called: its metadata is what counts.
    internal static string Impure() => $"{IPAddress.Loopback}{TimeProvider.System.GetTimestamp()}";
}
