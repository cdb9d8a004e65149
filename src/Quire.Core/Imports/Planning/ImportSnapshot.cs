using Quire.Composition.Validation;
using Quire.Core.Access;
using Quire.Core.Contents;
using Quire.Core.History;
using Quire.Core.Mlflow;
using Quire.Core.Objects;
using Quire.Core.Organisations;
using Quire.Core.Stores;
using Quire.Core.Validation;
using Quire.Prompts;
using Quire.Prompts.Files;
using Quire.Prompts.Names;
using Quire.Versioning.Objects;
using Quire.Versioning.Trees;

namespace Quire.Core.Imports.Planning;

/// <summary>The project as an import finds it.</summary>
internal sealed class ImportSnapshot
{
    private readonly ISession _session;
    private readonly Principal _caller;
    private readonly ContentReader _contents;
    private readonly ObjectId? _tree;

    /// <summary>Looks at a branch.</summary>
    public ImportSnapshot(ISession session, Principal caller, ImportRequest request, ObjectCache objects, ContentReader contents)
    {
        (_session, _caller, _contents) = (session, caller, contents);
        Project = session.RequireProject(caller, request.Project);
        Objects = objects.Source(session, Project.Id);
        Branch = BranchNames.Full(request.Branch, Project);
        Head = session.Refs.Find(Project.Id, Branch)?.Target;
        Parent = Head ?? session.Refs.Find(Project.Id, Project.DefaultBranch)?.Target;
        _tree = Parent is { } commit ? Objects.ReadCommit(commit).Tree : null;
        Policy = PolicyReader.Of(session.ContentRules.Find(Project.OrganisationId), contents.Tokens);
    }

    /// <summary>The project.</summary>
    public Project Project { get; }

    /// <summary>Its objects.</summary>
    public IObjectSource Objects { get; }

    /// <summary>The full name of the branch.</summary>
    public string Branch { get; }

    /// <summary>Where the branch stands.</summary>
    public ObjectId? Head { get; }

    /// <summary>The commit to go on from.</summary>
    public ObjectId? Parent { get; }

    /// <summary>What the organisation asks of its prompts.</summary>
    public ValidationPolicy Policy { get; }

    /// <summary>Whether versions get numbers, and aliases and tags can be set.</summary>
    public bool IsDefault => Branch == Project.DefaultBranch;

    /// <summary>The organisation's last change.</summary>
    public long Sequence => _session.Organisations.Get(Project.OrganisationId)!.Sequence;

    /// <summary>The prompt that a name means; null where there is none.</summary>
    public StoredPrompt? Find(string name, bool isDotted)
    {
        var found = (isDotted ? MlflowNames.Find(_session, _caller, Project, name) : null)
            ?? _session.Prompts.Find(Project.Id, name) ?? _session.Prompts.FindMoved(Project.Id, name);
        return found is null ? null : new StoredPrompt(_session, _contents, Objects, found);
    }

    /// <summary>What stands at a path of the branch; null for nothing.</summary>
    public TreeEntry? At(string path) => _tree is { } tree ? TreeWalker.Find(Objects, tree, path) : null;

    /// <summary>The file of a prompt on the branch; null where it does not stand there.</summary>
    public (string Path, ObjectId Blob)? Standing(PromptPath path, StoredPrompt? stored)
    {
        if (IsDefault)
            return stored?.Prompt is { TipBlob: { } tip } prompt ? (prompt.FilePath, tip) : null;
        foreach (var format in (PromptFormat[])[PromptFormat.Markdown, PromptFormat.Yaml, PromptFormat.Text])
        {
            var file = FileRole.FilePath(path, format);
            if (At(file) is { } entry && !entry.Mode.IsTree())
                return (file, entry.Id);
        }
        return null;
    }

    /// <summary>A file of the project, read.</summary>
    public ParsedFile Parse(string path, ObjectId blob) => _contents.Parse(Project.Id, path, blob, Objects);
}
