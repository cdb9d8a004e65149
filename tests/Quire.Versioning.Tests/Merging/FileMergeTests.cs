using System.Text;
using Quire.Versioning.Merging.Files;
using Quire.Versioning.Tests.Support;

namespace Quire.Versioning.Tests.Merging;

public sealed class FileMergeTests
{
    [Fact]
    public void A_side_that_changed_nothing_gives_way_to_the_other()
    {
        ForRandomTexts((random, text) =>
        {
            var changed = RandomText.Change(random, text);
            FileMerger.Merge(text, changed, text).Content.ToArray().ShouldBe(changed);
            FileMerger.Merge(text, text, changed).Content.ToArray().ShouldBe(changed);
            FileMerger.Merge(text, changed, changed).Content.ToArray().ShouldBe(changed);
            FileMerger.Merge(text, text, text).Content.ToArray().ShouldBe(text);
        });
    }

    [Fact]
    public void Swapping_the_sides_swaps_the_conflicts_and_nothing_else()
    {
        ForRandomTexts((random, text) =>
        {
            var (ours, theirs) = (RandomText.Change(random, text), RandomText.Change(random, text));
            var merge = FileMerger.Merge(text, ours, theirs);
            var swapped = FileMerger.Merge(text, theirs, ours);
            swapped.IsClean.ShouldBe(merge.IsClean);
            if (merge.IsClean)
                swapped.Content.ToArray().ShouldBe(merge.Content.ToArray());
        });
    }

    [Fact]
    public void The_pieces_cover_both_sides_and_choosing_one_everywhere_keeps_its_conflicts()
    {
        ForRandomTexts((random, text) =>
        {
            var (ours, theirs) = (RandomText.Change(random, text), RandomText.Change(random, text));
            var merge = FileMerger.Merge(text, ours, theirs);
            merge.Chunks.SelectMany(c => c.Ours.ToArray()).ToArray().ShouldBe(ours);
            merge.Chunks.SelectMany(c => c.Theirs.ToArray()).ToArray().ShouldBe(theirs);
            merge.Resolve([.. merge.Chunks.Where(c => c.Kind == MergeChunkKind.Conflict).Select(c => c.Ours)]).Length.ShouldBeGreaterThanOrEqualTo(0);
            if (merge.IsClean)
                merge.Resolve([]).ShouldBe(merge.Content.ToArray());
            else
                Should.Throw<ArgumentException>(() => merge.Resolve([]));
        });
    }

    [Fact]
    public void A_conflict_is_data_with_base_ours_and_theirs()
    {
        var merge = Merge("a\nb\nc\n", "a\nX\nc\n", "a\nY\nc\n");

        var conflict = merge.Chunks.Where(c => c.Kind == MergeChunkKind.Conflict).ShouldHaveSingleItem();
        Text(conflict.Base).ShouldBe("b\n");
        Text(conflict.Ours).ShouldBe("X\n");
        Text(conflict.Theirs).ShouldBe("Y\n");
        conflict.BaseLine.ShouldBe(1);
        conflict.OursLine.ShouldBe(1);
        conflict.TheirsLine.ShouldBe(1);
        Text(merge.Resolve([Encoding.UTF8.GetBytes("Z\n")])).ShouldBe("a\nZ\nc\n");
        Text(merge.Content).ShouldBe("a\n<<<<<<< ours\nX\n=======\nY\n>>>>>>> theirs\nc\n");
    }

    [Fact]
    public void The_diff3_style_shows_the_common_ancestor()
    {
        var merge = FileMerger.Merge(Bytes("a\nb\nc\n"), Bytes("a\nX\nc\n"), Bytes("a\nY\nc\n"), new FileMergeOptions { Style = MergeStyle.Diff3, MarkerSize = 9 });

        Text(merge.Content).ShouldBe("a\n<<<<<<<<< ours\nX\n||||||||| base\nb\n=========\nY\n>>>>>>>>> theirs\nc\n");
    }

    [Fact]
    public void Markers_end_their_lines_as_the_text_does()
    {
        Text(Merge("a\r\nb\r\n", "a\r\nX\r\n", "a\r\nY").Content).ShouldBe("a\r\n<<<<<<< ours\r\nX\r\n=======\r\nY\r\n>>>>>>> theirs\r\n");
        Text(Merge("", "X", "Y").Content).ShouldBe("<<<<<<< ours\nX\n=======\nY\n>>>>>>> theirs\n");
    }

    [Fact]
    public void A_conflict_is_narrowed_to_the_lines_that_differ_and_each_part_keeps_a_piece_of_the_base()
    {
        const string common = "1\n2\n3\n4\n5\n6\n";
        var merge = Merge("x\nold1\nold2\ny\n", $"x\nA\n{common}B\ny\n", $"x\nC\n{common}D\ny\n");

        var conflicts = merge.Chunks.Where(c => c.Kind == MergeChunkKind.Conflict).ToList();
        conflicts.Select(c => Text(c.Ours)).ShouldBe(["A\n", "B\n"]);
        conflicts.Select(c => Text(c.Theirs)).ShouldBe(["C\n", "D\n"]);
        string.Concat(conflicts.Select(c => Text(c.Base))).ShouldBe("old1\nold2\n");
    }

    private static void ForRandomTexts(Action<Random, byte[]> check)
    {
        for (var seed = 1; seed <= 400; seed++)
        {
            var random = new Random(seed);
            try
            {
                check(random, RandomText.New(random));
            }
            catch (Exception e) when (e is ShouldAssertException or VersioningException or IndexOutOfRangeException)
            {
                throw new InvalidOperationException($"seed {seed}: {e.Message}", e);
            }
        }
    }

    private static FileMerge Merge(string @base, string ours, string theirs) => FileMerger.Merge(Bytes(@base), Bytes(ours), Bytes(theirs));

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    private static string Text(ReadOnlyMemory<byte> bytes) => Encoding.UTF8.GetString(bytes.Span);
}
