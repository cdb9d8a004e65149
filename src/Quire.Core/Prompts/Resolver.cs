using System.Collections.ObjectModel;
using Quire.Core.Contents;
using Quire.Core.Errors;
using Quire.Core.Objects;
using Quire.Core.Organisations;
using Quire.Core.Stores;
using Quire.Prompts;
using Quire.Prompts.Addresses;
using Quire.Prompts.Files;
using Quire.Prompts.Names;
using Quire.Versioning.Objects;
using Quire.Versioning.Trees;

namespace Quire.Core.Prompts;

/// <summary>Resolves addresses on one snapshot.</summary>
internal sealed class Resolver(ObjectCache objects, ContentReader contents)
{
    /// <summary>The prompt that an address leads to.</summary>
    public ResolvedPrompt Resolve(ISession session, Project project, Address address) => address.Selector switch
    {
        Selector.Ref reference => InTree(session, project, address, FindRef(session, project, reference.Name.Value)),
        Selector.Commit commit => InTree(session, project, address, FindCommit(session, project, commit.Hex)),
        Selector.Release => throw new QuireException(ErrorKind.Invalid, "releases_not_available", "Releases of prompt sets cannot be read yet.", "Address the prompt by alias, number or branch."),
        _ => Numbered(session, project, address),
    };

    /// <summary>The error for an address that leads nowhere, or nowhere that this caller may know of.</summary>
    public static QuireException NotFound(Address address) =>
        new(ErrorKind.NotFound, "prompt_not_found", $"There is no prompt '{address.Path}' in '{address.Project}'.", "List the prompts with: quire list");

    /// <summary>The commit that a branch or tag leads to.</summary>
    public ObjectId FindRef(ISession session, Project project, string name)
    {
        var found = session.Refs.Find(project.Id, "refs/heads/" + name) ?? session.Refs.Find(project.Id, "refs/tags/" + name)
            ?? throw new QuireException(ErrorKind.NotFound, "ref_not_found", $"There is no branch or tag '{name}' in '{project.Name}'.", "List the branches with GET …/branches.");
        return objects.Source(session, project.Id).Peel(found.Target).Id;
    }

    /// <summary>The commit that the beginning of an id names.</summary>
    public ObjectId FindCommit(ISession session, Project project, string hex)
    {
        var source = objects.Source(session, project.Id);
        if (ObjectId.TryParse(hex, out var whole))
            return source.TryRead(whole, out var value) && value.Kind == ObjectKind.Commit ? whole : throw NoCommit(project, hex);
        var lowest = ObjectId.Parse(hex.PadRight(ObjectId.HexLength, '0'));
        var commits = session.Objects.List(project.Id, lowest, 100).TakeWhile(id => id.ToString().StartsWith(hex, StringComparison.Ordinal))
            .Where(id => source.Read(id).Kind == ObjectKind.Commit).Take(2).ToList();
        if (commits.Count == 2)
            throw new QuireException(ErrorKind.Invalid, "ambiguous_commit", $"More than one commit of '{project.Name}' begins with {hex}.", "Write more digits.");
        return commits.Count == 1 ? commits[0] : throw NoCommit(project, hex);
    }

    private static QuireException NoCommit(Project project, string hex) =>
        new(ErrorKind.NotFound, "commit_not_found", $"There is no commit {hex} in '{project.Name}'.", "List the commits with: quire log");

    private ResolvedPrompt Numbered(ISession session, Project project, Address address)
    {
        var prompt = session.Prompts.Find(project.Id, address.Path.Value) ?? session.Prompts.FindMoved(project.Id, address.Path.Value) ?? throw NotFound(address);
        var number = Number(session, prompt, address.Selector) ?? throw NotFound(address);
        var version = session.Versions.Find(project.Id, prompt.Id, number)
            ?? throw new QuireException(ErrorKind.NotFound, "version_not_found", $"The prompt '{prompt.Path}' has no version {number}.", $"Its newest version is {prompt.LastNumber}.");
        if (version.Tombstone)
            throw new QuireException(ErrorKind.Gone, "version_deleted", $"Version {number} of '{prompt.Path}' was deleted.", "Its commit is kept: read it by sha.");
        return Complete(session, project, new ResolvedPrompt
        {
            Project = project,
            Prompt = prompt,
            Version = version,
            Path = prompt.Path,
            FilePath = version.FilePath,
            Blob = version.Blob,
            Commit = version.Commit,
            Alias = address.Selector is Selector.Alias alias ? alias.Name.Value : null,
            Bytes = default,
            Content = null!,
        });
    }

