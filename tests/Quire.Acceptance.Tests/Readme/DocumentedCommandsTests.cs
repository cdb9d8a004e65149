using Quire.Acceptance.Tests.Support;
using Quire.Testing;

namespace Quire.Acceptance.Tests.Readme;

public sealed class DocumentedCommandsTests
{
    // Those run until they are stopped, or need one that does; other tests start them.
    private static readonly string[] KnownElsewhere =
    [
        "./quire serve --demo", "./quire serve --data data", "./quire serve", "export QUIRE_SERVER=http://127.0.0.1:7440 QUIRE_KEY=qk_…", "./quire list",
    ];

    public static TheoryData<string> Pages => [.. Directory.EnumerateFiles(RepositoryRoot.Combine("docs", "howto"), "*.md")
        .Append(RepositoryRoot.Combine("README.md")).Select(path => Path.GetRelativePath(RepositoryRoot.Path, path)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_command_of_a_page_works_when_pasted_in_order(string page)
    {
        using var folder = new TempFolder();
        var blocks = Blocks(page, "sh").ToList();
        blocks.ShouldNotBeEmpty();
        Shell.Run(folder.Path, string.Join('\n', blocks)).OrThrow(page).Output.ShouldNotBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Commands_that_are_only_shown_are_known(string page) =>
        Blocks(page, "console").SelectMany(block => block.Split('\n', StringSplitOptions.RemoveEmptyEntries)).ShouldBeSubsetOf(KnownElsewhere);

    private static IEnumerable<string> Blocks(string page, string language)
    {
        var text = File.ReadAllText(RepositoryRoot.Combine(page)).ReplaceLineEndings("\n");
        for (var start = 0; (start = text.IndexOf($"```{language}\n", start, StringComparison.Ordinal)) >= 0;)
        {
            start += language.Length + 4;
            var end = text.IndexOf("\n```", start, StringComparison.Ordinal);
            yield return text[start..end];
            start = end + 4;
        }
    }
}
