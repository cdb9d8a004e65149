using Quire.Checks.Coverage;

namespace Quire.Checks.Tests.Coverage;

public sealed class CoberturaReaderTests
{
    [Fact]
    public void A_line_is_covered_when_any_run_covers_it()
    {
        var map = new CoverageMap();
        CoberturaReader.Read(Run("repo/src/A/One.cs", (1, 1), (2, 0), (3, 0)), "/repo/src", map);
        CoberturaReader.Read(Run("repo/src/A/One.cs", (1, 0), (2, 7), (3, 0)), "/repo/src", map);

        map.Of("A").ShouldBe(new AssemblyCoverage("A", 2, 3));
        map.WorstFiles("A").ShouldBe([("/repo/src/A/One.cs", 1)]);
    }

    [Fact]
    public void Lines_repeated_below_the_methods_count_once()
    {
        var map = new CoverageMap();

        CoberturaReader.Read(Run("repo/src/A/One.cs", (1, 1)), "/repo/src", map);

        map.Of("A").Coverable.ShouldBe(1);
    }

    [Theory]
    [InlineData("repo/artifacts/obj/A/Generated.cs")]
    [InlineData("repo/src-generated/A/Generated.cs")]
    [InlineData("elsewhere/src/A/One.cs")]
    public void Files_outside_the_source_folder_do_not_count(string file)
    {
        var map = new CoverageMap();

        CoberturaReader.Read(Run(file, (1, 1)), "/repo/src", map);

        map.Assemblies.ShouldBeEmpty();
    }

    [Fact]
    public void A_hit_count_beyond_an_integer_is_a_hit()
    {
        var map = new CoverageMap();
        var text = Run("repo/src/A/One.cs", (1, 1)).Replace("hits=\"1\"", "hits=\"99999999999\"", StringComparison.Ordinal);

        CoberturaReader.Read(text, "/repo/src", map);

        map.Of("A").Covered.ShouldBe(1);
    }

    [Fact]
    public void An_assembly_that_no_run_has_loaded_has_no_lines() =>
        new CoverageMap().Of("A").ShouldBe(new AssemblyCoverage("A", 0, 0));

    private static string Run(string file, params (int Number, int Hits)[] lines)
    {
        var list = string.Concat(lines.Select(line => $"""<line number="{line.Number}" hits="{line.Hits}" branch="False" />"""));
        return $"""
            <coverage><sources><source>/</source></sources><packages><package name="A"><classes>
              <class name="A.One" filename="{file}">
                <methods><method name="M"><lines>{list}</lines></method></methods>
                <lines>{list}</lines>
              </class>
            </classes></package></packages></coverage>
            """;
    }
}
