using System.Globalization;
using Quire.Core.Limits;

namespace Quire.AspNetCore.Tests.Docs;

public sealed class LimitsDocumentTests
{
    [Fact]
    public void The_page_of_limits_is_the_table_of_limits() => GeneratedDocument.Check("limits.md", Page());

    [Fact]
    public void Limits_have_names_of_their_own_and_values() =>
        QuireLimits.Table.ShouldAllBe(limit => limit.Value > 0 && QuireLimits.Table.Count(other => other.Name == limit.Name) == 1);

    private static string Page() =>
        "# Limits\n\nEverything that comes from outside is limited. What is above a limit is refused with `too_large` (413), naming the limit, and nothing is\n" +
        "changed. This page is made from `QuireLimits.Table` by a test; change the table, then run the tests with `QUIRE_APPROVE=1`.\n\n" +
        "| limit | value | of |\n|---|---:|---|\n" +
        string.Concat(QuireLimits.Table.Select(limit => $"| `{limit.Name}` | {limit.Value.ToString("N0", CultureInfo.InvariantCulture)} {limit.Unit} | {limit.Meaning} |\n"));
}
