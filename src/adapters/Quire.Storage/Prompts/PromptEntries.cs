using Quire.Core.Prompts;
using Quire.Storage.Sessions;

namespace Quire.Storage.Prompts;

/// <summary>Reads rows that are a prompt and one of its versions side by side.</summary>
internal static class PromptEntries
{
    /// <summary>The rows of a query that selects <see cref="PromptRow.Columns"/>, then <see cref="VersionRow.Columns"/>.</summary>
    public static IReadOnlyList<PromptEntry> Entries(this Db db, string sql, object parameters) =>
        db.Query<PromptRow, VersionRow, PromptEntry>(sql, (prompt, version) => new PromptEntry(prompt.ToPrompt(), version.ToVersion()), parameters, "Number");
}
