using System.Text;
using Quire.Prompts.Names;

namespace Quire.Core.Imports.Reading;

/// <summary>What tables and lists call the name and the text of a prompt.</summary>
internal static class RowNames
{
    /// <summary>Headings and members that hold a name, the better ones first: those of paths, then those of titles for people.</summary>
    public static readonly string[] Names = ["path", "name", "prompt_name", "key", "slug", "title", "act"];

    /// <summary>Headings and members that hold a text or messages, the better ones first.</summary>
    public static readonly string[] Texts = ["text", "prompt", "template", "messages", "content", "prompt_text", "prompt_template", "system_prompt"];

    private const int MaxTitle = 1_000;
    private static readonly string[] Titles = ["title", "act"];

    /// <summary>The path that a name means. A title may hold what no path can: slashes become hyphens, other signs are left out.</summary>
    /// <param name="heading">Where the name stands.</param>
    /// <param name="name">The name.</param>
    public static string Path(string heading, string name) => Titles.Contains(heading) ? OfTitle(name) : name;

    private static string OfTitle(string title)
    {
        var name = new StringBuilder();
        foreach (var rune in (title.Length > MaxTitle ? title[..MaxTitle] : title).Trim().EnumerateRunes())
        {
            var sign = rune.Value is '/' or '\\' or '|' or ':' ? "-" : PromptPath.CheckGrammar($"a{rune}a") is null ? rune.ToString() : "";
            if (name.Length >= PromptPath.MaxSegmentLength)
                break;
            if (sign.Length > 0 && !(sign is " " or "-" && name.Length > 0 && name[^1] == sign[0]) && Fits(name, sign))
                name.Append(sign);
        }
        var path = name.ToString().TrimStart('.', ' ').TrimEnd('.', ' ');
        return path.Length > 0 ? path : throw new ItemRefusedException("its title has no letter or digit to be called by.", "Give it a column 'name'.");
    }

    private static bool Fits(StringBuilder name, string sign) => name.Length + sign.Length <= PromptPath.MaxSegmentLength;
}
