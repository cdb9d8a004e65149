using Quire.Core.Errors;
using Quire.Core.Refs;
using Quire.Templating.Diagnostics;
using Quire.Versioning.Objects;

namespace Quire.Core.Changes.Planning;

/// <summary>Plans the move of a branch: who may, whether it fits, what it does to prompts.</summary>
internal sealed class BranchPlanner(PlanningContext context)
{
    /// <summary>Where heads of branches stand.</summary>
    public const string Prefix = "refs/heads/";

    /// <summary>How many findings an answer tells of; a collection may have thousands.</summary>
    public const int MaxWarnings = 1_000;

    /// <summary>Where dropped histories are held.</summary>
    public const string HeldPrefix = "refs/quire/held/";

    /// <summary>Adds the move to the plan.</summary>
    /// <exception cref="QuireException"><c>stale_head</c>, <c>not_fast_forward</c>, <c>protected</c>, <c>rejected</c>, …</exception>
    public void Plan(BranchMove move)
    {
        var current = context.ReadRef(move.Name);
        RefGuard.CheckExpected(move.Name, move.Expected, current?.Target);
        if (move.New is { } next)
            Advance(move, current, next);
        else
            Delete(move, current);
    }

    private bool IsDefault(BranchMove move) => move.Name == context.DefaultBranch;

    private void Delete(BranchMove move, Ref? current)
    {
        if (IsDefault(move))
        {
            throw new QuireException(ErrorKind.Conflict, "default_branch", $"The branch '{Shown(move)}' is the default branch and cannot be deleted.",
                "Make another branch the default one first.");
        }
        RefGuard.CheckProtection(context.Change.Actor, current, force: !move.IsRename);
        if (!move.IsRename)
            Hold(current!.Target);
        Write(move.Name, current!.Target, null);
    }

    private void Advance(BranchMove move, Ref? current, ObjectId next)
    {
        var commit = context.Objects.Read(next, ObjectKind.Commit);
        if (current?.Target == next && move.Register.Count == 0)
            return;
        var forward = current is null || context.History.IsAncestor(current.Target, next);
        RefGuard.CheckProtection(context.Change.Actor, current, !forward);
        if (!forward && !move.Force)
        {
            throw new QuireException(ErrorKind.Conflict, "not_fast_forward", $"The branch '{Shown(move)}' has commits that the new head does not contain.",
                "Merge them first, or force the move where that is allowed.");
        }
        if (!forward)
            Hold(current!.Target);
        var parsed = Quire.Versioning.Commits.Commit.Parse(commit);
        var tree = parsed.Tree;
        var before = TreeBefore(current);
        Validate(before, tree);
        new SetChecks(context).Check(before, tree, IsDefault(move));
        Write(move.Name, current?.Target, next);
        if (current is not null && forward)
            WriteMerge(move, parsed);
        if (IsDefault(move))
            Number(current?.Target, next, move.Register);
        new TreeFitting(context, before, tree, IsDefault(move)).Check();
        if (!IsDefault(move) && move.Register.Count > 0)
            throw new QuireException(ErrorKind.Invalid, "not_default_branch", "Versions are registered on the default branch.", $"Commit to '{context.DefaultBranch[Prefix.Length..]}'.");
    }

    // What is on the branch already, or on the default branch where the branch is new, was checked before.
    private ObjectId? TreeBefore(Ref? current) =>
        (current?.Target ?? context.Tip(context.DefaultBranch)) is { } tip ? context.TreeOf(tip) : null;

    private void Validate(ObjectId? oldTree, ObjectId newTree)
    {
        var findings = new TreeValidator(context).Check(oldTree, newTree);
        if (findings.Any(finding => finding.Severity == Severity.Error))
            throw Rejection.Of("The change is refused", findings);
        context.Plan.Warnings.AddRange(findings.Count <= MaxWarnings ? findings : findings.OrderByDescending(finding => finding.Severity).Take(MaxWarnings));
    }

    private void Number(ObjectId? old, ObjectId next, IReadOnlyList<string> register)
    {
        var numbering = new VersionNumbering(context);
        numbering.Advance(old, next);
        numbering.Register(register, next);
    }

    private void Hold(ObjectId dropped)
    {
        var name = HeldPrefix + dropped;
        if (context.Session.Refs.Find(context.Project.Id, name) is null)
            context.Plan.Refs.Add((name, null, dropped));
    }

    private void Write(string name, ObjectId? old, ObjectId? next)
    {
        context.Plan.Refs.Add((name, old, next));
        context.Plan.Rows.Add(context.Row("branch", name[Prefix.Length..], old?.ToString(), next?.ToString()));
    }

    // A branch that comes into being is none that something is merged into, and a forced move leaves one history for another.
    private void WriteMerge(BranchMove move, Quire.Versioning.Commits.Commit head)
    {
        if ((move.Merged ?? head.Parents.Skip(1).Cast<ObjectId?>().FirstOrDefault()) is { } merged)
            context.Plan.Rows.Add(context.Row("merge", Shown(move), $"{merged}", $"{head.Id}"));
    }

    private static string Shown(BranchMove move) => move.Name[Prefix.Length..];
}