    private static long? Number(ISession session, Prompt prompt, Selector selector) => selector switch
    {
        Selector.Number number => number.Version,
        Selector.Alias alias => session.Aliases.Find(prompt.ProjectId, prompt.Id, alias.Name.Value)?.Number
            ?? throw new QuireException(ErrorKind.NotFound, "alias_not_found", $"The prompt '{prompt.Path}' has no alias '{alias.Name}'.",
                "Set it with PUT …/aliases/{alias}, or leave the alias out for the latest version."),
        _ => prompt.LatestNumber,
    };

    private ResolvedPrompt InTree(ISession session, Project project, Address address, ObjectId commit)
    {
        var source = objects.Source(session, project.Id);
        var tree = source.ReadCommit(commit).Tree;
        foreach (var format in (PromptFormat[])[PromptFormat.Markdown, PromptFormat.Yaml, PromptFormat.Text])
        {
            var path = FileRole.FilePath(address.Path, format);
            if (TreeWalker.Find(source, tree, path) is { Mode: not EntryMode.Tree } entry && Matches(project, path, entry.Id, source, address.Path))
                return Complete(session, project, OfTree(session, project, address.Path.Value, path, entry.Id, commit));
        }
        throw NotFound(address);
    }

    private bool Matches(Project project, string path, ObjectId blob, IObjectSource source, PromptPath name) =>
        contents.Parse(project.Id, path, blob, source).Role.PromptName is { } found && found.Equals(name);

    private static ResolvedPrompt OfTree(ISession session, Project project, string path, string filePath, ObjectId blob, ObjectId commit)
    {
        var prompt = session.Prompts.Find(project.Id, path);
        var newest = prompt is null ? null : session.Versions.List(project.Id, prompt.Id, null, 50).FirstOrDefault(version => version.Blob == blob && !version.Tombstone);
        return new ResolvedPrompt
        {
            Project = project,
            Prompt = prompt,
            Version = newest,
            Path = path,
            FilePath = filePath,
            Blob = blob,
            Commit = commit,
            Bytes = default,
            Content = null!,
        };
    }

    private ResolvedPrompt Complete(ISession session, Project project, ResolvedPrompt found)
    {
        var source = objects.Source(session, project.Id);
        var content = contents.Parse(project.Id, found.FilePath, found.Blob, source);
        var annotations = found.Prompt is null ? [] : session.Annotations.List(project.Id, [found.Prompt.Id]);
        var aliases = AliasesOf(session, found);
        return found with
        {
            Bytes = source.ReadBlob(found.Blob),
            Content = content,
            Aliases = [.. aliases.Select(alias => alias.Name)],
            AliasedAt = aliases.Count == 0 ? null : aliases.Max(alias => alias.UpdatedAt),
            Tags = AnnotationView.Tags(annotations, FactsOfLatest(session, found) ?? content.Facts),
            Category = AnnotationView.Category(annotations, content.Facts),
            ModelOverride = found.Version is { } version ? AnnotationView.Model(annotations, version.Number) : null,
            VersionTags = found.Version is { } tagged ? AnnotationView.VersionTags(annotations, tagged.Number) : ReadOnlyDictionary<string, string>.Empty,
        };
    }

    // Tags belong to the prompt, so every version shows the same ones. A content without number is asked for as it stands.
    private static PromptFacts? FactsOfLatest(ISession session, ResolvedPrompt found) =>
        found is { Version: { } version, Prompt: { LatestNumber: { } latest } prompt } && latest != version.Number && session.Versions.Find(prompt.ProjectId, prompt.Id, latest) is { } newest
            ? PromptFacts.FromJson(newest.Facts)
            : null;

    private static IReadOnlyList<Alias> AliasesOf(ISession session, ResolvedPrompt found) => found is not { Prompt: { } prompt, Version: { } version }
        ? []
        : [.. session.Aliases.List(prompt.ProjectId, [prompt.Id]).Where(alias => alias.Number == version.Number)];
}
