using Quire.Core.Errors;
using Quire.Core.Organisations;
using Quire.Prompts.Names;

namespace Quire.Core.Prompts;

/// <summary>Folders of prompts: the beginnings of their paths.</summary>
internal static class PromptFolder
{
    /// <summary>What the paths of a folder's prompts begin with; empty for the whole project.</summary>
    /// <exception cref="QuireException"><c>invalid_name</c>.</exception>
    public static string Prefix(string folder)
    {
        if (folder.Length == 0)
            return "";
        return PromptPath.TryParse(folder, out var path, out var problem) ? path.Value + "/" : throw problem.AsException();
    }

    /// <summary>The error for a folder without prompts.</summary>
    public static QuireException NotFound(Project project, string folder) =>
        new(ErrorKind.NotFound, "folder_not_found", $"There is no prompt in the folder '{folder}' of '{project.Name}'.", "List the folders with GET …/prompts?folder=");
}
