using System.Security.Cryptography;
using System.Text;
using Quire.Composition.Layers;
using Quire.Core.Contents;
using Quire.Core.Errors;
using Quire.Core.Objects;
using Quire.Core.Organisations;
using Quire.Core.Prompts;
using Quire.Core.Stores;
using Quire.Prompts.Names;
using Quire.Prompts.PromptFiles;
using Quire.Versioning.Objects;

namespace Quire.Core.Composing;

/// <summary>Makes the sources of a plan from stored versions.</summary>
internal sealed class SourceMaker(ISession session, ObjectCache objects, ContentReader contents)
{
    /// <summary>The base prompt.</summary>
    /// <exception cref="QuireException"><c>version_invalid</c>, <c>compose_refused</c>: it is a contribution.</exception>
    public PromptSource Base(ResolvedPrompt target, IEnumerable<string> formerPaths)
    {
        if (target.Content.File is not { } file)
        {
            throw new QuireException(new QuireError
            {
                Kind = ErrorKind.Rejected,
                Code = "version_invalid",
                Message = $"This version of '{target.Path}' does not parse and cannot be composed.",
                Hint = "Compose another version, or mend the prompt.",
                Diagnostics = target.Content.Diagnostics,
            });
        }
        if (file.Contribution is { } contribution)
        {
            throw new QuireException(ErrorKind.Rejected, "compose_refused", $"'{target.Path}' is a contribution to '{contribution.Extends}' and cannot be composed by itself.",
                $"Compose '{contribution.Extends}' for the {LayerNames.Of(contribution.Layer)} that it is meant for.");
        }
        return Make(target.Project, file, target.Path, target.Version?.Number, target.Blob, target.Commit) with
        {
            FormerPaths = [.. formerPaths.Select(PromptPath.Parse)],
        };
    }

    /// <summary>A contribution.</summary>
    public PromptSource Contribution(FoundContribution found) => Make(found.Project, found.File, found.Path, found.Number, found.Blob, found.Commit);

    private PromptSource Make(Project project, PromptFile file, string path, long? number, ObjectId blob, ObjectId commit)
    {
        var closure = Closure.Of(file, project.Id, commit, objects.Source(session, project.Id), contents);
        return new PromptSource
        {
            Project = project.Name,
            Path = PromptPath.Parse(path),
            Version = (int?)number,
            Commit = commit.ToString(),
            ContentHash = Hash(file, path, number, blob, commit, closure),
            File = file,
            Resolve = closure.Resolve,
        };
    }

    // A plan carries the version that it names, so number and commit are part of its identity beside the contents.
    private static string Hash(PromptFile file, string path, long? number, ObjectId blob, ObjectId commit, Closure closure)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{path}\n{file.FilePath}\n{number}\n{commit}\n{blob}\n{string.Join('\n', closure.Blobs)}"));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
