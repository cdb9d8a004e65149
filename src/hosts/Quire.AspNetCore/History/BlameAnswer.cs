using System.Text;
using Quire.Core.History;

namespace Quire.AspNetCore.History;

/// <summary>Which commit brought each line of a file.</summary>
/// <param name="Path">The file's path.</param>
/// <param name="Commit">The commit whose file it is.</param>
/// <param name="Content">The file; bytes that are no UTF-8 are replaced.</param>
/// <param name="Spans">Lines in a row that came with one commit, in order.</param>
/// <param name="Commits">Those commits.</param>
internal sealed record BlameAnswer(string Path, string Commit, string Content, IReadOnlyList<BlameSpanAnswer> Spans, IReadOnlyList<CommitAnswer> Commits)
{
    /// <summary>What Core says.</summary>
    public static BlameAnswer Of(BlameReport report) => new(
        report.Path, report.Commit.ToString(), Encoding.UTF8.GetString(report.Content.Span),
        [.. report.Spans.Select(span => new BlameSpanAnswer(span.Line + 1, span.Count, span.Commit.ToString(), span.Path, span.OriginalLine + 1))],
        [.. report.Commits.Values.Select(CommitAnswer.Of)]);
}
