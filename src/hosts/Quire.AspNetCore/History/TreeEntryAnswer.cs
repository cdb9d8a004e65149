using Quire.Prompts.Files;
using Quire.Versioning.Trees;

namespace Quire.AspNetCore.History;

/// <summary>A file of a tree.</summary>
/// <param name="Path">The file's path.</param>
/// <param name="Mode">The mode in octal: <c>100644</c> or <c>100755</c>.</param>
/// <param name="Blob">The content's git id.</param>
/// <param name="Role">What its path makes it: <c>prompt</c>, <c>text</c> (a verbatim prompt, where it is UTF-8), <c>set</c> or <c>asset</c>.</param>
internal sealed record TreeEntryAnswer(string Path, string Mode, string Blob, string Role)
{
    /// <summary>The file of a tree.</summary>
    public static TreeEntryAnswer Of(TreeFile file) => new(file.Path, file.Mode.ToSixDigits(), file.Id.ToString(), RoleOf(file.Path));

    private static string RoleOf(string path) => FileRole.Classify(path, []) switch
    {
        FileRole.Prompt => "prompt",
        FileRole.TextPrompt => "text",
        FileRole.SetFile => "set",
        _ => "asset",
    };
}
