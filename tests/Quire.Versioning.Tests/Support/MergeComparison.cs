using Quire.Versioning.Merging;
using Quire.Versioning.Merging.Files;
using Quire.Versioning.Objects;
using Quire.Versioning.Trees;

namespace Quire.Versioning.Tests.Support;

/// <summary>Holds our merge against git's.</summary>
public static class MergeComparison
{
    /// <summary>What differs; null where nothing does.</summary>
    public static string? Check(IObjectSource store, (ObjectId Ours, ObjectId Theirs) merge, MergeTreeJudge.Verdict? verdict)
    {
        var staging = new StagingArea(store);
        var options = new MergeOptions { Labels = new MergeLabels(Ours: merge.Ours.ToString(), Theirs: merge.Theirs.ToString()) };
        var result = new CommitMerger(staging, options).Merge(merge.Ours, merge.Theirs);
        if (verdict is null)
            return null;
        var name = $"{merge.Ours} {merge.Theirs}";
        if (result.IsClean != verdict.Clean)
            return $"{name}: clean is {result.IsClean}, git says {verdict.Clean}";
        if (!result.ConflictedPaths.SequenceEqual(verdict.Paths))
            return $"{name}: conflicts [{string.Join(", ", result.ConflictedPaths)}], git says [{string.Join(", ", verdict.Paths)}]";
        if (result.Tree != verdict.Tree)
            return $"{name}: tree {result.Tree}, git says {verdict.Tree} (clean: {verdict.Clean})";
        if (!Stages(result).SequenceEqual(verdict.Stages))
            return $"{name}: stages [{string.Join(", ", Stages(result))}], git says [{string.Join(", ", verdict.Stages)}]";
        var messages = result.Messages.Select(m => $"{string.Join('|', m.Paths)}|{m.GitKind}|{m.Text}");
        if (!messages.SequenceEqual(verdict.Messages))
            return $"{name}: messages\n  {string.Join("\n  ", messages)}\ngit says\n  {string.Join("\n  ", verdict.Messages)}";
        return null;
    }

    private static IEnumerable<string> Stages(TreeMerge result)
    {
        foreach (var conflict in result.Conflicts)
        {
            var stages = new[] { conflict.Base, conflict.Ours, conflict.Theirs };
            for (var i = 0; i < 3; i++)
            {
                if (stages[i] is { } file)
                    yield return $"{file.Mode.ToSixDigits()} {file.Id} {i + 1}\t{conflict.Path}";
            }
        }
    }
}
