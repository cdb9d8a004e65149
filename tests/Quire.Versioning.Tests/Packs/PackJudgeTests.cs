using System.Buffers;
using Quire.Versioning.Commits;
using Quire.Versioning.History;
using Quire.Versioning.Objects;
using Quire.Versioning.Packs;
using Quire.Versioning.Tests.Support;
using Quire.Versioning.Trees;

namespace Quire.Versioning.Tests.Packs;

public sealed class PackJudgeTests : IClassFixture<BundleFixture>
{
    private readonly BundleFixture _bundle;

    public PackJudgeTests(BundleFixture bundle) => _bundle = bundle;

    [Theory]
    [InlineData("--delta-base-offset")]
    [InlineData("--no-reuse-delta")]
    public void A_pack_that_git_made_is_read_completely(string option)
    {
        var pack = _bundle.Repo.GitBytes("main\n"u8.ToArray(), "pack-objects", "--revs", "--stdout", "--depth=200", "--window=50", option);
        var store = new ObjectStore();

        var ids = Read(new MemoryStream(pack), store, store);

        ids.Count.ShouldBe(_bundle.Store.Count);
        ids.Order().ShouldBe(_bundle.Store.All.Select(o => o.Id).Order());
        store.All.ShouldAllBe(o => IsSame(o));
    }

    [Fact]
    public void A_thin_pack_finds_its_bases_among_the_objects_that_are_known()
    {
        var parent = _bundle.Repo.Git("rev-parse", "main~200").Trim();
        var pack = _bundle.Repo.GitBytes(System.Text.Encoding.ASCII.GetBytes($"main\n^{parent}\n"), "pack-objects", "--revs", "--stdout", "--thin", "--delta-base-offset");
        var staging = new StagingArea(_bundle.Store);

        var ids = Read(new MemoryStream(pack), staging, staging);

        ids.Count.ShouldBeGreaterThan(200);
        ids.ShouldAllBe(id => _bundle.Store.Contains(id));
        var nothing = new ObjectStore();
        Should.Throw<VersioningException>(() => Read(new MemoryStream(pack), nothing, nothing)).Code.ShouldBe(VersioningCodes.BadDelta);
    }

    [Fact]
    public void A_pack_of_ours_with_all_kinds_of_entry_is_taken_by_git()
    {
        var objects = _bundle.Store.All.OrderBy(o => o.Id).ToList();
        var output = new ArrayBufferWriter<byte>();
        using var writer = new PackWriter(output, (uint)objects.Count);
        GitObject? last = null;
        long lastOffset = 0;
        foreach (var value in objects)
        {
            var delta = last?.Kind == value.Kind ? Delta.Encode(last.Body.Span, value.Body.Span) : null;
            var offset = delta is null || delta.Length > value.Body.Length
                ? writer.Add(value.Kind, value.Body.Length, Zlib.Compress(value.Body.Span))
                : (value.Id.GetHashCode() & 1) == 0
                    ? writer.AddDelta(lastOffset, delta.Length, Zlib.Compress(delta))
                    : writer.AddDelta(last!.Id, delta.Length, Zlib.Compress(delta));
            (last, lastOffset) = (value, offset);
        }
        writer.Finish();
        writer.Length.ShouldBe(output.WrittenCount);
        using var repo = new GitRepo();

        repo.GitBytes(output.WrittenSpan.ToArray(), "index-pack", "--stdin", "--strict");

        repo.Git("update-ref", "refs/heads/main", _bundle.Tip.ToString());
        repo.TryGit("fsck", "--strict", "--full").Code.ShouldBe(0);
        var again = new ObjectStore();
        Read(new MemoryStream(output.WrittenSpan.ToArray()), again, again, PackLimits.Default with { DeltaDepth = 100_000 }).Count.ShouldBe(objects.Count);
    }

    [Fact]
    public void Everything_that_tips_refer_to_is_walked_once()
    {
        var expected = _bundle.Repo.Git("rev-list", "--objects", "--no-object-names", "main").Split('\n', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal);

        var walker = new ObjectWalker(new CommitHistory(_bundle.Store));
        var found = walker.From(_bundle.Tip).Select(o => o.Id.ToString()).ToList();

        found.Order(StringComparer.Ordinal).ShouldBe(expected);
        walker.From(_bundle.Tip).ShouldBeEmpty();
        walker.SeenCount.ShouldBe(found.Count);
    }

    [Fact]
    public void What_is_excluded_is_not_walked_nor_what_only_it_refers_to()
    {
        var old = ObjectId.Parse(_bundle.Repo.Git("rev-parse", "main~50").Trim());
        var walker = new ObjectWalker(new CommitHistory(_bundle.Store));
        foreach (var _ in walker.From(old))
        {
        }
        var expected = _bundle.Repo.Git("rev-list", "--objects", "--no-object-names", "main", "^" + old).Split('\n', StringSplitOptions.RemoveEmptyEntries);

        // git's answer may name again what an older commit had; ours never does.
        walker.From(_bundle.Tip).Select(o => o.Id.ToString()).Except(expected).ShouldBeEmpty();
    }

    [Fact]
    public void Tips_of_any_kind_are_walked_and_their_tags_with_them()
    {
        var staging = new StagingArea(new ObjectStore());
        var who = new Signature("T", "t@example.org", 1);
        var blob = staging.AddBlob("x"u8.ToArray());
        var tree = staging.Add(Tree.Of([new TreeEntry(EntryMode.File, "x", blob)]).ToObject());
        var tag = staging.Add(Tag.Create(tree, ObjectKind.Tree, "t", who, "m\n").Raw);
        var walker = new ObjectWalker(new CommitHistory(staging));

        walker.From(tag).Select(o => o.Id).ShouldBe([tag, tree, blob]);
        walker.From(blob).ShouldBeEmpty();
        walker.HasSeen(tree).ShouldBeTrue();
        var other = new ObjectWalker(new CommitHistory(staging));
        other.Exclude(blob).ShouldBeTrue();
        other.From(tree).Select(o => o.Id).ShouldBe([tree]);
        other.From(staging.AddBlob("y"u8.ToArray())).Count().ShouldBe(1);
    }

    private bool IsSame(GitObject value) => value.Body.Span.SequenceEqual(_bundle.Store.Read(value.Id, value.Kind).Body.Span);

    private static IReadOnlyList<ObjectId> Read(Stream pack, IObjectSource known, IObjectSink sink, PackLimits? limits = null) =>
        PackReader.Read(pack, known, sink, limits);
}
