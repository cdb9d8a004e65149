using Quire.Core.Access;
using Quire.Core.Changes;
using Quire.Core.Errors;
using Quire.Core.History;
using Quire.Core.Organisations;
using Quire.Core.Stores;
using Quire.Prompts.Files;
using Quire.Versioning.Objects;

namespace Quire.Core.Seeding;

/// <summary>Brings the default prompts of an application into a project, once. What is there stays as it is.</summary>
/// <param name="store">Where everything is.</param>
/// <param name="commits">Makes the one commit.</param>
public sealed class SeedService(IStore store, CommitService commits)
{
    /// <summary>Seeds what is not there yet, with one commit and its aliases. Doing it again, or twice at once, seeds nothing twice.</summary>
    /// <exception cref="QuireException"><c>invalid_manifest</c>, <c>rejected</c>, <c>protected</c>, …; nothing was changed.</exception>
    public async Task<SeedResult> Seed(Principal caller, string projectName, SeedManifest manifest, bool dryRun = false, CancellationToken cancellation = default)
    {
        caller.Demand(Permissions.Read | Permissions.Write);
        var files = SeedFiles.Of(manifest);
        return await FreshHead.Repeat(async () =>
        {
            var look = await store.Read(session => Look(session, session.RequireProject(caller, projectName), files), cancellation);
            if (dryRun || look.Items.All(item => item.Outcome != SeedOutcome.Seeded))
                return new SeedResult(look.Items, look.Sequence);
            var applied = await commits.Commit(caller, Request(projectName, manifest, files, look), cancellation);
            return new SeedResult(look.Items, applied.Sequence);
        });
    }

    private static Glance Look(ISession session, Project project, IReadOnlyList<SeedFile> files) => new(
        [.. files.Select(file => Judge(session, project, file))],
        session.Refs.Find(project.Id, project.DefaultBranch)?.Target,
        session.Organisations.Get(project.OrganisationId)!.Sequence);

    private static SeededItem Judge(ISession session, Project project, SeedFile file)
    {
        var found = session.Prompts.Find(project.Id, file.Path.Value) ?? session.Prompts.FindMoved(project.Id, file.Path.Value);
        if (found is null)
            return new SeededItem(file.Item.Name, file.Path.Value, SeedOutcome.Seeded);
        if (found.TipBlob is not { } blob)
            return new SeededItem(file.Item.Name, found.Path, SeedOutcome.Skipped, Deleted: true);
        return new SeededItem(file.Item.Name, found.Path, blob == GitObject.Blob(file.Item.Source).Id ? SeedOutcome.Skipped : SeedOutcome.Changed);
    }

    private static CommitRequest Request(string project, SeedManifest manifest, IReadOnlyList<SeedFile> files, Glance look)
    {
        var missing = files.Where((_, index) => look.Items[index].Outcome == SeedOutcome.Seeded).ToList();
        return new CommitRequest
        {
            Project = project,
            Message = manifest.Message ?? $"Seed {missing.Count} default prompts",
            ExpectedHead = look.Head,
            ExpectEmpty = look.Head is null,
            Changes = [.. missing.Select(file => new FileChange(FileRole.FilePath(file.Path, file.Item.Format)) { Content = file.Item.Source })],
            Moves = [.. missing.SelectMany(file => (file.Item.Aliases ?? manifest.Aliases).Distinct(StringComparer.Ordinal).Select(alias => new AliasMove(file.Path.Value, alias, AliasTarget.Latest)))],
        };
    }

    private sealed record Glance(IReadOnlyList<SeededItem> Items, ObjectId? Head, long Sequence);
}
