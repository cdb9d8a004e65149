using Quire.Composition.Validation;
using Quire.Core.Limits;
using Quire.Prompts.Files;
using Quire.Templating.Diagnostics;
using Quire.Versioning.Objects;
using Quire.Versioning.Trees;

namespace Quire.Core.Changes.Planning;

/// <summary>Checks the files that a new tip changes: roles, sizes, prompt files that parse, names that do not clash.</summary>
internal sealed class TreeValidator(PlanningContext context)
{
    private readonly List<Diagnostic> _found = [];

    /// <summary>Everything that is wrong with the changed files; errors block.</summary>
    public IReadOnlyList<Diagnostic> Check(ObjectId? oldTree, ObjectId newTree)
    {
        var changes = TreeWalker.Diff(context.Objects, oldTree, newTree).Where(change => change.New is not null).ToList();
        QuireLimits.CommitChanges.Check(changes.Count, "The change");
        foreach (var change in changes)
            CheckFile(change.New!.Value);
        new ClashFinder(context, newTree).Find(changes, _found);
        return _found;
    }

    private void CheckFile(TreeFile file)
    {
        var bytes = context.Objects.ReadBlob(file.Id);
        QuireLimits.FileBytes.Check(bytes.Length, $"The file '{file.Path}'");
        var content = context.Contents.Parse(context.Project.Id, file.Path, file.Id, context.Objects);
        if (content.Role is FileRole.Prompt)
            QuireLimits.PromptBytes.Check(bytes.Length, $"The prompt file '{file.Path}'");
        if (content.Role is FileRole.Refused refused)
            _found.Add(Refusals.Of(refused.Error, file.Path));
        _found.AddRange(content.Diagnostics);
        if (content.File is { } prompt)
            _found.AddRange(PromptValidator.CheckContent(prompt, bytes.Span, context.Policy));
    }
}
