using Quire.Versioning.History;
using Quire.Versioning.Objects;
using Quire.Versioning.Tests.Support;

namespace Quire.Versioning.Tests.History;

public sealed class AncestryTests : IClassFixture<BundleFixture>
{
    private readonly BundleFixture _bundle;
    private readonly CommitHistory _history;
    private readonly List<ObjectId> _commits;

    public AncestryTests(BundleFixture bundle)
    {
        _bundle = bundle;
        _history = new CommitHistory(bundle.Store);
        _commits = [.. bundle.Store.All.Where(o => o.Kind == ObjectKind.Commit).Select(o => o.Id).Order()];
    }

    [Fact]
    public void Ancestors_and_counts_and_merge_bases_are_those_of_git()
    {
        var random = new Random(99);
        for (var i = 0; i < 12; i++)
        {
            var (one, two) = (_commits[random.Next(_commits.Count)], _commits[random.Next(_commits.Count)]);
            var counts = _bundle.Repo.Git("rev-list", "--left-right", "--count", $"{one}...{two}").Trim().Split('\t');
            _history.AheadBehind(one, two).ShouldBe((int.Parse(counts[0]), int.Parse(counts[1])), $"{one} {two}");
            var bases = _bundle.Repo.TryGit("merge-base", "--all", one.ToString(), two.ToString()).Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
            _history.MergeBases(one, two).Select(b => b.ToString()).ShouldBe(bases, $"{one} {two}");
            _history.IsAncestor(one, two).ShouldBe(_bundle.Repo.TryGit("merge-base", "--is-ancestor", one.ToString(), two.ToString()).Code == 0, $"{one} {two}");
        }
        _history.IsAncestor(_commits[0], _commits[0]).ShouldBeTrue();
        _history.MergeBases(_commits[0], _commits[0]).ShouldBe([_commits[0]]);
    }

    [Fact]
    public void A_commit_graph_is_asked_before_the_objects_and_its_generations_cut_walks_short()
    {
        var graph = new Graph();
        var nodes = new Dictionary<string, ObjectId>();
        foreach (var (name, parents, generation) in ((string, string[], int)[])[("a", [], 1), ("b", ["a"], 2), ("c", ["a"], 2), ("d", ["b", "c"], 3), ("x", [], 1)])
        {
            var id = ObjectHash.OfBlob(System.Text.Encoding.UTF8.GetBytes(name));
            nodes[name] = id;
            graph.Nodes[id] = new CommitNode(id, ObjectId.EmptyTree, [.. parents.Select(p => nodes[p])], 100 + generation, generation);
        }
        var history = new CommitHistory(new ObjectStore(), graph);

        history.IsAncestor(nodes["b"], nodes["d"]).ShouldBeTrue();
        history.IsAncestor(nodes["d"], nodes["b"]).ShouldBeFalse();
        history.IsAncestor(nodes["x"], nodes["d"]).ShouldBeFalse();
        history.MergeBases(nodes["b"], nodes["c"]).ShouldBe([nodes["a"]]);
        history.MergeBases(nodes["b"], nodes["x"]).ShouldBeEmpty();
        history.AheadBehind(nodes["d"], nodes["c"]).ShouldBe((2, 0));
        Should.Throw<VersioningException>(() => history.Node(ObjectId.EmptyBlob)).Code.ShouldBe(VersioningCodes.MissingObject);
    }

    private sealed class Graph : ICommitGraph
    {
        public Dictionary<ObjectId, CommitNode> Nodes { get; } = [];

        public bool TryGet(ObjectId id, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out CommitNode? node) => Nodes.TryGetValue(id, out node);
    }
}
