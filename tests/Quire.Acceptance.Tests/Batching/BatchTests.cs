using System.Text;
using System.Text.Json;
using Quire.Testing;
using Quire.Testing.Processes;

namespace Quire.Acceptance.Tests.Batching;

public sealed class BatchTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_thousand_rows_good_and_bad_are_answered_in_order()
    {
        var rows = Enumerable.Range(0, 1000).Select(n => (n % 4) switch
        {
            0 => $$$"""{"id":{{{n}}},"template":"{{ x }}","context":{"x":{{{n}}}}}""",
            1 => $$$"""{"id":{{{n}}},"template":"{% if %}"}""",
            2 => $$$"""{"id":{{{n}}},"template":"{% for i in range(10**9) %}{% endfor %}"}""",
            _ => $$"""{"id":{{n}}, broken""",
        });
        var output = QuireProcess.RunWithInput(_folder.Path, Encoding.UTF8.GetBytes(string.Join('\n', rows)), "render", "--batch").OrThrow("render --batch").Output;
        var answers = output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement).ToList();
        answers.Count.ShouldBe(1000);
        for (var n = 0; n < 1000; n++)
        {
            if (n % 4 == 0)
                answers[n].GetProperty("output").GetString().ShouldBe($"{n}");
            else
                answers[n].GetProperty("error").GetProperty("code").GetString().ShouldNotBeNullOrEmpty();
        }
    }
}
