using System.Globalization;
using Quire.Versioning.Blaming;
using Quire.Versioning.History;
using Quire.Versioning.Objects;
using Quire.Versioning.Tests.Support;
using Quire.Versioning.Trees;

namespace Quire.Versioning.Tests.Blaming;

public sealed class BlameTests : IClassFixture<BundleFixture>
{
    private readonly BundleFixture _bundle;
    private readonly CommitHistory _history;

    public BlameTests(BundleFixture bundle)
    {
        _bundle = bundle;
        _history = new CommitHistory(bundle.Store);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Every_line_of_many_real_files_is_given_to_the_commit_that_git_names(bool firstParent)
    {
        var files = TreeWalker.Files(_bundle.Store, _history.Node(_bundle.Tip).Tree).Where(f => f.Id != ObjectId.EmptyBlob).ToList();
        for (var i = firstParent ? 3 : 0; i < files.Count; i += 12)
        {
            string[] options = firstParent ? ["--first-parent"] : [];
            var expected = Read(_bundle.Repo.Git(["blame", "--porcelain", .. options, "main", "--", files[i].Path]));
            var actual = Blamer.Trace(_history, _bundle.Tip, files[i].Path, new BlameOptions { FirstParentOnly = firstParent })
                .SelectMany(s => Enumerable.Range(0, s.Count).Select(n => (s.Line + n, $"{s.Commit} {s.OriginalLine + n + 1}")))
                .OrderBy(l => l.Item1)
                .Select(l => l.Item2)
                .ToList();
            actual.ShouldBe(expected, files[i].Path);
        }
    }

    [Fact]
    public void A_range_of_lines_is_traced_alone_and_neighbours_are_joined()
    {
        const string path = "extract_wisdom/system.md";
        var all = Blamer.TraceAll(_history, _bundle.Tip, path);
        var part = Blamer.TraceAll(_history, _bundle.Tip, path, new BlameOptions { FirstLine = 5, LineCount = 7 });

        part[0].Line.ShouldBe(5);
        part.Sum(s => s.Count).ShouldBe(7);
        part.ShouldAllBe(p => all.Any(a => a.Commit == p.Commit && a.Line <= p.Line && p.Line + p.Count <= a.Line + a.Count));
        all.Zip(all.Skip(1)).ShouldAllBe(pair => pair.First.Line + pair.First.Count == pair.Second.Line);
        Blamer.Trace(_history, _bundle.Tip, "no/such/file").ShouldBeEmpty();
        Blamer.Trace(_history, _bundle.Tip, "extract_wisdom").ShouldBeEmpty();
        Blamer.TraceAll(_history, _bundle.Tip, path, new BlameOptions { FirstLine = 1_000_000 }).ShouldBeEmpty();
    }

    [Fact]
    public void Tracing_stops_at_its_bound_and_still_answers_for_every_line()
    {
        const string path = "extract_wisdom/system.md";
        var lines = Blamer.TraceAll(_history, _bundle.Tip, path).Sum(s => s.Count);

        Blamer.TraceAll(_history, _bundle.Tip, path, new BlameOptions { MaxCommits = 2 }).Sum(s => s.Count).ShouldBe(lines);
        Should.Throw<OperationCanceledException>(() => Blamer.TraceAll(_history, _bundle.Tip, path, new BlameOptions { Cancellation = new CancellationToken(true) }));
    }

    private static List<string> Read(string porcelain)
    {
        var lines = new List<string>();
        string header = "";
        foreach (var line in porcelain.Split('\n'))
        {
            if (line.StartsWith('\t'))
                lines.Add(header);
            else if (line.Length > 40 && ObjectId.TryParse(line.AsSpan(0, 40), out var id))
                header = $"{id} {int.Parse(line.Split(' ')[1], CultureInfo.InvariantCulture)}";
        }
        return lines;
    }
}
