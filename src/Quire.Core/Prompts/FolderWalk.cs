using Quire.Core.Access;
using Quire.Core.Organisations;
using Quire.Core.Stores;

namespace Quire.Core.Prompts;

/// <summary>Lists what stands directly in a folder, skipping over what is deeper.</summary>
internal sealed class FolderWalk(ISession session, Principal caller, Project project, string prefix)
{
    // Behind every path of a folder: no path has this letter.
    private const string Last = "\U0010FFFF";
    private readonly List<PromptEntry> _prompts = [];
    private readonly List<string> _folders = [];

    /// <summary>A page after a path, or after a folder with its slash.</summary>
    public FolderPage Page(string? after, int limit)
    {
        var cursor = after is ['/', ..] or null || after[^1] != '/' ? after : after + Last;
        string? last = null;
        while (true)
        {
            var rows = session.Prompts.List(project.Id, prefix, cursor, limit + 1);
            foreach (var row in rows.Where(row => caller.Sees(row.Version.Layer, row.Version.Scope)))
            {
                if (last is not null && last[^1] == '/' && row.Prompt.Path.StartsWith(last, StringComparison.Ordinal))
                    continue;
                if (_prompts.Count + _folders.Count == limit)
                    return new FolderPage(_prompts, _folders, last);
                last = Take(row);
            }
            if (rows.Count <= limit)
                return new FolderPage(_prompts, _folders, null);
            var end = rows[^1].Prompt.Path;
            cursor = last is not null && last[^1] == '/' && end.StartsWith(last, StringComparison.Ordinal) ? last + Last : end;
        }
    }

    private string Take(PromptEntry row)
    {
        var slash = row.Prompt.Path.IndexOf('/', prefix.Length);
        if (slash < 0)
        {
            _prompts.Add(row);
            return row.Prompt.Path;
        }
        _folders.Add(row.Prompt.Path[..slash]);
        return row.Prompt.Path[..(slash + 1)];
    }
}
