using System.Text;
using Quire.Versioning.Diffs;
using Quire.Versioning.Diffs.Lines;
using Quire.Versioning.Tests.Support;

namespace Quire.Versioning.Tests.Diffs;

public sealed class LineDiffTests
{
    [Theory]
    [InlineData(DiffAlgorithm.Myers)]
    [InlineData(DiffAlgorithm.Histogram)]
    public void Applying_a_difference_gives_the_new_text(DiffAlgorithm algorithm)
    {
        for (var seed = 1; seed <= 600; seed++)
        {
            var random = new Random(seed);
            var old = RandomText.New(random);
            var @new = random.Next(5) == 0 ? RandomText.New(random) : RandomText.Change(random, old);

            var diff = LineDiff.Compute(old, @new, new LineDiffOptions { Algorithm = algorithm });

            diff.Apply().ShouldBe(@new, $"seed {seed}");
            diff.Hunks.Zip(diff.Hunks.Skip(1)).ShouldAllBe(pair => pair.First.OldEnd < pair.Second.OldStart && pair.First.NewEnd < pair.Second.NewStart);
            diff.Hunks.ShouldAllBe(h => h.OldCount + h.NewCount > 0);
            (diff.NewCount - diff.OldCount).ShouldBe(diff.Added - diff.Removed);
        }
    }

    [Fact]
    public void Hunks_are_where_git_puts_them()
    {
        using var repo = new GitRepo();
        for (var seed = 1; seed <= 60; seed++)
        {
            var random = new Random(seed);
            var old = RandomText.New(random).Where(b => b != 0).ToArray();
            var @new = RandomText.Change(random, old);
            File.WriteAllBytes(Path.Combine(repo.Folder, "old"), old);
            File.WriteAllBytes(Path.Combine(repo.Folder, "new"), @new);

            var expected = repo.TryGit("diff", "--no-index", "--no-color", "--text", "-U0", "old", "new").Output.Split('\n').Where(l => l.StartsWith("@@ -", StringComparison.Ordinal)).Select(l => l[..(l.IndexOf("@@", 2, StringComparison.Ordinal) + 2)]);
            var actual = LineDiff.Compute(old, @new).Hunks.Select(h => $"@@ -{Range(h.OldStart, h.OldCount)} +{Range(h.NewStart, h.NewCount)} @@");

            actual.ShouldBe(expected, $"seed {seed}");
        }
    }

    [Fact]
    public void A_difference_too_large_for_the_best_answer_is_cut_where_git_cuts_it()
    {
        using var repo = new GitRepo();
        for (var seed = 1; seed <= 6; seed++)
        {
            // Few distinct lines, in different orders or changed here and there: both shortcuts of the search are taken.
            var random = new Random(seed);
            var distinct = seed * 300;
            var lines = seed == 5 ? 40_000 : 8_000;
            var old = Enumerable.Range(0, lines).Select(_ => $"{random.Next(distinct)}\n").ToList();
            var @new = old.Select(line => seed % 2 == 0 || random.Next(25) == 0 ? $"{random.Next(distinct)}\n" : line).ToList();
            File.WriteAllText(Path.Combine(repo.Folder, "old"), string.Concat(old));
            File.WriteAllText(Path.Combine(repo.Folder, "new"), string.Concat(@new));

            var expected = repo.TryGit("diff", "--no-index", "--no-color", "-U0", "old", "new").Output.Split('\n').Where(l => l.StartsWith("@@ -", StringComparison.Ordinal)).Select(l => l[..(l.IndexOf("@@", 2, StringComparison.Ordinal) + 2)]);
            var diff = LineDiff.Compute(Encoding.ASCII.GetBytes(string.Concat(old)), Encoding.ASCII.GetBytes(string.Concat(@new)));

            diff.Hunks.Select(h => $"@@ -{Range(h.OldStart, h.OldCount)} +{Range(h.NewStart, h.NewCount)} @@").ShouldBe(expected, $"seed {seed}");
        }
    }

    [Fact]
    public void Blocks_join_hunks_whose_context_touches()
    {
        var old = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 40).Select(i => $"{i}\n")));
        var @new = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 40).Select(i => i is 5 or 12 or 30 ? $"new {i}\n" : $"{i}\n")));

        var blocks = LineDiff.Compute(old, @new).Blocks();

        blocks.Select(b => (b.OldStart, b.OldCount, b.Hunks.Count)).ShouldBe([(2, 14, 2), (27, 7, 1)]);
    }

    [Theory]
    [InlineData(DiffAlgorithm.Myers)]
    [InlineData(DiffAlgorithm.Histogram)]
    public void Hostile_texts_do_not_cost_more_than_their_length_warrants(DiffAlgorithm algorithm)
    {
        // An algorithm that is quadratic in the number of lines takes 16,000 steps for each; counting steps holds on any machine.
        const int lines = 16_000;
        const int stepsPerLine = 4_000;
        var random = new Random(5);
        var noise = string.Concat(Enumerable.Range(0, lines).Select(_ => $"{random.Next(90)}\n"));
        var otherNoise = string.Concat(Enumerable.Range(0, lines).Select(_ => $"{random.Next(90)}\n"));
        (string Old, string New)[] pairs =
        [
            (string.Concat(Enumerable.Repeat("a\n", lines)), string.Concat(Enumerable.Range(0, lines).Select(i => i % 2 == 0 ? "a\n" : "b\n"))),
            (string.Concat(Enumerable.Range(0, lines).Select(i => $"{i}\n")), string.Concat(Enumerable.Range(0, lines).Select(i => $"{lines - i}\n"))),
            (noise, otherNoise),
            (string.Concat(Enumerable.Range(0, lines).Select(i => $"{i}\nold {i}\n")), string.Concat(Enumerable.Range(0, lines).Select(i => $"{i}\nnew {i}\n"))),
            (string.Concat(Enumerable.Range(0, lines).Select(i => i % 3 == 0 ? $"u{i}\n" : "\n")), string.Concat(Enumerable.Range(0, lines).Select(i => i % 4 == 0 ? $"u{i}\n" : "\n"))),
        ];
        foreach (var (old, @new) in pairs)
        {
            var table = new LineTable(0);
            var (oldFile, newFile) = (table.Add(Encoding.ASCII.GetBytes(old)), table.Add(Encoding.ASCII.GetBytes(@new)));
            var matcher = new LineMatcher(oldFile, newFile, table.ClassCount);

            matcher.Match(new LineRange(0, oldFile.Count, 0, newFile.Count), algorithm, true);

            matcher.Steps.ShouldBeInRange(1, (long)stepsPerLine * Math.Max(oldFile.Count, newFile.Count));
        }
    }

    private static string Range(int start, int count) => count == 1 ? $"{start + 1}" : $"{(count == 0 ? start : start + 1)},{count}";
}
