using Quire.Composition.Validation;
using Quire.Core.Access;
using Quire.Core.Changes.Planning;
using Quire.Core.Composing;
using Quire.Core.Contents;
using Quire.Prompts.PromptFiles;
using Quire.Versioning.Objects;

namespace Quire.Core.Validation;

/// <summary>What stands beside a file that is checked, as far as its caller sees it: for anybody else it does not exist.</summary>
internal sealed class StoredLayers(PlanningContext context, SourceToCheck source, ObjectId? tree)
{
    private Principal Caller => context.Change.Actor;

    /// <summary>What the pipeline needs.</summary>
    public ValidationInput Input()
    {
        var file = ContentReader.Parse(source.FilePath, source.Bytes.Span).File;
        var key = file is null ? null : Key(file);
        return new ValidationInput
        {
            TreePath = source.FilePath,
            Bytes = source.Bytes,
            Policy = context.Policy,
            Variables = source.Variables,
            FindBase = _ => key is null ? null : Base(key),
            Contributions = key is null ? [] : [.. Here(key).Concat(Elsewhere(key)).Where(IsVisible)],
            Before = file is { IsContribution: false } ? Base($"{context.Project.Name}:{file.Name}") : null,
        };
    }

    private string? Key(PromptFile file) => file.Contribution is { } header
        ? header.Extends.Organisation is { } other && other.Value != Caller.Organisation ? null : $"{header.Extends.Project?.Value ?? context.Project.Name}:{header.Extends.Path}"
        : $"{context.Project.Name}:{file.Name}";

    private PromptFile? Base(string key)
    {
        var (project, path) = PairLookups.Split(key);
        var found = project != context.Project.Name ? PairLookups.LatestBase(context, project, path)
            : tree is not { } root ? null
            : PairLookups.InTree(context, root, path) ?? Moved(root, path);
        return found is not null && IsVisible(found) ? found : null;
    }

    private PromptFile? Moved(ObjectId root, string path) =>
        context.Session.Prompts.FindMoved(context.Project.Id, path) is { } moved ? PairLookups.InTree(context, root, moved.Path) : null;

    private IEnumerable<PromptFile> Here(string key) => tree is not { } root
        ? []
        : context.Contents.Contributions.Of(context.Project, Caller.Organisation, root, context.Objects)[key]
            .Where(file => file.FilePath != source.FilePath)
            .Select(file => context.Contents.Parse(context.Project.Id, file.FilePath, file.Blob, context.Objects).File!);

    private IEnumerable<PromptFile> Elsewhere(string key) =>
        PairLookups.LatestElsewhere(context, key).Where(entry => Caller.Reaches(entry.Key[..entry.Key.IndexOf(':', StringComparison.Ordinal)])).Select(entry => entry.Value);

    private bool IsVisible(PromptFile file) => file.Contribution is not { } header || Caller.Sees(LayerNames.Of(header.Layer), header.Scope?.Value);
}
