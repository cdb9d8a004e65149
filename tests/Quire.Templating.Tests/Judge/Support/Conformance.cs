using System.Text;

namespace Quire.Templating.Tests.Judge.Support;

/// <summary>Runs rows, sets aside the listed differences, and says what else differs.</summary>
internal static class Conformance
{
    /// <summary>Runs all rows. The answer is empty when every one is as expected or listed; a listed row that agrees is a finding too.</summary>
    public static string Check(IEnumerable<Row> rows, IReadOnlyDictionary<string, string> listed)
    {
        var findings = new StringBuilder();
        foreach (var row in rows)
        {
            var actual = RowRunner.Run(row);
            var difference = row.Expected.DifferenceTo(actual);
            if (difference is not null && !listed.ContainsKey(row.Id))
                findings.Append(Describe(row, actual, difference));
            else if (difference is null && listed.ContainsKey(row.Id))
                findings.Append("no longer differs, strike it from the list: ").AppendLine(row.Id);
        }

        return findings.ToString();
    }

    public static string Describe(Row row, Outcome actual, string difference) =>
        $"{row.Id}: {difference}\n  template {Outcome.Shown(row.Template)}\n  options  {Options(row.Options)}\n  expected {row.Expected}\n  actual   {actual}\n";

    private static string Options(TemplateOptions options)
    {
        var said = new List<string> { options.Undefined.ToString() };
        if (options.TrimBlocks) said.Add("trim_blocks");
        if (options.LstripBlocks) said.Add("lstrip_blocks");
        if (options.KeepTrailingNewline) said.Add("keep_trailing_newline");
        if (options.ChatTemplate) said.Add("chat_template");
        if (options.Escape == EscapeMode.Html) said.Add("html");
        return string.Join(' ', said);
    }
}
