using System.Text;
using System.Text.Json;
using Quire.Composition.Explaining;
using Quire.Composition.Rendering;
using Quire.Templating.Diagnostics;
using Quire.Templating.Values;

namespace Quire.Composition.Tests;

/// <summary>Every case of every file in Cases.</summary>
public sealed class CaseTests
{
    private static string Root => Path.Combine(AppContext.BaseDirectory, "Cases");

    public static IEnumerable<TheoryDataRow<string, string>> Cases =>
        from path in Directory.EnumerateFiles(Root, "*.txt").Order(StringComparer.Ordinal)
        from one in ComposeCase.ReadAll(File.ReadAllText(path))
        select new TheoryDataRow<string, string>(Path.GetFileName(path), one.Title);

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_composition_gives_what_its_case_says(string file, string title)
    {
        var one = ComposeCase.ReadAll(File.ReadAllText(Path.Combine(Root, file))).Single(candidate => candidate.Title == title);
        var (plan, outcome, explain) = one.Run();
        var expectations = one.Expectations.ToList();
        expectations.ShouldNotBeEmpty("a case without expectation cannot fail");
        foreach (var (kind, expected) in expectations)
        {
            if (kind == "errors")
                ShouldHaveErrors(outcome.Diagnostics, expected);
            else
                Actual(kind, outcome, explain).ShouldBe(expected, string.Join('\n', outcome.Diagnostics));
        }

        if (outcome.Result is { } result)
            SpanChecks.ShouldCover(result);
        else
            expectations.ShouldContain(expectation => expectation.Kind == "errors", string.Join('\n', outcome.Diagnostics));
        plan?.Declared.ShouldNotBeNull();
    }

    [Fact]
    public void There_are_at_least_200_cases() => Cases.Count().ShouldBeGreaterThanOrEqualTo(200);

    [Fact]
    public void Titles_are_unique_in_their_file() => Cases.Select(row => row.Data).ShouldBeUnique();

    private static string Actual(string kind, ComposeOutcome outcome, IReadOnlyList<PointExplanation> explain)
    {
        var result = outcome.Result;
        return kind switch
        {
            "output" => result?.Content ?? "(no output)",
            "messages" => string.Join('\n', result?.Messages.Select(message => $"{message.Role} ({Who(result, message.Origin)}): {message.Content}") ?? []),
            "provenance" => string.Join('\n', Spans(result!)),
            "explain" => string.Join('\n', explain.SelectMany(Describe)),
            "notes" => string.Join('\n', outcome.Diagnostics.Select(Describe).Concat(result?.UserTextFindings.Select(finding => $"{finding.Code} {finding.MergePoint} {finding.Start}+{finding.Length}") ?? [])),
            "variables" => string.Join('\n', result!.Variables.Select(use => $"{Who(result, use.Origin)} {use.Name} {use.Source.ToString().ToLowerInvariant()} {Text(use.Value)}".TrimEnd())),
            _ => throw new InvalidDataException(kind),
        };
    }

    private static IEnumerable<string> Spans(ComposedResult result) => result.Content is { } content
        ? result.Spans.Select(span => Describe(result, content, span))
        : result.Messages.SelectMany(message => message.Spans.Select(span => $"{message.Role}: {Describe(result, message.Content, span)}"));

    private static string Describe(ComposedResult result, string content, ComposedSpan span) =>
        $"{Who(result, span.Origin)}{(span.MergePoint is null ? "" : "/" + span.MergePoint)}{(span.Variable is null ? "" : " $" + span.Variable)} {Quote(content.Substring(span.Start, span.Length))}";

    private static string Quote(string text) => JsonSerializer.Serialize(text, Relaxed);

    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static string Text(Value value)
    {
        if (value.Kind == ValueKind.Undefined)
            return "";
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
            value.ToJson(writer);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static string Who(ComposedResult result, int origin)
    {
        var one = result.Origins[origin];
        return one.Source is null ? one.Kind.ToString().ToLowerInvariant() : Name(one.Source);
    }

    private static string Name(Layers.PromptSource source) => source.File.Contribution is { } header
        ? $"{header.Layer.ToString().ToLowerInvariant()}{(header.Scope is null ? "" : ":" + header.Scope)}"
        : "base";

    private static IEnumerable<string> Describe(PointExplanation point) =>
        point.Offers.Select(offer => $"{point.Point.Name}: {(offer.Source is null ? "user" : Name(offer.Source))} {offer.Outcome} - {offer.Reason}").DefaultIfEmpty($"{point.Point.Name}: nothing");

    private static string Describe(Diagnostic diagnostic) => $"{diagnostic.Code} {diagnostic.File}:{diagnostic.Line} {diagnostic.Message}";

    // Each expected line: a code, a place, and words that the finding must contain, separated by ` ... `.
    private static void ShouldHaveErrors(IReadOnlyList<Diagnostic> diagnostics, string expected)
    {
        var actual = diagnostics.Select(diagnostic => $"{Describe(diagnostic)} ({diagnostic.Hint})").ToList();
        var lines = expected.Split('\n');
        actual.Count.ShouldBe(lines.Length, string.Join('\n', actual));
        foreach (var (line, index) in lines.Select((line, index) => (line, index)))
        {
            foreach (var part in line.Split(" ... "))
                actual[index].ShouldContain(part);
        }
    }
}
