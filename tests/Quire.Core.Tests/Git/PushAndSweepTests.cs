using System.Buffers;
using System.Text;
using Quire.Core.Git;
using Quire.Versioning.Commits;
using Quire.Versioning.Objects;
using Quire.Versioning.Packs;

namespace Quire.Core.Tests.Git;

/// <summary>A push relies on objects that it does not bring. A collection that runs while it is looked at may have swept them.</summary>
public sealed class PushAndSweepTests
{
    [Fact]
    public async Task A_push_that_a_collection_came_between_is_refused_and_may_be_sent_again()
    {
        SweepingStore? sweeping = null;
        await using var shop = await Workshop.Open(around: inner => sweeping = new SweepingStore(inner));
        var head = ObjectId.Parse((await shop.Commit("Add it", ("a.prompt.md", "A"))).Head!);
        var project = await shop.TheProject();
        var tree = await shop.Store.Read(session => Commit.Parse(shop.Objects.Source(session, project.Id).Read(head)).Tree);
        var commit = new GitObject(ObjectKind.Commit, Encoding.ASCII.GetBytes($"tree {tree}\nparent {head}\nauthor A <a@b.c> 0 +0000\ncommitter A <a@b.c> 0 +0000\n\nAgain\n"));
        var pushes = new PushService(shop.Store, shop.Objects, shop.Projects, shop.Door);

        sweeping!.Sweeps = (project.OrganisationId, project.Id);
        var refused = await pushes.Push(Request(shop, commit));
        sweeping.Sweeps = null;
        var taken = await pushes.Push(Request(shop, commit));

        refused.Refs.Single().Refusal.ShouldNotBeNull();
        refused.Remarks.ShouldContain(line => line.Contains("collection", StringComparison.Ordinal));
        taken.Refs.Single().Refusal.ShouldBeNull();
        (await shop.Verifier.Verify(shop.Owner)).Problems.ShouldBeEmpty();
    }

    private static PushRequest Request(Workshop shop, GitObject commit) =>
        new(shop.Owner, Workshop.Project, [new RefCommand("refs/heads/side", null, commit.Id)], new MemoryStream(Pack(commit)), () => new MemoryStream());

    private static byte[] Pack(GitObject value)
    {
        var output = new ArrayBufferWriter<byte>();
        using var pack = new PackWriter(output, 1);
        pack.Add(value.Kind, value.Body.Length, Zlib.Compress(value.Body.Span));
        pack.Finish();
        return output.WrittenSpan.ToArray();
    }
}
