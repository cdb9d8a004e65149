using Quire.Core.Contents;
using Quire.Core.Errors;
using Quire.Prompts.PromptFiles;
using Quire.Templating;
using Quire.Versioning.Objects;
using Quire.Versioning.Trees;

namespace Quire.Core.Composing;

/// <summary>
/// What a version includes, imports and extends, resolved in the tree of the commit that made it: a name is the path of a prompt of dialect text or
/// template, from the root of the project. What a version renders is fixed by this closure.
/// </summary>
internal sealed class Closure
{
    private const int MaxTemplates = 500;
    private readonly Dictionary<string, Template> _templates = new(StringComparer.Ordinal);

    private Closure(IReadOnlyList<ObjectId> blobs) => Blobs = blobs;

    /// <summary>The contents it consists of, besides the file itself.</summary>
    public IReadOnlyList<ObjectId> Blobs { get; }

    /// <summary>The template of a name; null where there is none.</summary>
    public Template? Resolve(string name) => _templates.GetValueOrDefault(name);

    /// <summary>Follows the literal references of a file.</summary>
    public static Closure Of(PromptFile file, long projectId, ObjectId commit, IObjectSource source, ContentReader contents)
    {
        var blobs = new List<ObjectId>();
        var closure = new Closure(blobs);
        var waiting = new Queue<string>(file.References);
        if (waiting.Count == 0)
            return closure;
        var tree = source.ReadCommit(commit).Tree;
        while (waiting.TryDequeue(out var name))
        {
            if (closure._templates.ContainsKey(name) || Find(name, projectId, tree, source, contents) is not { } found)
                continue;
            if (closure._templates.Count == MaxTemplates)
                throw new QuireException(ErrorKind.TooLarge, "too_large", $"'{file.Name}' includes more than {MaxTemplates} templates.");
            closure._templates.Add(name, found.Template);
            blobs.Add(found.Blob);
            foreach (var next in found.Template.References)
                waiting.Enqueue(next);
        }
        return closure;
    }

    private static (Template Template, ObjectId Blob)? Find(string name, long projectId, ObjectId tree, IObjectSource source, ContentReader contents)
    {
        foreach (var path in (string[])[name, name + ".prompt.md", name + ".prompt.yml"])
        {
            if (TreeWalker.Find(source, tree, path) is { Mode: not EntryMode.Tree } entry
                && contents.Parse(projectId, path, entry.Id, source).File?.Body is { } body)
            {
                return (body.Template, entry.Id);
            }
        }
        return null;
    }
}
