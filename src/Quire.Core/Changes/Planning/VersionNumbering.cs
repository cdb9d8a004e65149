using Quire.Core.Errors;
using Quire.Core.Prompts;
using Quire.Versioning.Commits;
using Quire.Versioning.History;
using Quire.Versioning.Objects;
using Quire.Versioning.Trees;

namespace Quire.Core.Changes.Planning;

/// <summary>
/// Issues numbers for a move of the default branch: one each time the blob at a prompt's path changes from one first-parent commit to the next.
/// The rules are those of docs/versions.md.
/// </summary>
internal sealed class VersionNumbering(PlanningContext context)
{
    /// <summary>Advances from one tip to another.</summary>
    /// <param name="oldTip">The tip before; null for the first one.</param>
    /// <param name="newTip">The tip after.</param>
    public void Advance(ObjectId? oldTip, ObjectId newTip)
    {
        var before = oldTip is { } old ? context.TreeOf(old) : (ObjectId?)null;
        foreach (var commit in Steps(oldTip, newTip))
        {
            Step(before, commit);
            before = commit.Tree;
        }
    }

    /// <summary>Compares two tips once, whatever lies between them.</summary>
    /// <param name="oldTip">The tip before; null where there was none.</param>
    /// <param name="newTip">The tip after.</param>
    public void Jump(ObjectId? oldTip, ObjectId newTip) =>
        Step(oldTip is { } old ? context.TreeOf(old) : null, context.History.Node(newTip));

    /// <summary>Issues a number for prompts that were registered and whose text did not change.</summary>
    public void Register(IReadOnlyList<string> paths, ObjectId tip)
    {
        foreach (var path in paths)
        {
            var state = context.Prompts.Find(path) is { Stands: true } found ? found
                : throw new QuireException(ErrorKind.NotFound, "prompt_not_found", $"There is no prompt '{path}' to register.");
            if (state.Added.Count == 0)
                Issue(state, state.Prompt.FilePath, state.Prompt.TipBlob!.Value, ReadCommit(tip));
        }
    }

    // The first-parent commits after the old tip, oldest first; the new tip alone where the old one is not among its first parents.
    private IEnumerable<CommitNode> Steps(ObjectId? oldTip, ObjectId newTip)
    {
        var chain = new List<CommitNode>();
        foreach (var commit in context.History.FirstParents(newTip))
        {
            if (commit.Id == oldTip)
                return Enumerable.Reverse(chain);
            chain.Add(commit);
        }
        return oldTip is null ? Enumerable.Reverse(chain) : [chain[0]];
    }

    private void Step(ObjectId? oldTree, CommitNode commit)
    {
        var changes = TreeWalker.Diff(context.Objects, oldTree, commit.Tree).ToList();
        if (changes.Count == 0)
            return;
        var made = ReadCommit(commit.Id);
        var files = StepFiles.Sort(context, changes, commit.Tree);
        foreach (var (from, to) in MovesOf(files, made))
            Move(files, from, to, made);
        foreach (var gone in files.Vanished.Values)
            gone.Set(gone.Prompt with { TipBlob = null, LatestNumber = null });
        foreach (var file in files.Present.Values)
            Present(file, made);
    }

    private void Move(StepFiles files, string from, string to, Commit commit)
    {
        files.Vanished.Remove(from, out var gone);
        var file = files.Present[to];
        context.Prompts.Move(gone!, to, file.FilePath);
        if (file.Blob == gone!.Prompt.TipBlob)
            files.Present.Remove(to);
        var at = commit.Committer.Time.ToUniversalTime();
        gone.Set(gone.Prompt with { UpdatedAt = at > gone.Prompt.UpdatedAt ? at : gone.Prompt.UpdatedAt });
    }

    private void Present(StepFile file, Commit commit)
    {
        var state = context.Prompts.FindOrAdd(file.Name, file.FilePath, commit.Committer.Time.ToUniversalTime());
        state.Set(state.Prompt with { TipBlob = file.Blob, FilePath = file.FilePath });
        Issue(state, file.FilePath, file.Blob, commit);
    }

    private void Issue(PromptState state, string filePath, ObjectId blob, Commit commit)
    {
        var content = context.Contents.Parse(context.Project.Id, filePath, blob, context.Objects);
        var at = commit.Committer.Time.ToUniversalTime();
        state.Issue(new PromptVersion
        {
            OrganisationId = context.Project.OrganisationId,
            ProjectId = context.Project.Id,
            PromptId = state.Prompt.Id,
            Number = state.Prompt.LastNumber + 1,
            Blob = blob,
            Commit = commit.Id,
            FilePath = filePath,
            Invalid = content.IsInvalid,
            Author = commit.Author.Name,
            Message = commit.Message.TrimEnd('\n'),
            CreatedAt = at,
            Facts = content.Facts.ToJson(),
            Extends = content.Facts.ExtendsIn(context.Project.Name, context.Change.Actor.Organisation),
            Layer = content.Facts.Layer,
            Scope = content.Facts.Scope,
        }, state.Stands);
    }

    // First what the commits say, then contents that vanish at exactly one path and appear at exactly one.
    private IEnumerable<(string From, string To)> MovesOf(StepFiles files, Commit commit)
    {
        var told = MoveTrailers.Read(context, commit).SelectMany(move => MoveTrailers.Prompts(move, files))
            .Where(move => files.Vanished.ContainsKey(move.From) && files.Appeared.Contains(move.To))
            .DistinctBy(move => move.From).DistinctBy(move => move.To).ToList();
        var taken = told.SelectMany(move => new[] { move.From, move.To }).ToHashSet(StringComparer.Ordinal);
        var gone = files.Vanished.Values.Where(state => !taken.Contains(state.Prompt.Path)).ToLookup(state => state.Prompt.TipBlob!.Value);
        var come = files.Appeared.Where(name => !taken.Contains(name)).ToLookup(name => files.Present[name].Blob);
        var seen = gone.Where(group => group.Key != ObjectId.EmptyBlob && group.Count() == 1 && come[group.Key].Count() == 1)
            .Select(group => (group.First().Prompt.Path, come[group.Key].First()));
        return [.. told, .. seen];
    }

    private Commit ReadCommit(ObjectId id) => context.Objects.ReadCommit(id);
}
