using Quire.Core.Access;
using Quire.Core.Changes;
using Quire.Core.Contents;
using Quire.Core.Errors;
using Quire.Core.History;
using Quire.Core.Imports.Planning;
using Quire.Core.Limits;
using Quire.Core.Objects;
using Quire.Core.Stores;
using Quire.Templating.Diagnostics;
using Quire.Versioning;
using Quire.Versioning.Commits;
using Quire.Versioning.Objects;

namespace Quire.Core.Imports;

/// <summary>Brings prompts in from elsewhere: one change through the write door. Importing the same again changes nothing.</summary>
/// <param name="store">Where everything is.</param>
/// <param name="door">The way in.</param>
/// <param name="objects">Objects read lately.</param>
/// <param name="contents">Files parsed lately.</param>
/// <param name="time">The clock.</param>
public sealed class ImportService(IStore store, WriteDoor door, ObjectCache objects, ContentReader contents, TimeProvider time)
{
    // Each round leaves out what the round before was refused for; what is refused for other reasons is refused as a whole.
    private const int MaxRounds = 20;

    /// <summary>Imports, or says what an import would do.</summary>
    /// <exception cref="QuireException"><c>rejected</c> where one failure refuses everything, <c>protected</c>, <c>breaks_contributions</c>, <c>invalid_message</c>, <c>project_not_found</c>, …; nothing was changed.</exception>
    public async Task<ImportReport> Import(Principal caller, ImportRequest request, IProgress<ImportProgress>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(caller);
        ArgumentNullException.ThrowIfNull(request);
        caller.Demand(Permissions.Read | Permissions.Write);
        caller.DemandUnbound();
        CommitMessages.Check(request.Message);
        return await door.Race(caller, request.Project, namesHead: false, apply => Rounds(caller, request, apply, progress, cancellation), cancellation);
    }

    private async Task<ImportReport> Rounds(Principal caller, ImportRequest request, Func<Change, Task<Applied>> apply, IProgress<ImportProgress>? progress, CancellationToken cancellation)
    {
        var whole = request.AllOrNothing ?? request.Source.Format is ImportFormat.Files or ImportFormat.GitHub;
        var refused = new Dictionary<int, ImportFailure>();
        for (var round = 1; ; round++)
        {
            var plan = await store.Read(session => new ImportPlanner(new ImportSnapshot(session, caller, request, objects, contents), request, refused, progress).Plan(), cancellation);
            var failures = request.Source.Failures.Concat(plan.Failures).ToList();
            if (whole && failures.Count > 0)
                throw Refusal(failures);
            if (plan.IsEmpty)
                return Report(request, plan, failures, null);
            try
            {
                progress?.Report(new ImportProgress("writing", 0, plan.Items.Count));
                var applied = await Write(caller, request, plan, apply, cancellation);
                progress?.Report(new ImportProgress("writing", plan.Items.Count, plan.Items.Count));
                return Report(request, plan, failures, applied);
            }
            catch (QuireException error) when (round < MaxRounds && NoteRefused(error.Error, plan, refused))
            {
                // Planned again without them.
            }
        }
    }

    private async Task<Applied?> Write(Principal caller, ImportRequest request, ImportPlan plan, Func<Change, Task<Applied>> apply, CancellationToken cancellation)
    {
        var change = await store.Read(session => ChangeOf(session, caller, request, plan), cancellation);
        var room = (int)QuireLimits.Moves.Value;
        var first = change with { Moves = [.. change.Moves.Take(room)] };
        if (request.DryRun)
        {
            await door.Rehearse(first, new StagedObjects(change.Objects), cancellation);
            return null;
        }
        var applied = await apply(first);
        // Aliases and tags beyond what one change may move; what is interrupted here is done by the same import again.
        foreach (var rest in change.Moves.Skip(room).Chunk(room))
            applied = applied with { Sequence = (await apply(change with { Objects = [], Moves = rest })).Sequence };
        return applied;
    }

    private Change ChangeOf(ISession session, Principal caller, ImportRequest request, ImportPlan plan)
    {
        var staging = new StagingArea(objects.Source(session, plan.Project.Id));
        var author = Signature.At(CommitAuthor.Handle(null, caller), CommitAuthor.Address(caller), time.GetUtcNow());
        var written = plan.Items.Where(item => item.Files.Count > 0).ToList();
        var moves = plan.Items.SelectMany(item => item.Moves);
        try
        {
            var head = new ImportCommits(staging, author, request.Message).Write(plan.Parent, written);
            return new Change
            {
                Actor = caller,
                Project = plan.Project,
                Objects = staging.Objects,
                Moves = written.Count == 0 ? [.. moves] : [new BranchMove(plan.Branch, plan.Head, head), .. moves],
            };
        }
        catch (VersioningException error)
        {
            throw KernelErrors.Wrap(error);
        }
    }

    // The door names files; the report names what they were made of.
    private static bool NoteRefused(QuireError error, ImportPlan plan, Dictionary<int, ImportFailure> refused)
    {
        var before = refused.Count;
        var byFile = plan.Items.SelectMany(item => item.Files.Select(file => (file.Path, item))).DistinctBy(pair => pair.Path).ToDictionary(pair => pair.Path, pair => pair.item, StringComparer.Ordinal);
        var findings = error.Diagnostics.Where(finding => finding.Severity == Severity.Error && finding.File is not null && byFile.ContainsKey(finding.File));
        foreach (var group in findings.GroupBy(finding => byFile[finding.File!]))
            refused[group.Key.Index] = ImportPlanner.Broken(group.Key.Item, group.Key.Item.Versions[^1].Origin, [.. group]);
        return refused.Count > before;
    }

    private static QuireException Refusal(List<ImportFailure> failures)
    {
        var count = failures.Sum(failure => Math.Max(1, failure.Findings.Count));
        var more = count > 1 ? $" (and {count - 1} more)" : "";
        var first = failures[0];
        var what = first.Findings.Count > 0 ? first.Findings[0].ToString() : $"{first.Origin}: {first.Reason}";
        return new QuireException(new QuireError
        {
            Kind = ErrorKind.Rejected,
            Code = "rejected",
            Message = $"The import is refused: {what}{more}",
            Hint = first.Hint,
            Diagnostics = [.. failures.SelectMany(failure => failure.Findings)],
        });
    }

    private static ImportReport Report(ImportRequest request, ImportPlan plan, List<ImportFailure> failures, Applied? applied) => new()
    {
        Format = request.Source.Format,
        DryRun = request.DryRun,
        Sequence = applied?.Sequence ?? plan.Sequence,
        Head = applied is { Changed: true } ? applied.Head : null,
        Issued = applied?.Issued ?? [.. plan.Items.SelectMany(item => item.Numbers.Select(number => new IssuedVersion(item.Path, number)))],
        Items =
        [
            .. plan.Items.Select(item => new ImportedItem { Name = item.Item.Name, Outcome = item.Outcome, Origin = item.Item.Origin, Path = item.Path, Versions = item.Numbers }),
            .. request.Source.Skipped.Select(name => new ImportedItem { Name = name, Outcome = ImportOutcome.Skipped }),
            .. failures.Select(ImportedItem.Of),
        ],
    };
}
